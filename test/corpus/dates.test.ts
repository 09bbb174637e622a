// Expressions of time: the cases of Recognizers-Text's DateTimeModel whose results are dates or ranges of dates alone, or
// nothing, and which its own JavaScript edition supports; beside them chrono-node on the same cases. A case is passed where
// the timexes expected are all found and none beside. What is mapped between their conventions and TIMEX3, and why, stands in
// docs/decisions/0010-dates.md. The file belongs to its authors and is read where it lies.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as chrono from 'chrono-node'
import { findTimes } from '../../src/read/dates/find-times.ts'
import floors from './floors.json' with { type: 'json' }
import { type DateCase, loadDateCases } from './load-date-cases.ts'
import { timexesOfChrono, timexesOfOurs } from './map-timexes.ts'

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'dates', 'DateTimeModel.json')
const skip = existsSync(CORPUS) ? false : `${CORPUS} is not here: not measured`

/** True where each timex expected is found, in one of the forms it may have, and nothing is found beside. */
function isPassed({ expected }: DateCase, found: readonly (readonly string[])[]): boolean {
  const left = [...found]
  for (const forms of expected) {
    const at = left.findIndex((one) => one.some((form) => forms.includes(form)))
    if (at < 0) return false
    left.splice(at, 1)
  }
  return left.length === 0
}

test('dates: nine in ten cases pass, and more than with chrono-node', { skip }, (t) => {
  const cases = loadDateCases(readFileSync(CORPUS, 'utf8'))
  assert.ok(cases.length >= 226, `only ${cases.length} cases`)
  const rate = (passed: readonly DateCase[]): number => Math.floor((1000 * passed.length) / cases.length) / 10
  const ours = cases.filter((one) => {
    const found = timexesOfOurs(findTimes(one.input, { published: one.reference }), one.reference)
    const isRight = isPassed(one, found)
    if (!isRight && process.env.READOUT_DEBUG)
      t.diagnostic(`${one.input} wanted ${JSON.stringify(one.expected)} found ${JSON.stringify(found)}`)
    return isRight
  })
  const theirs = cases.filter((one) => isPassed(one, timexesOfChrono(chrono.parse(one.input, new Date(one.reference)))))
  t.diagnostic(
    `${cases.length} cases: ours ${rate(ours)} (${ours.length}), chrono-node ${rate(theirs)} (${theirs.length})`,
  )
  assert.ok(rate(ours) >= floors.dates.passed, `${rate(ours)} < ${floors.dates.passed}`)
  assert.ok(rate(ours) > rate(theirs))
})
