// The interval against published values, and which ruling counts against which part.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ruling } from '../../model/decision.ts'
import { measurePrecision, type ReviewedSaid, wilson } from './precision.ts'

const said = (confidence: number | undefined, ...kinds: Ruling['kind'][]): ReviewedSaid => ({
  kinds: new Set(kinds),
  ...(confidence !== undefined && { confidence }),
})

test('Wilson’s interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3
  const table = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const
  for (const [right, of, from, to] of table) {
    const found = wilson(right, of)
    assert.ok(
      Math.abs(found.from - from) < 0.00005 && Math.abs(found.to - to) < 0.00005,
      `${right}/${of}: ${found.from} ${found.to}`,
    )
  }
  assert.deepEqual(wilson(0, 0), { from: 0, to: 1 })
  assert.equal(wilson(20, 20).to, 1)
})

test('confirmed is right in all, a correction wrong in its part, a rejection wrong at all', () => {
  const { reviewed, parts } = measurePrecision([
    said(0.9, 'confirm'),
    said(0.9, 'confirm', 'set kind'),
    said(0.6, 'correct'),
    said(0.6, 're-attribute'),
    said(0.2, 'reject'),
    said(0.2, 'reject', 'confirm'),
  ])
  assert.equal(reviewed, 6)
  const figures = Object.fromEntries(
    Object.entries(parts).map(([part, { right, reviewed: of }]) => [part, [right, of]]),
  )
  assert.deepEqual(figures, { found: [4, 6], words: [2, 3], who: [2, 3], kind: [1, 2] })
})

test('by confidence: each once, the edge in the upper band, what is not read any more in none', () => {
  const { bands } = measurePrecision([
    said(0.49, 'reject'),
    said(0.5, 'confirm'),
    said(0.9, 'confirm'),
    said(1, 'correct'),
    said(undefined, 'confirm'),
  ])
  assert.deepEqual(
    bands.map(({ found, whole }) => [found.right, found.reviewed, whole.right, whole.reviewed]),
    [
      [0, 1, 0, 1],
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [2, 2, 1, 2],
    ],
  )
})
