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
