// Inner addresses as attackers spell them. Those of this machine lead to a canary, which counts who comes; the others lead
// nowhere in a test. Each is what a redirect or a feed may hold; PORT is the port at which the canaries listen.

const SPELLINGS = [
  // 127.0.0.1 and a second one, in the numbers that an address may be written in
  'http://127.0.0.1:PORT/secret',
  'http://127.0.0.9:PORT/secret',
  'http://127.1:PORT/secret',
  'http://127.0.1:PORT/secret',
  'http://2130706433:PORT/secret',
  'http://0x7f000001:PORT/secret',
  'http://0x7f.1:PORT/secret',
  'http://0177.0.0.1:PORT/secret',
  'http://017700000001:PORT/secret',
  'http://127.000.000.001:PORT/secret',
  'http://0x7F.0x0.0x0.0x1:PORT/secret',
  'http://0:PORT/secret',
  'http://0.0.0.0:PORT/secret',
  // as IPv6, and as IPv4 inside it
  'http://[::1]:PORT/secret',
  'http://[::]:PORT/secret',
  'http://[0:0:0:0:0:0:0:1]:PORT/secret',
  'http://[::ffff:127.0.0.1]:PORT/secret',
  'http://[::fFFf:7f00:1]:PORT/secret',
  'http://[::127.0.0.1]:PORT/secret',
  'http://[64:ff9b::7f00:1]:PORT/secret',
  'http://[64:ff9b:1::127.0.0.1]:PORT/secret',
  'http://[2002:7f00:1::]:PORT/secret',
  // names, other digits, other dots
  'http://localhost:PORT/secret',
  'http://LOCALHOST.:PORT/secret',
  'http://desk.localhost:PORT/secret',
  'http://inner.example:PORT/secret',
  'http://①②⑦.⓪.⓪.①:PORT/secret',
  'http://127。0。0。1:PORT/secret',
  'http://127%2e0%2e0%2e1:PORT/secret',
  'http://%31%32%37.0.0.1:PORT/secret',
  // dressed up
  'http://karsk-courier.example@127.0.0.1:PORT/secret',
  'http://user:word@127.0.0.1:PORT/secret',
  '//127.0.0.1:PORT/secret',
  '/\\127.0.0.1:PORT/secret',
  'http:\\\\127.0.0.1:PORT/secret',
  'HTTP://127.0.0.1:PORT/secret#karsk-courier.example',
  // networks of others that nobody outside has to reach
  'http://10.0.0.1:PORT/secret',
  'http://172.16.0.1:PORT/secret',
  'http://192.168.0.1:PORT/secret',
  'http://169.254.169.254:PORT/latest/meta-data/',
  'http://100.64.0.1:PORT/secret',
  'http://198.18.0.1:PORT/secret',
  'http://224.0.0.1:PORT/secret',
  'http://255.255.255.255:PORT/secret',
  'http://[fe80::1]:PORT/secret',
  'http://[fd00::1]:PORT/secret',
  'http://[ff02::1]:PORT/secret',
] as const

export const SPELLING_COUNT = SPELLINGS.length

/** The spelling with the number, counted round. */
export function innerAddress(number: number, port: number): string {
  return (SPELLINGS[number % SPELLINGS.length] ?? '').replace('PORT', String(port))
}

/** Answers of a resolver that must not be connected to. */
export const INNER_V6 = [
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fe80::1',
  'fd00::1',
]
