// Hosts that lead inside, in the spellings that parsers, resolvers and people have been led astray by. For tests.

const FOUR = [
  '127.0.0.1',
  '127.0.0.3',
  '127.1.2.3',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '169.254.169.254',
  '192.168.0.1',
  '172.16.0.1',
  '100.64.0.1',
]

/** Hosts of a URL, IPv6 in brackets, each of which means an inner address or none at all. */
export function spellHosts(): string[] {
  const four = FOUR.flatMap(spellFour)
  const six = FOUR.flatMap(carryFour).concat(SIX).flatMap(spellSix)
  return [...new Set([...four, ...six, ...NAMES])]
}

/** What comes before the host, and what after it, that makes an eye or a pattern see another one. */
export function disguise(host: string, port: number): string[] {
  const at = `${host}:${port}`
  return [
    `http://marrow.example@${at}/`,
    `http://marrow.example:80@${at}/`,
    `http://marrow.example%00@${at}/`,
    `http://${at}#@marrow.example/`,
    `http://${at}?@marrow.example/`,
    `http://${at}\\@marrow.example/`,
    `http:\\\\${at}\\`,
    `http:${at}`,
    `http:///${at}/`,
    `HTTP://${at}/`,
    ` \t\nhttp://${at}/`,
    `ht\ntp://${at}/`,
    `http://${at}/../..//marrow.example`,
  ]
}

/** IP addresses as a name server might give them. */
export function spellAnswers(): string[] {
  const six = FOUR.flatMap(carryFour).concat(SIX)
  return [
    ...FOUR,
    ...six,
    ...six.map((address) => address.toUpperCase()),
    '127.1',
    '2130706433',
    '0x7f.1',
    '127.0.0.1 ',
    '::1%lo',
    'localhost',
    '',
  ]
}

const SIX = [
  '::',
  '::1',
  '0:0:0:0:0:0:0:1',
  '0000:0000:0000:0000:0000:0000:0000:0001',
  '::0001',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
]

const NAMES = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'localhost.localdomain',
  'ip6-localhost',
  'inner.example',
  'inner.example.',
  'ⓛocalhost',
  'ｌｏｃａｌｈｏｓｔ',
  'local\u00adhost',
  '%6cocalhost',
  'loc\talhost',
]

function spellFour(address: string): string[] {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const forms: readonly ((part: number) => string)[] = [
    String,
    (part) => `0x${part.toString(16)}`,
    (part) => `0X${part.toString(16).toUpperCase()}`,
    (part) => `0${part.toString(8)}`,
    (part) => `0000000${part.toString(8)}`,
    (part) => `0x0000${part.toString(16)}`,
  ]
  const plain = forms.flatMap((form) => [
    [a, b, c, d].map(form).join('.'),
    [a, b, c * 256 + d].map(form).join('.'),
    [a, (b * 256 + c) * 256 + d].map(form).join('.'),
    form(whole),
    `${form(a)}.${b}.${c}.${form(d)}`,
    `${a}.${form(b)}.${form(c)}.${d}`,
  ])
  const dotted = [
    `${address}.`,
    `${address}..`,
    address.replaceAll('.', '。'),
    address.replaceAll('.', '．'),
    address.replaceAll('.', '｡'),
    `${whole}.`,
  ]
  const digits = [
    address.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))), // full width
    address.replace(/[1-9]/g, (digit) => String.fromCharCode(0x2460 + Number(digit) - 1)), // circled
    address.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7d8 + Number(digit))), // double-struck
    address.replace(/\d/g, (digit) => `%3${digit}`),
    address.replaceAll('.', '%2e'),
    address.replace(/\d/g, (digit) => `%EF%BC%9${digit}`),
    address.replace('.', '.\u00ad'),
    address.replace('.', '\u200b.'),
    address.replace('.', '\t.'),
    `${address}%00`,
    `${address}%20`,
    `${address}.0`,
    `0.${address}`,
    `-${address}`,
    `${whole + 2 ** 32}`,
  ]
  return [...plain, ...dotted, ...digits]
}

function carryFour(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const high = (a * 256 + b).toString(16)
  const low = (c * 256 + d).toString(16)
  const turned = `${((a * 256 + b) ^ 0xffff).toString(16)}:${((c * 256 + d) ^ 0xffff).toString(16)}`
  return [
    `::ffff:${address}`,
    `::ffff:${high}:${low}`,
    `0:0:0:0:0:ffff:${address}`,
    `::${address}`,
    `::${high}:${low}`,
    `::ffff:0:${address}`,
    `64:ff9b::${address}`,
    `64:ff9b::${high}:${low}`,
    `64:ff9b:1::${address}`,
    `2002:${high}:${low}::`,
    `2002:${high}:${low}::1`,
    `2001:0:${high}:${low}::1`,
    `2001:0:808:808::${turned}`,
    `2001:db8::5efe:${address}`,
    `2606:4700::5efe:${address}`,
  ]
}

function spellSix(address: string): string[] {
  return [
    `[${address}]`,
    `[${address.toUpperCase()}]`,
    `[${address}%25lo]`,
    `[${address}%lo]`,
    `[${address}].`,
    `[[${address}]]`,
  ]
}
