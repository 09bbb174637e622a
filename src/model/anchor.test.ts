// One emoji and one soft hyphen are the test: code points on the wire, UTF-16 units inside.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPosition, makeAnchor, makeSelectors } from './anchor.ts'
import { makeSpan } from './span.ts'

const TEXT = 'Marrow 🕊 said: “The of\u00adfer stands.” Hale 🜚 did not.'

function spanOf(words: string) {
  const start = TEXT.indexOf(words)
  return makeSpan(TEXT, start, start + words.length)
}

test('positions are counted in code points, the words stand beside them', () => {
  const span = spanOf('of\u00adfer')
  const [quote, position] = makeSelectors(TEXT, span)
  assert.equal(quote.exact, 'of\u00adfer')
  assert.equal(quote.prefix + quote.exact + quote.suffix, TEXT.slice(0, span.end + 32))
  assert.equal(position.start, span.start - 1) // one emoji stands before
  assert.equal([...TEXT].slice(position.start, position.end).join(''), 'of\u00adfer')
})

test('the context cuts no character in two', () => {
  const text = `${'x'.repeat(5)}🕊${'y'.repeat(31)}WORD${'z'.repeat(31)}🕊!`
  const start = text.indexOf('WORD')
  const [quote] = makeSelectors(text, makeSpan(text, start, start + 4))
  assert.equal(quote.prefix, `🕊${'y'.repeat(31)}`)
  assert.ok(quote.prefix.isWellFormed() && quote.suffix.isWellFormed())
})

test('an anchor names where its text stands', () => {
  assert.equal(makeAnchor(TEXT, spanOf('Hale'), '/report/a').source, '/report/a')
})

test('a position that is none selects nothing', () => {
  for (const [start, end] of [
    [3, 3],
    [-1, 2],
    [0, 999],
    [999, 1000],
    [0.5, 2],
  ] as const) {
    assert.equal(findPosition(TEXT, { start, end }), undefined, `${start}-${end}`)
  }
})

test('any span survives code points and back', () => {
  const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.toWellFormed())
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text]
      const [from, to] = [a % points.length, (b % points.length) + 1].sort((x, y) => x - y) as [number, number]
      if (from === to) return
      const start = points.slice(0, from).join('').length
      const span = makeSpan(text, start, start + points.slice(from, to).join('').length)
      const [quote, position] = makeSelectors(text, span)
      assert.deepEqual([position.start, position.end], [from, to])
      assert.equal(points.slice(from, to).join(''), quote.exact)
      assert.deepEqual(findPosition(text, position), span)
    }),
    { seed: 7, numRuns: 300 },
  )
})
