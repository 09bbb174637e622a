import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../model/id.ts'
import type { Stance } from '../model/timeline.ts'
import { makeTimeline } from './make-timeline.ts'

const CLAIM = asId<'claim'>('claim')

function makeStance(name: string, printed?: string, said?: string): Stance {
  const doc = asId<'doc'>(`doc-${name}`)
  return {
    claim: CLAIM,
    holder: asId(`holder-${name}`),
    act: 'asserts',
    ...(said && { said: { from: said, until: `${said}~` } }),
    ...(printed && { printed: `${printed}T08:00:00.000Z` }),
    doc,
    attribution: asId(`attribution-${name}`),
    evidence: { doc, span: { start: 0, end: 1 }, quote: 'x' },
    confidence: 1,
  }
}

function namesOf(stances: readonly Stance[]): string[] {
  return makeTimeline(CLAIM, [], stances).events.map((event) =>
    event.kind === 'stance' ? event.stance.holder.replace('holder-', '') : event.kind,
  )
}

test('events stand by when they were said, else printed; the undated come last', () => {
  const stances = [
    makeStance('undated'),
    makeStance('printed late, said early', '2031-03-09', '2031-03-01'),
    makeStance('printed in between', '2031-03-04'),
    { ...makeStance('of another claim', '2031-03-02'), claim: asId<'claim'>('other') },
  ]
  assert.deepEqual(namesOf(stances), ['printed late, said early', 'printed in between', 'undated'])
})

test('a timeline does not depend on the order of arrival', () => {
  const day = fc.integer({ min: 1, max: 5 }).map((n) => `2031-03-0${n}`)
  const stance = fc
    .tuple(fc.uuid(), fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
    .map(([name, printed, said]) => makeStance(name, printed, said))
  const arrivals = fc
    .uniqueArray(stance, { selector: ({ holder }) => holder, maxLength: 12 })
    .chain((stances) => fc.tuple(fc.constant(stances), fc.shuffledSubarray(stances, { minLength: stances.length })))
  fc.assert(
    fc.property(arrivals, ([first, second]) => assert.deepEqual(namesOf(first), namesOf(second))),
    { seed: 11 },
  )
})
