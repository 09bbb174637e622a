// Words of a link found again in a text that was made anew, and never others than they.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeSpan } from './span.ts'
import { findByDigest, wordsDigest } from './words-digest.ts'

const OLD = 'Dam talks\n\nHale said: “We gave nothing,\nand took nothing.” Marrow left early.'
const at = (text: string, words: string) => {
  const start = text.indexOf(words)
  return makeSpan(text, start, start + words.length)
}

test('words are found at their place, or where they moved, whatever the white space', () => {
  const words = '“We gave nothing,\nand took nothing.”'
  const span = at(OLD, words)
  const digest = wordsDigest(words)
  assert.deepEqual(findByDigest({ text: OLD }, span, digest), span)
  const anew = `A standfirst that was not there before.\n\n${OLD.replace('nothing,\nand', 'nothing, and')}`
  const found = findByDigest({ text: anew }, span, digest)
  assert.ok(found)
  assert.equal(anew.slice(found.start, found.end), '“We gave nothing, and took nothing.”')
})

test('words that are gone, or were changed in one letter, are found nowhere', () => {
  const span = at(OLD, 'We gave nothing')
  const digest = wordsDigest('We gave nothing')
  assert.equal(findByDigest({ text: OLD.replace('We gave nothing', 'We gave a nothing') }, span, digest), undefined)
  assert.equal(findByDigest({ text: OLD.replace('We', 'we') }, span, digest), undefined)
  assert.equal(findByDigest({ text: 'x' }, span, digest), undefined)
  assert.equal(findByDigest({ text: OLD }, { start: 9, end: 3 }, digest), undefined)
  assert.equal(findByDigest({ text: OLD }, { start: 0, end: 900_000 }, digest), undefined)
})

test('of the same words in two places the nearest is meant', () => {
  const text = `no comment ${'x '.repeat(50)}no comment ${'y '.repeat(200)}no comment`
  const second = text.indexOf('no comment', 5)
  const found = findByDigest({ text: `z ${text}` }, { start: second, end: second + 10 }, wordsDigest('no comment'))
  assert.equal(found?.start, second + 2)
})

test('whatever is found has the digest that was looked for', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'né', '🕊', '“c”', 'd-e'), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(words, words, fc.nat(), fc.nat(), (some, others, from, count) => {
      const first = from % some.length
      const picked = some.slice(first, first + 1 + (count % 5))
      const start = some.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
      const quote = picked.join(' ')
      const text = [...others, ...some].join('\n')
      const found = findByDigest({ text }, { start, end: start + quote.length }, wordsDigest(quote))
      assert.ok(found, `${quote} in ${text}`) // it stands there
      assert.equal(wordsDigest(text.slice(found.start, found.end)), wordsDigest(quote))
    }),
    { seed: 11, numRuns: 200 },
  )
})
