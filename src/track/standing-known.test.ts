// Whatever the events of a claim, what is told without their order is what its timeline tells.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Act } from '../model/act.ts'
import type { Appearance } from '../model/claim.ts'
import { asId } from '../model/id.ts'
import type { Stance } from '../model/timeline.ts'
import { knownBefore } from './known-before.ts'
import { makeTimeline } from './make-timeline.ts'
import { standingKnown } from './standing-known.ts'
import { standingOf } from './standing-of.ts'

const ACTS: readonly Act[] = [
  'asserts',
  'announces',
  'confirms',
  'denies',
  'corrects',
  'retracts',
  'declines to comment',
]
const DAYS = ['2031-03-01', '2031-03-02', '2031-03-03', '2031-03-04']
const claim = asId<'claim'>('claim')

test('a claim stands where its timeline as it was known says', () => {
  const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined })
  const event = fc.record({ act: fc.constantFrom(undefined, ...ACTS), printed: day, said: day })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), fc.constantFrom(...DAYS), (events, until) => {
      const appearances: Appearance[] = []
      const stances: Stance[] = []
      for (const [at, { act, printed, said }] of events.entries()) {
        const doc = asId<'doc'>(`doc-${at}`)
        const evidence = { doc, span: { start: 0, end: 4 }, quote: 'said' }
        const own = { claim, doc, evidence, attribution: asId<'attribution'>('a') }
        if (!act) {
          const lineage = [{ kind: 'unknown' }] as const
          appearances.push({ ...own, id: asId<'appearance'>(`p-${at}`), lineage, ...(printed && { at: printed }) })
          continue
        }
        const dates = { ...(printed && { printed }), ...(said && { said: { from: said, until: said } }) }
        stances.push({ ...own, ...dates, act, holder: asId<'entity'>(`who-${at}`), confidence: 1 })
      }
      const known = knownBefore(makeTimeline(claim, appearances, stances), until)
      const expected = known.events.length > 0 ? standingOf(known) : undefined
      assert.equal(standingKnown({ claim, appearances, stances }, until), expected)
    }),
    { seed: 7, numRuns: 400 },
  )
})
