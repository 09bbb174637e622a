import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMailAddress, parseMailbox } from './mail-address.ts'

const addressOf = (text: string): string | undefined => {
  const found = parseMailAddress(text)
  return typeof found === 'string' ? undefined : found.address
}

test('plain addresses are taken, compared without capitals, with their domain as it is looked up', () => {
  assert.deepEqual(parseMailAddress(' Ilse.Marrow+dam@Reader.Example '), {
    address: 'Ilse.Marrow+dam@reader.example',
    sign: 'ilse.marrow+dam@reader.example',
  })
  assert.equal(addressOf("o'hara_1@a-b.c.example"), "o'hara_1@a-b.c.example")
  assert.equal(addressOf('anna@bücher.example'), 'anna@xn--bcher-kva.example')
})

for (const odd of [
  '',
  'anna',
  '@reader.example',
  'anna@',
  'anna@localhost',
  'anna@127.0.0.1',
  'anna@2130706433',
  'anna@[127.0.0.1]',
  'anna@reader.example.',
  'anna@-a.example',
  'anna@a..example',
  '.anna@reader.example',
  'an..na@reader.example',
  '"anna@evil.example x"@reader.example',
  '"anna"@reader.example',
  'anna@reader.example, corvin@evil.example',
  'anna@reader.example;corvin@evil.example',
  'anna@reader.example\r\nBcc: corvin@evil.example',
  'anna\r\nBcc: corvin@evil.example',
  'anna@reader.example\n',
  'anna(x)@reader.example',
  '<anna@reader.example>',
  'Anna <anna@reader.example>',
  'ännä@reader.example',
  'anna@reader.example/x',
  'anna@evil.example#@reader.example',
  'anna@reader.example:25',
  'anna@reader%2eexample',
  'anna\u0000@reader.example',
  'anna\u2028@reader.example',
  `${'a'.repeat(65)}@reader.example`,
  `anna@${'a'.repeat(64)}.example`,
  `anna@${'abcdefg.'.repeat(32)}example`,
]) {
  test(`${JSON.stringify(odd).slice(0, 60)} is no address to send to`, () => {
    // a line break behind an address is trimmed away, and nothing of it is left
    if (odd === 'anna@reader.example\n') assert.equal(addressOf(odd), 'anna@reader.example')
    else assert.equal(typeof parseMailAddress(odd), 'string')
  })
}

test('a mailbox is an address, with a name or without', () => {
  assert.deepEqual(parseMailbox('Readout <news@desk.example>'), {
    name: 'Readout',
    address: 'news@desk.example',
    sign: 'news@desk.example',
  })
  assert.deepEqual(parseMailbox('"Dam, and talks" <news@desk.example>'), {
    name: 'Dam, and talks',
    address: 'news@desk.example',
    sign: 'news@desk.example',
  })
  assert.deepEqual(parseMailbox('news@desk.example'), { address: 'news@desk.example', sign: 'news@desk.example' })
  assert.equal(typeof parseMailbox('a\r\nBcc: x <news@desk.example>'), 'string')
  assert.equal(typeof parseMailbox('a" <x@evil.example>, "b <news@desk.example>'), 'string')
})
