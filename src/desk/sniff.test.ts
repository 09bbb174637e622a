import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOtherEnding, kindByBytes, kindByEnding } from './sniff.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the ending names the kind, whatever its case, and zipped or not', () => {
  assert.equal(kindByEnding('talks.HTM'), 'text/html')
  assert.equal(kindByEnding('wire.md.gz'), 'text/markdown')
  assert.equal(kindByEnding('week.ndjson'), 'jsonl')
  assert.equal(kindByEnding('wire.PDF'), 'application/pdf')
  assert.equal(kindByEnding('page.mht'), 'multipart/related')
  assert.equal(kindByEnding('photo.jpeg'), undefined)
  assert.equal(kindByEnding('README'), undefined)
})

test('without an ending the first bytes tell', () => {
  assert.equal(kindByBytes(utf8('{"id": 1, "text": "x"}\n')), 'jsonl')
  assert.equal(kindByBytes(utf8('\uFEFF  <!DOCTYPE html><p>Karsk')), 'text/html')
  assert.equal(kindByBytes(utf8('<html lang="en">')), 'text/html')
  assert.equal(kindByBytes(Buffer.from('<html lang="en"><p>Karsk', 'utf16le')), 'text/html')
  assert.equal(kindByBytes(utf8('%PDF-1.7\n')), 'application/pdf')
  const headers = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'
  assert.equal(kindByBytes(utf8(`${headers}\r\n`)), 'multipart/related')
  assert.equal(kindByBytes(utf8(`From: Karsk\r\n\r\n${headers}`)), 'text/plain')
  assert.equal(kindByBytes(utf8('<The envoy> spoke.')), 'text/plain')
  assert.equal(kindByBytes(utf8('{ an aside } Talks went on.')), 'text/plain')
})

test('an ending that reports do not have tells, a name without one does not', () => {
  for (const name of ['pic.png', 'a/talks.PPTX', 'scan.tiff.gz', 'tool.exe'])
    assert.equal(isOtherEnding(name), true, name)
  for (const name of ['talks', 'talks.html', 'v1.5 of the talks', '/dev/fd/63', '.hidden', 'talks.gz', 'a.b/talks']) {
    assert.equal(isOtherEnding(name), false, name)
  }
})
