import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countParts } from './count-parts.ts'

test('what no pair joins is a part of its own', () => {
  assert.equal(countParts([], []), 0)
  assert.equal(countParts(['a', 'b', 'c'], []), 3)
})

test('sets join across others, in whatever order they come, and one again joins nothing more', () => {
  const pairs = [
    ['a', 'b'],
    ['c', 'd'],
    ['d', 'a'],
    ['b', 'c'],
    ['b', 'a'],
  ] as const
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], [['a', 'b', 'c', 'd']]), 2)
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], pairs), 2)
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], pairs.toReversed()), 2)
})
