import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countParts } from './count-parts.ts'

test('what no pair joins is a part of its own', () => {
  assert.equal(countParts([], []), 0)
  assert.equal(countParts(['a', 'b', 'c'], []), 3)
})

test('only what stands in a set together may be one, in whatever order the sets come', () => {
  const ring = [
    ['a', 'b'],
    ['c', 'd'],
    ['d', 'a'],
    ['b', 'c'],
    ['b', 'a'],
  ] as const
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], [['a', 'b', 'c', 'd']]), 2)
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], ring), 3)
  assert.equal(countParts(['a', 'b', 'c', 'd', 'e'], ring.toReversed()), 3)
  // an official of Karsk, one of Veldania, and a source of whom nobody tells the side
  assert.equal(
    countParts(
      ['karsk', 'veldania', 'source'],
      [
        ['karsk', 'source'],
        ['veldania', 'source'],
      ],
    ),
    2,
  )
})

test('the fewest that things can be, against all ways of putting them together', () => {
  const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(sets, (given) => {
      const things = [0, 1, 2, 3, 4, 5]
      const share = (a: number, b: number): boolean =>
        a === b || given.some((set) => set.includes(a) && set.includes(b))
      const fewest = (left: readonly number[], parts: readonly (readonly number[])[]): number => {
        const [first, ...rest] = left
        if (first === undefined) return parts.length
        const joined = parts.flatMap((part, at) =>
          part.every((one) => share(one, first)) ? [fewest(rest, parts.with(at, [...part, first]))] : [],
        )
        return Math.min(...joined, fewest(rest, [...parts, [first]]))
      }
      assert.equal(countParts(things, given as [number, ...number[]][]), fewest(things, []))
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('thirteen who are named, each of whom one other may be, are thirteen', () => {
  const named = Array.from({ length: 13 }, (_, at) => at)
  assert.equal(
    countParts(
      [...named, -1],
      named.map((one) => [one, -1] as const),
    ),
    13,
  )
})

test('a crowd of one side counts as one however many it is', () => {
  const crowd = Array.from({ length: 3000 }, (_, at) => at)
  assert.equal(countParts([...crowd, -1], [crowd as [number, ...number[]]]), 2)
})
