import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { Header } from '../../model/capture.ts'
import { decodeAs, decodeContent, decodePayload } from './decode-content.ts'

const TEXT = 'Corvin Hale denied it. '.repeat(999)
const by = (coding: string): Header[] => [['Content-Encoding', coding]]

test('each coding comes off, also where a name is in capitals or a member follows another', async () => {
  const forms: [string, Uint8Array][] = [
    ['gzip', gzipSync(TEXT)],
    ['GZIP', Buffer.concat([gzipSync(TEXT.slice(0, 50)), gzipSync(TEXT.slice(50))])],
    ['gzip', Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)])], // padded
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
    ['', Buffer.from(TEXT)],
  ]
  for (const [coding, bytes] of forms) {
    assert.equal(Buffer.from(await decodePayload(bytes, by(coding))).toString(), TEXT, coding)
  }
})

test('an empty body has nothing to decode', async () => {
  for (const coding of ['gzip', 'br', 'zstd', 'deflate']) {
    assert.equal((await decodePayload(new Uint8Array(), by(coding))).length, 0)
  }
})

test('a body cut at any place gives no half text', async () => {
  for (const [coding, bytes] of [
    ['gzip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
  ] as const) {
    for (let end = 1; end < bytes.length; end += 7) {
      const { kind } = await decodeContent(bytes.subarray(0, end), by(coding))
      assert.equal(kind, 'coding', `${coding} cut at ${end}`)
    }
  }
})

test('nested and unknown codings are refused, and say so of a stored payload', async () => {
  await assert.rejects(decodePayload(gzipSync(TEXT), by('br, gzip')), { code: 'EXTRACT_FAILED', message: /br, gzip/ })
  await assert.rejects(decodePayload(gzipSync(TEXT), by('compress')), { code: 'EXTRACT_FAILED', message: /compress/ })
  await assert.rejects(decodePayload(Buffer.from(TEXT), by('gzip')), { code: 'EXTRACT_FAILED', message: /broken/ })
})

test('a bomb stops at a cap: of its size, or of its ratio', async () => {
  const zeros = gzipSync(Buffer.alloc(4 << 20))
  const bySize = await decodeAs('gzip', zeros, { decodedBytes: 1 << 20, ratio: 1e9 })
  assert.ok(bySize.kind === 'size' && /1048576 bytes/.test(bySize.reason))
  const byRatio = await decodeAs('gzip', zeros, { decodedBytes: 1e9, ratio: 100 })
  assert.ok(byRatio.kind === 'size' && /100 times/.test(byRatio.reason))
  assert.equal((await decodeAs('gzip', gzipSync(Buffer.alloc(500_000)))).kind, 'decoded') // small ones may be even
  assert.equal((await decodeContent(new Uint8Array(9), [], { decodedBytes: 8, ratio: 1 })).kind, 'size')
})

test('a window that would take 128 MiB is not opened', async () => {
  const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_enableLongDistanceMatching]: 1 }
  // larger than the window, or the encoder makes the window smaller; as noise, or the ratio would stop it first
  const noise = Buffer.alloc(12 << 20)
  for (let i = 0, seed = 1; i < noise.length; i += 4) {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0
    noise.writeInt32LE(seed, i)
  }
  const bytes = zstdCompressSync(noise, { params })
  const decoded = await decodeAs('zstd', bytes)
  assert.equal(decoded.kind, 'coding', JSON.stringify(decoded).slice(0, 200))
})
