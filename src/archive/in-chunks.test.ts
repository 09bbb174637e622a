import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChunks } from './in-chunks.ts'

test('a list is cut into pieces of few sizes that are the whole of it, in order', () => {
  const sizes = new Set<number>()
  for (let length = 0; length <= 1100; length++) {
    const list = Array.from({ length }, (_, i) => i)
    const pieces = [...inChunks(list, 500)]
    assert.deepEqual(pieces.flat(), list)
    for (const piece of pieces) sizes.add(piece.length)
  }
  assert.deepEqual(
    [...sizes].toSorted((a, b) => a - b),
    [1, 2, 4, 8, 16, 32, 64, 128, 256, 500],
  )
  assert.deepEqual([...inChunks(['a', 'b', 'c'], 1)], [['a'], ['b'], ['c']])
})
