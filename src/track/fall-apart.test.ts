import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fallApart, type Likeness } from './fall-apart.ts'

/** Reports of the same tens are of one story. */
function tens(within: number, between: number): Likeness<number> {
  return (a, b) => (Math.floor(a / 10) === Math.floor(b / 10) ? within : between)
}

test('twins fall apart once each has three reports, the part with the first report first', () => {
  const likeness = tens(0.6, 0.3)
  assert.equal(fallApart([11, 21, 12, 22, 13], likeness), undefined)
  assert.deepEqual(fallApart([11, 21, 12, 22, 13, 23], likeness), [
    [11, 12, 13],
    [21, 22, 23],
  ])
  assert.deepEqual(fallApart([21, 11, 22, 12, 13, 23], likeness), [
    [21, 22, 23],
    [11, 12, 13],
  ])
})

test('reports that are as like across as within are one story, and so are two that are nearly copies', () => {
  assert.equal(fallApart([11, 12, 13, 21, 22, 23], tens(0.4, 0.3)), undefined)
  const copies: Likeness<number> = (a, b) => (a + b === 3 ? 1 : 0.3)
  assert.equal(fallApart([1, 2, 3, 4, 5, 6, 7], copies), undefined)
})
