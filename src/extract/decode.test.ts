import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { decode } from './decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
  )

test('curly quotation marks of windows-1252 survive, declared or not', () => {
  const curly = bytes(
    [0x93],
    'The offer is dead,',
    [0x94],
    ' said the envoy',
    [0x97],
    'in Karsk. It',
    [0x92],
    's over.',
  )
  const wanted = '“The offer is dead,” said the envoy—in Karsk. It’s over.'
  assert.equal(decode(curly), wanted)
  assert.equal(decode(curly, 'windows-1252'), wanted)
  assert.equal(decode(curly, 'iso-8859-1'), wanted) // as browsers read that label
  assert.equal(
    decode(bytes('<meta charset="windows-1252">', [...curly]), undefined, true),
    `<meta charset="windows-1252">${wanted}`,
  )
})

test('a byte order mark outranks the transport, the transport outranks the page', () => {
  assert.equal(decode(bytes([0xef, 0xbb, 0xbf, 0xc3, 0xa9]), 'windows-1252'), '\uFEFFé')
  assert.equal(decode(bytes([0xff, 0xfe, 0x41, 0, 0x42, 0]), 'utf-8'), '\uFEFFAB')
  assert.equal(decode(bytes('<meta charset="utf-8">', [0xe9]), 'windows-1252', true), '<meta charset="utf-8">é')
  assert.equal(decode(bytes('<?xml version="1.0" encoding="koi8-r"?>', [0xc1]), undefined, true).at(-1), 'а')
  assert.equal(
    decode(
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', [0xe0]),
      undefined,
      true,
    ).at(-1),
    'а',
  )
})

test('labels that nobody knows, and a charset declared outside a page, are passed over', () => {
  assert.equal(decode(utf8('Karsk — café'), 'x-veldanian-7'), 'Karsk — café')
  assert.equal(decode(utf8('<meta charset="nonsense">é'), undefined, true), '<meta charset="nonsense">é')
  assert.equal(
    decode(utf8('The tag <meta charset="koi8-r"> was discussed: é')),
    'The tag <meta charset="koi8-r"> was discussed: é',
  )
})

test('what is no text is refused and named', () => {
  const refused: readonly (readonly [Uint8Array, RegExp])[] = [
    [utf8('%PDF-1.7 …'), /a PDF/],
    [bytes('PK', [3, 4], 'rest'), /ZIP/],
    [bytes([0x89], 'PNG', [13, 10]), /PNG/],
    [bytes('abc', [0], 'def'), /NUL/],
    [new Uint8Array(64), /NUL/],
    [bytes('ab', [1, 2, 3, 4, 5, 6]), /control characters/],
  ]
  for (const [input, message] of refused) {
    assert.throws(
      () => decode(input),
      (error) => error instanceof ReadoutError && error.code === 'FILE_BINARY' && message.test(error.message),
    )
  }
  assert.equal(decode(bytes('A form feed', [12], ' is no binary.')), 'A form feed\f is no binary.')
})

test('a charset that the bytes belie is passed over', () => {
  const words = 'The envoy’s “offer” stood, said Zoë Marrow.'
  const western = bytes(words.replace('’', '\x92').replace('“', '\x93').replace('”', '\x94'))
  const page = bytes('<meta charset="utf-8"><p>', [...western])
  assert.equal(decode(page, undefined, true), `<meta charset="utf-8"><p>${words}`)
  for (const label of ['utf-16', 'utf-16be', 'utf-8']) {
    assert.equal(decode(utf8(words), label), words, label)
    assert.equal(decode(western, label), words, label)
  }
  assert.equal(decode(utf8('“Zoë” spoke.'), 'shift_jis'), '“Zoë” spoke.')
  assert.equal(decode(Buffer.from('和平', 'utf16le'), 'utf-16'), '和平')
})

test('one damaged byte does not turn UTF-8 into something else', () => {
  const damaged = Buffer.concat([utf8('“Zoë” — so '), Uint8Array.from([0xff]), utf8(' it said')])
  for (const label of ['utf-8', undefined]) assert.equal(decode(damaged, label), '“Zoë” — so \uFFFD it said')
})

test('UTF-16 without its mark is read, and a stray NUL is let pass', () => {
  const words = 'The talks in Karsk — the “second” — went on.'
  assert.equal(decode(Buffer.from(words, 'utf16le')), words)
  assert.equal(decode(Buffer.from(words, 'utf16le').swap16(), 'utf-8'), words)
  const page = `<!doctype html><p>The talks in Karsk went\0 on, said the envoy Ilse Marrow.`
  assert.equal(decode(utf8(page), undefined, true), page)
})

