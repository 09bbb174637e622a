import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fitText, plainText } from './fit-text.ts'
import { measureText } from './measure-text.ts'

const line = { width: 100, size: 10 }

test('words stay whole where a line holds them, and nothing is lost', () => {
  const { lines, isCut } = fitText('three unnamed Veldanian officials', { ...line, most: 4 })
  assert.equal(lines.join(' '), 'three unnamed Veldanian officials')
  assert.equal(isCut, false)
})

test('what is too long ends in an ellipsis; a long word is broken and has no spaces put in', () => {
  const cut = fitText('three unnamed Veldanian officials who would not be named', { ...line, most: 2 })
  assert.equal(cut.isCut, true)
  assert.match(cut.lines.at(-1) ?? '', /…$/)
  const long = fitText('x'.repeat(40), { ...line, most: 9 })
  assert.equal(long.lines.join(''), 'x'.repeat(40))
  assert.equal(
    fitText('👩‍👩‍👧'.repeat(20), { ...line, most: 99 }).lines.every((each) => /^(?:👩‍👩‍👧)+$/u.test(each)),
    true,
  )
})

test('no line is wider than its box, whatever the words', () => {
  const words = fc.string({ unit: 'binary', maxLength: 80 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), fc.boolean(), (text, most, isBold) => {
      const { lines, isCut } = fitText(text, { ...line, most, isBold })
      assert.ok(lines.length <= most)
      for (const each of lines) assert.ok(measureText(each, 10, isBold) <= 100 || [...each].length < 3, each)
      if (!isCut) assert.equal(lines.join('').replaceAll(' ', ''), plainText(text).replaceAll(' ', ''))
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('nothing that XML refuses is left in a text', () => {
  assert.equal(plainText('a\u0000b\u001b[31m\ud800 c\n\td\uffff'), 'a\ufffdb\ufffd[31m\ufffd c d\ufffd')
  assert.equal(plainText('\u202egnikaeps\u2069 ydobon'), 'gnikaeps ydobon', 'and no name turns what follows it')
})
