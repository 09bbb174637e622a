import assert from 'node:assert/strict'
import { BlockList } from 'node:net'
import { test } from 'node:test'
import { judgeAddress, parseAddress, parseNetworks } from './guard-address.ts'

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '192.0.1.0',
  '223.255.255.255',
  '169.253.255.255',
]
const PUBLIC_SIX = [
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
  '2002:101:101::1',
  '2a00::1',
]

const INNER = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.175.48.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '100.100.100.200',
]
const INNER_SIX = [
  '::',
  '::1',
  '::7f00:1',
  '::127.0.0.1',
  '::8.8.8.8',
  'fe80::1',
  'febf::1',
  'fec0::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:30::1',
  '2001:db8::1',
  '3fff::1',
  '5f00::1',
  '64:ff9b:1::1',
  '64:ff9b:1::8.8.8.8',
  '4000::1',
  'e000::1',
  '::ffff:0:127.0.0.1',
  '::ffff:0:8.8.8.8',
  '2620:4f:8000::1',
  '2001:4:112::1',
  '1::1',
  '2001:4860::5efe:10.0.0.1',
  '2001:4860::200:5efe:10.0.0.1',
  '2001:4860::5efe:7f00:1',
]

test('public unicast passes', () => {
  for (const address of [...PUBLIC, ...PUBLIC_SIX]) assert.equal(judgeAddress(address), undefined, address)
})

test('nothing else does, and the reason names the address', () => {
  for (const address of [...INNER, ...INNER_SIX])
    assert.match(judgeAddress(address) ?? '', new RegExp(`^"?${address}`), address)
})

test('an inner address within IPv6 is seen, however it is carried', () => {
  for (const address of INNER) {
    const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
    const hex = (high: number, low: number, mask = 0): string => ((high * 256 + low) ^ mask).toString(16)
    const high = hex(a, b)
    const low = hex(c, d)
    const carried = [
      `::ffff:${address}`,
      `::ffff:${high}:${low}`,
      `0:0:0:0:0:FFFF:${high}:${low}`,
      `64:ff9b::${address}`,
      `2002:${high}:${low}::1`,
      `2001:0:${high}:${low}::${hex(8, 8, 0xffff)}:${hex(8, 8, 0xffff)}`, // Teredo, by its server
      `2001:0:808:808::${hex(a, b, 0xffff)}:${hex(c, d, 0xffff)}`, // by its client
      `2001:4860::5efe:${high}:${low}`,
    ]
    for (const spelling of carried) assert.notEqual(judgeAddress(spelling), undefined, spelling)
  }
  assert.equal(judgeAddress('2001:0:808:808::f7f7:f7f7'), undefined) // 8.8.8.8 twice
})

test('what is no address in its usual spelling is none', () => {
  const none = [
    '',
    'marrow.example',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '0177.0.0.1',
    '010.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    ' 1.1.1.1',
  ]
  for (const text of [...none, '1.1.1.1 ', '[::1]', '::1::', '1.1.1.1\n', '::ffff:1.1.1.1.1', '１.1.1.1']) {
    assert.equal(parseAddress(text), undefined, text)
    assert.match(judgeAddress(text) ?? '', /no IP address/, text)
  }
  assert.notEqual(judgeAddress('fe80::1%eth0'), undefined)
  assert.notEqual(judgeAddress('2606:4700::1111%1'), undefined)
  assert.equal(parseAddress('2606:4700:0:0::0:1111'), '2606:4700::1111')
})

test('a network of one’s own is allowed, and no more than that', () => {
  const networks = parseNetworks(['192.168.7.0/24', 'fd00:7::/32'])
  for (const address of ['192.168.7.1', '::ffff:192.168.7.1', 'fd00:7::1', '8.8.8.8']) {
    assert.equal(judgeAddress(address, networks), undefined, address)
  }
  for (const address of ['192.168.8.1', 'fd00:8::1', '127.0.0.1', '64:ff9b::192.168.7.1', '2002:c0a8:701::1']) {
    assert.notEqual(judgeAddress(address, networks), undefined, address)
  }
  for (const range of ['192.168.7.1', '192.168.7.0/33', 'x/8', '::/129', '']) {
    assert.throws(() => parseNetworks([range]), { code: 'SETTINGS_BROKEN' }, range)
  }
})

test('this machine’s own address is not asked, public as it may be', () => {
  const own = ['8.8.4.4', '2001:4860::5', 'fe80::1%eth0']
  for (const address of ['8.8.4.4', '::ffff:8.8.4.4', '2001:4860:0::5'])
    assert.match(judgeAddress(address, [], own) ?? '', /own/, address)
  assert.equal(judgeAddress('8.8.4.4', parseNetworks(['8.8.4.4/32']), own), undefined)
  assert.equal(judgeAddress('8.8.8.8', [], own), undefined)
})

test('it agrees with the registries of special addresses, read into another library', () => {
  const special = new BlockList()
  const four = [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    '168.63.129.16/32',
  ]
  for (const range of four) special.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv4')
  const six = ['2001::/23', '2001:db8::/32', '2620:4f:8000::/48', '3fff::/20']
  for (const range of six) special.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv6')
  const global = new BlockList()
  global.addSubnet('2000::', 3, 'ipv6')

  let state = 42
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const edges = four.flatMap((range) => (range.split('/')[0] ?? '').split('.').map(Number).slice(0, 2))
  for (let i = 0; i < 20_000; i++) {
    const byte = (): number => (random(2) ? random(256) : (edges[random(edges.length)] ?? 0))
    const address = [byte(), byte(), byte(), byte()].join('.')
    const isPublic = !special.check(address, 'ipv4')
    assert.equal(judgeAddress(address) === undefined, isPublic, address)
    assert.equal(judgeAddress(`::ffff:${address}`) === undefined, isPublic, address)
    assert.equal(judgeAddress(`64:ff9b::${address}`) === undefined, isPublic, address)
  }
  for (let i = 0; i < 20_000; i++) {
    const head = ['2001', '2002', '3fff', '2620', '2a00', '64', 'fe80', '0'][random(8)]
    const start = random(2) ? head : random(65536).toString(16)
    const second = random(3) ? random(65536).toString(16) : ['0', 'db8', '4f', '2', '20', 'ff9b'][random(6)]
    const address = `${start}:${second}:8000:${random(65536).toString(16)}:1234:5678:9abc:${random(65536).toString(16)}`
    if (start === '2002' || (start === '2001' && second === '0')) continue // those carry an IPv4 address, above
    const isPublic = global.check(address, 'ipv6') && !special.check(address, 'ipv6')
    assert.equal(judgeAddress(address) === undefined, isPublic, address)
  }
})
