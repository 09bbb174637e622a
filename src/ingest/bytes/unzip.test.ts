import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { unzip } from './unzip.ts'

const LONG = Array.from({ length: 20_000 }, (_, i) => `Day ${i}: the levy talks went on in Karsk.\n`).join('')

/** What came, and `!` where it ended in an error. */
async function unzipped(bytes: Uint8Array, size = 1000): Promise<string> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const parts: Uint8Array[] = []
  try {
    for await (const part of unzip(chunks())) parts.push(part)
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'Z_DATA_ERROR')
    return `${Buffer.concat(parts)}!`
  }
  return Buffer.concat(parts).toString()
}

test('members one after another, zeros after them, and the name of the file in the header', async () => {
  const named = gzipSync('One.')
  named[3] = 8 + 4 + 2
  const extra = [3, 0, 1, 2, 3, ...Buffer.from('one.txt'), 0, 9, 9]
  const bytes = Buffer.concat([named.subarray(0, 10), Buffer.from(extra), named.subarray(10), gzipSync(LONG)])
  for (const size of [97, 65_536]) {
    assert.equal(await unzipped(Buffer.concat([bytes, Buffer.alloc(512)]), size), `One.${LONG}`)
  }
})

test('what was whole is given before a cut, garbage or a wrong sum is reported', async () => {
  const bytes = gzipSync(LONG)
  assert.equal(await unzipped(Buffer.concat([bytes, Buffer.from('garbage')])), `${LONG}!`)
  assert.equal(await unzipped(bytes.subarray(0, -1)), `${LONG}!`)
  assert.equal(await unzipped(bytes.map((byte, i) => (i === bytes.length - 5 ? byte ^ 1 : byte))), `${LONG}!`)
  const cut = await unzipped(bytes.subarray(0, bytes.length >> 1))
  assert.ok(cut.length > LONG.length / 3 && LONG.startsWith(cut.slice(0, -1)))
})

test('however the bytes are cut into chunks, all of a member comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), fc.integer({ min: 1, max: 40 }), async (a, b, size) => {
      assert.equal(await unzipped(Buffer.concat([gzipSync(a), gzipSync(b)]), size), a + b)
    }),
    { numRuns: 50 },
  )
})
