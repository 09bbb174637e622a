// What is kept of many, and in which order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepMost } from './keep-most.ts'

test('the weightiest are kept in their order, and the rest is counted', () => {
  const weights = [1, 5, 2, 5, 4]
  assert.deepEqual(
    keepMost(weights, 3, (weight) => weight),
    { kept: [5, 5, 4], left: 2 },
  )
  assert.deepEqual(
    keepMost(['a', 'b', 'c'], 2, () => 1),
    { kept: ['a', 'b'], left: 1 },
  )
  assert.deepEqual(
    keepMost(['a'], 2, () => 1),
    { kept: ['a'], left: 0 },
  )
})
