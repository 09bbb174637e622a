// Around what is cited, whole words, and never more than was asked for but to the end of a word.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeSpan } from '../model/span.ts'
import { excerptsOf, shownOf } from './excerpt.ts'

const TEXT = 'Marrow spoke on Monday. The dam stays shut. Nobody answered her. Hale left early.'
const spanOf = (words: string) => makeSpan(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)
const words = (characters: number, ...cited: string[]) =>
  excerptsOf(TEXT, cited.map(spanOf), characters).map(({ start, end }) => TEXT.slice(start, end))

test('so many characters around, to the edges of words', () => {
  assert.deepEqual(words(0, 'dam stays'), ['dam stays'])
  assert.deepEqual(
    words(6, 'dam stays'),
    ['. The dam stays shut.'].map((one) => `Monday${one}`),
  )
  assert.deepEqual(words(3, 'spoke', 'early'), ['Marrow spoke on', 'left early.'])
  assert.deepEqual(words(500, 'dam'), [TEXT])
})

test('what meets is shown as one', () => {
  assert.deepEqual(words(8, 'dam stays', 'Nobody'), ['Monday. The dam stays shut. Nobody answered'])
})

test('a block says where it was cut', () => {
  const block = spanOf('The dam stays shut. Nobody answered her.')
  const [only] = shownOf(TEXT, block, excerptsOf(TEXT, [spanOf('stays')], 0))
  assert.deepEqual([only?.isCutBefore, only?.isCutAfter], [true, true])
  const whole = shownOf(TEXT, block, excerptsOf(TEXT, [spanOf('stays')], 100))
  assert.deepEqual(whole, [{ span: block, isCutBefore: false, isCutAfter: false }])
  assert.deepEqual(shownOf(TEXT, block, excerptsOf(TEXT, [spanOf('Hale')], 0)), [])
})

test('nothing cited is ever left out, and no excerpt cuts a character in two', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((words) => words.isWellFormed())
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.nat(50), (words, a, b, characters) => {
      const [start, end] = [a % words.length, (b % words.length) + 1].sort((x, y) => x - y) as [number, number]
      if (start === end || !words.slice(start, end).isWellFormed()) return
      for (const one of excerptsOf(words, [makeSpan(words, start, end)], characters)) {
        assert.ok(one.start <= start && one.end >= end)
      }
    }),
  )
})
