import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act } from '../model/act.ts'
import { asId } from '../model/id.ts'
import type { Timeline, TimelineEvent } from '../model/timeline.ts'
import { standingOf } from './standing-of.ts'

const CLAIM = asId<'claim'>('claim')

/** A timeline of acts and appearances, one a day from 1 March on. */
function timelineOf(...acts: (Act | 'appears')[]): Timeline {
  const events = acts.map((act, at): TimelineEvent => {
    const printed = `2031-03-0${at + 1}T08:00:00.000Z`
    const evidence = { doc: asId<'doc'>(`doc-${at}`), span: { start: 0, end: 1 }, quote: 'x' }
    if (act === 'appears') {
      const id = asId<'appearance'>(`appearance-${at}`)
      const appearance = {
        id,
        claim: CLAIM,
        doc: evidence.doc,
        at: printed,
        evidence,
        lineage: [{ kind: 'unknown' }],
      } as const
      return { kind: 'appearance', appearance }
    }
    const attribution = asId<'attribution'>(`attribution-${at}`)
    const holder = asId<'entity'>(`holder-${at}`)
    return {
      kind: 'stance',
      stance: { claim: CLAIM, holder, act, printed, doc: evidence.doc, attribution, evidence, confidence: 1 },
    }
  })
  return { claim: CLAIM, events }
}

const CASES: readonly (readonly [acts: readonly (Act | 'appears')[], standing: string])[] = [
  [[], 'reported'],
  [['appears', 'asserts'], 'reported'],
  [['appears', 'announces'], 'announced'],
  [['appears', 'declines to comment'], 'reported'],
  [['appears', 'denies'], 'contested'],
  [['denies'], 'denied'],
  [['appears', 'denies', 'asserts'], 'contested'],
  [['appears', 'denies', 'confirms'], 'confirmed'],
  [['appears', 'confirms', 'denies'], 'contested'],
  [['appears', 'rejects'], 'reported'],
  [['appears', 'confirms', 'corrects'], 'corrected'],
  [['appears', 'retracts'], 'retracted'],
]

for (const [acts, standing] of CASES) {
  test(`${acts.join(', ') || 'nothing'}: ${standing}`, () => assert.equal(standingOf(timelineOf(...acts)), standing))
}

test('what comes after the day asked for does not count', () => {
  const timeline = timelineOf('appears', 'denies', 'confirms')
  assert.deepEqual(
    ['2031-03-01', '2031-03-02', '2031-03-03'].map((day) => standingOf(timeline, day)),
    ['reported', 'contested', 'confirmed'],
  )
})
