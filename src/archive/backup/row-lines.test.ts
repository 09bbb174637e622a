import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Row } from '../statement.ts'
import { RowBroken, readRows, writeRows } from './row-lines.ts'

const COLUMNS = ['a', 'b', 'c']

test('rows of any values come back as they were, however the file is cut into pieces', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
  )
  const rows = fc.array(fc.tuple(value, value, value), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 17 }), async (values, size) => {
      const given = values.map(([a, b, c]): Row => ({ a, b, c }))
      assert.deepEqual(await read(cut(bytesOf(given), size)), given)
    }),
    { numRuns: 200 },
  )
})

test('a file that is cut gives the rows before the cut and names the one that is harmed', async () => {
  const given: Row[] = [
    { a: 'Karsk', b: 1, c: null },
    { a: 'Veldania', b: 2, c: Uint8Array.from([10, 0, 255]) },
  ]
  const bytes = bytesOf(given)
  const first = bytes.indexOf(10) + 1
  for (let end = first; end < bytes.byteLength; end += 1) {
    const found: Row[] = []
    const reading = read(cut(bytes.subarray(0, end), 7), found)
    if (end === first) await reading
    else await assert.rejects(reading, (error) => error instanceof RowBroken && error.number === 2)
    assert.deepEqual(found, given.slice(0, 1))
  }
})

function bytesOf(rows: readonly Row[]): Uint8Array {
  return Buffer.concat([...writeRows(rows, COLUMNS)].map((piece) => Buffer.from(piece)))
}

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function read(pieces: AsyncIterable<Uint8Array>, found: Row[] = []): Promise<Row[]> {
  for await (const page of readRows(pieces, COLUMNS)) found.push(...page)
  return found
}
