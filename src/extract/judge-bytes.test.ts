import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findBinary, findUtf16 } from './judge-bytes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]))
const isBinary = (bytes: Uint8Array): boolean => findBinary(bytes) !== undefined

test('text in any charset is text; pictures, archives and programs are not', () => {
  assert.equal(isBinary(utf8('Talks in Karsk. “No deal,” said Ilse Marrow.\r\n\tShe left.')), false)
  assert.equal(isBinary(Uint8Array.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96])), false, 'windows-1252')
  assert.equal(isBinary(Uint8Array.from([0xff, 0xfe, 0x4b, 0x00])), false, 'UTF-16 with its mark')
  assert.equal(isBinary(utf16('Talks went on in Karsk.')), false, 'UTF-16 without its mark')
  assert.equal(isBinary(utf8('%PDF-1.7 and then letters only')), true)
  assert.equal(isBinary(utf8('PK\u0003\u0004 a zip')), true)
  assert.equal(isBinary(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])), true)
  assert.equal(isBinary(utf8('Talks went on\0 and on')), true)
})

test('a mark alone makes no UTF-16: what follows has to read as text', () => {
  const marked = (...bytes: number[]): Uint8Array => Uint8Array.from([0xff, 0xfe, ...bytes])
  assert.equal(isBinary(marked(...utf16('Talks in Karsk went on.'))), false)
  assert.equal(isBinary(marked(...utf16('卡尔斯克会谈继续'))), true, 'cut to its low bytes, and no text any more')
  assert.equal(isBinary(marked(...Buffer.from('卡尔斯克会谈继续。', 'utf16le'))), false)
  assert.equal(isBinary(marked(...utf8('binary'))), true)
  assert.equal(isBinary(marked(...Array.from({ length: 512 }, (_, i) => (i * 167 + 41) % 256))), true)
})

test('UTF-16 is known by where its NULs stand, a few strange ones aside', () => {
  const text = 'Talks in Karsk went on — and on.'
  assert.equal(findUtf16(Buffer.from(text, 'utf16le')), 'utf-16le')
  assert.equal(findUtf16(Buffer.from(text, 'utf16le').swap16()), 'utf-16be')
  assert.equal(findUtf16(utf8(text)), undefined)
  assert.equal(findUtf16(new Uint8Array(64)), undefined)
  assert.equal(findUtf16(Uint8Array.from({ length: 400 }, (_, i) => (i % 2 ? 0 : i % 256))), undefined, 'counting up')
})