const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}<title>Karsk</title></head><body><p>${body}</p></body></html>`
const asWestern = (text: string): Uint8Array =>
  bytes(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('’', '\x92').replaceAll('—', '\x97'))

test('header, declaration and meta that disagree are settled by the bytes: windows-1252 said to be UTF-8', () => {
  const body = '“The offer’s dead,” said Zoë Marrow — “and so is the levy.”'
  for (const [charset, head] of [
    ['utf-8', ''],
    ['utf-8', '<meta charset="utf-8">'],
    ['utf-8', '<meta charset="iso-8859-1">'],
    [undefined, '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'],
  ] as const)
    assert.equal(decode(asWestern(page(head, body)), charset, true), page(head, body), `${charset} ${head}`)
})

test('UTF-8 said to be Latin-1, or anything else, is UTF-8', () => {
  const body = '“The offer’s dead,” said Zoë Marrow — “and so is the levy.”'
  for (const [charset, head] of [
    ['iso-8859-1', ''],
    ['windows-1252', '<meta charset="utf-8">'],
    ['utf-8', '<meta charset="iso-8859-1">'],
    [undefined, '<meta charset="latin1">'],
    ['gbk', '<meta charset="gb2312">'],
    ['koi8-r', '<meta charset="windows-1251">'],
  ] as const)
    assert.equal(decode(utf8(page(head, body)), charset, true), page(head, body), `${charset} ${head}`)
  const xml = `<?xml version="1.0" encoding="iso-8859-1"?>${page('<meta charset="windows-1252">', body)}`
  assert.equal(decode(utf8(xml), 'us-ascii', true), xml)
})

test('UTF-8 with one damaged sign stays so, whatever the labels say', () => {
  const body = `“The offer’s dead,” said Zoë Marrow. ${'“No,” he said. '.repeat(10)}`
  const cut = Buffer.concat([utf8(page('<meta charset="windows-1252">', body)), Uint8Array.from([0xe2, 0x80])])
  assert.match(decode(cut, 'utf-8', true), /“The offer’s dead,” said Zoë Marrow\./)
})

test('UTF-16 without its mark is read in any alphabet, whatever the labels say', () => {
  for (const body of [
    'The talks in Karsk — the “second” — went on, said Zoë Marrow.',
    'Переговоры в Карске продолжились, сообщила посланница Ильзе Марроу, и никто не просил закрыть порт.',
  ]) {
    const text = page('<meta charset="utf-16">', body)
    for (const label of [undefined, 'utf-8', 'iso-8859-1']) {
      assert.equal(decode(Buffer.from(text, 'utf16le'), label, true), text)
      assert.equal(decode(Buffer.from(text, 'utf16le').swap16(), label, true), text)
    }
  }
  const plain = 'Переговоры в Карске продолжились, сообщила посланница Ильзе Марроу, и никто не просил закрыть порт.'
  assert.equal(decode(Buffer.from(plain, 'utf16le')), plain)
})

// 卡尔斯克会谈继续进行，没有人要求关闭港口。马罗特使星期一对记者说，谷物走廊将保持开放。
const GBK =
  'bfa8b6fbcbb9bfcbbbe1ccb8bcccd0f8bdf8d0d0a3acc3bbd3d0c8cbd2aac7f3b9d8b1d5b8dbbfdaa1a3c2edc2deccd8cab9d0c7c6dad2bbb6d4bcc7d5dfcbb5a3acb9c8ceefd7dfc0c8bdabb1a3b3d6bfaab7c5a1a3'
const CHINESE = '卡尔斯克会谈继续进行，没有人要求关闭港口。马罗特使星期一对记者说，谷物走廊将保持开放。'

test('GBK is read as such, also where it is said to be Latin-1 or UTF-8, or where nothing is said', () => {
  const chinese = [...Buffer.from(GBK, 'hex')]
  for (const [charset, head] of [
    ['gbk', ''],
    ['iso-8859-1', '<meta charset="gb2312">'],
    ['utf-8', '<meta charset="gbk">'],
    ['windows-1252', ''],
    [undefined, ''],
  ] as const) {
    const [before, after] = page(head, 'X').split('X')
    const given = bytes(before ?? '', chinese, after ?? '')
    assert.equal(decode(given, charset, true), page(head, CHINESE), `${charset} ${head}`)
  }
})

test('Western accents in twos stay Western, and Cyrillic that is said to be Western does not', () => {
  const body = 'Les accords créés à Karsk ont été signés, a déclaré Zoë, née à Orlenne: «Voilà l’été.»'
  assert.equal(decode(bytes(body.replace('’', '\x92')), 'iso-8859-1'), body)
  // Переговоры в Карске продолжились
  const cyrillic = [...Buffer.from('cfe5f0e5e3eee2eef0fb20e220cae0f0f1eae520eff0eee4eeebe6e8ebe8f1fc', 'hex')]
  assert.equal(
    decode(bytes('<meta charset="windows-1251"><p>', cyrillic), 'iso-8859-1', true),
    '<meta charset="windows-1251"><p>Переговоры в Карске продолжились',
  )
})
