import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toGiven } from '../model/doc.ts'
import { makeSpan } from '../model/span.ts'
import { cutLine, cutRuns } from './cut-runs.ts'
import { normalise } from './normalise.ts'

const TRICKY = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '\r\n',
        '\r',
        '\u00AD',
        '\u200B',
        '\uFEFF',
        '\u00A0',
        '\u2009',
        'e\u0301',
        '\u1100\u1161\u11A8',
        '😀',
        '\uD800',
        '\u0958',
        '\uFB1D',
        'word ',
        '\t',
        '\0',
        '\u2028',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

test('each text has one spelling', () => {
  const spelling: readonly (readonly [string, string])[] = [
    ['caf\u0065\u0301', 'caf\u00E9'],
    ['co\u00ADoperate', 'cooperate'],
    ['10\u00A0000\u2009men', '10 000 men'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['\uFEFFKarsk\u200B\u0000', 'Karsk'],
    ['half \uD83D a pair', 'half \uFFFD a pair'],
    ['“quoted” — kept …', '“quoted” — kept …'],
    ['e\u00AD\u0301', '\u00E9'],
  ]
  for (const [given, wanted] of spelling) assert.equal(normalise(given).text, wanted)
})

test('the normal form is NFC, well-formed, without carriage returns or anything unseen, and normal again', () => {
  fc.assert(
    fc.property(TRICKY, (given) => {
      const { text } = normalise(given)
      assert.equal(text, text.normalize('NFC'))
      assert.ok(text.isWellFormed())
      assert.doesNotMatch(text, /[\r\0\u00AD\u200B\u00A0\uFEFF\t\u2028]/)
      assert.equal(normalise(text).text, text)
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('every run agrees with the words that it stands for, and runs leave no character out', () => {
  fc.assert(
    fc.property(TRICKY, (given) => {
      const { text, runs } = normalise(given)
      let at = 0
      for (const run of runs) {
        assert.equal(run.at, at)
        assert.equal(
          normalise(given.slice(run.given, run.given + run.givenLength)).text,
          text.slice(at, at + run.length),
        )
        at += run.length
      }
      assert.equal(at, text.length)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('a span of the normal text finds its words in the text as given', () => {
  const words = fc.array(fc.constantFrom('Karsk', 'co\u00ADoperate', 'cafe\u0301', '😀', 'said.', 'x'), {
    minLength: 1,
    maxLength: 12,
  })
  const blanks = fc.constantFrom(' ', '\u00A0', '  ', '\r\n', ' \u200B ')
  fc.assert(
    fc.property(words, blanks, fc.nat(), (list, blank, pick) => {
      const given = `\uFEFF${list.join(blank)}`
      const line = cutLine(normalise(given), [[0, normalise(given).text.length]])
      assert.equal(line.text, list.map((word) => normalise(word).text).join(' '))
      const index = pick % list.length
      const start = list
        .slice(0, index)
        .map((word) => normalise(word).text.length + 1)
        .reduce((a, b) => a + b, 0)
      const span = makeSpan(line.text, start, start + normalise(list[index] ?? '').text.length)
      const ranges = toGiven(line.runs, span)
      assert.equal(ranges.length, 1)
      assert.equal(given.slice(...(ranges[0] as [number, number])).replaceAll('\u200B', ''), list[index])
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('runs cut in the middle keep their way back', () => {
  const { text, runs } = normalise('ab\r\ncde\u0301f')
  const cut = cutRuns(runs, 3, text.length)
  assert.deepEqual(
    cut.map(({ at, given, length }) => [at, given, length]),
    [
      [0, 4, 2],
      [2, 6, 1],
      [3, 8, 1],
    ],
  )
})
