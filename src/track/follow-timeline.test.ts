import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Act } from '../model/act.ts'
import type { Appearance } from '../model/claim.ts'
import { asId } from '../model/id.ts'
import type { Stance, Timeline } from '../model/timeline.ts'
import { followTimeline } from './follow-timeline.ts'
import { knownBefore } from './known-before.ts'
import { makeTimeline } from './make-timeline.ts'
import { standingOf } from './standing-of.ts'

const CLAIM = asId<'claim'>('claim')

const knownAt = (timeline: Timeline, day: string) => knownBefore(timeline, `${day}~`) // after every instant of the day

interface Given {
  readonly name: string
  readonly act: Act | 'appears' // in the outlet's own voice
  readonly printed?: string | undefined
  readonly said?: string | undefined
}

type Event = Appearance | Stance

function makeEvents({ name, act, printed, said }: Given): Event[] {
  const doc = asId<'doc'>(`doc-${name}`)
  const evidence = { doc, span: { start: 0, end: 1 }, quote: 'x' }
  const at = printed && `${printed}T08:00:00.000Z`
  const attribution = asId<'attribution'>(`attribution-${name}`)
  const base = { claim: CLAIM, doc, evidence }
  const appearance = {
    ...base,
    id: asId<'appearance'>(`appearance-${name}`),
    ...(at && { at }),
    ...(act !== 'appears' && { attribution }),
    lineage: [{ kind: 'unknown' }],
  } as const
  if (act === 'appears') return [appearance]
  const stance = {
    ...base,
    holder: asId<'entity'>(`holder-${name}`),
    act,
    ...(said && { said: { from: said, until: `${said}~` } }),
    ...(at && { printed: at }),
    attribution,
    confidence: 1,
  }
  return act === 'asserts' || act === 'confirms' ? [appearance, stance] : [stance]
}

function timelineOf(events: readonly Event[]) {
  const appearances = events.flatMap((event): Appearance[] => ('lineage' in event ? [event] : []))
  const stances = events.flatMap((event): Stance[] => ('act' in event ? [event] : []))
  return makeTimeline(CLAIM, appearances, stances)
}

function follow(...given: Given[]): string[] {
  return followTimeline(timelineOf(given.flatMap(makeEvents))).map(
    ({ act, printed, before, standing }) => `${printed?.slice(0, 10) ?? 'undated'} ${act}: ${before ?? ''}>${standing}`,
  )
}

test('a step for each attribution, by day of printing, with what it did to the standing', () => {
  const steps = follow(
    { name: 'denial', act: 'denies', printed: '2031-03-06' },
    { name: 'late', act: 'asserts' },
    { name: 'report', act: 'asserts', printed: '2031-03-04' },
    { name: 'silent', act: 'declines to comment', printed: '2031-03-05' },
  )
  assert.deepEqual(steps, [
    '2031-03-04 asserts: >reported',
    '2031-03-05 declines to comment: >reported',
    '2031-03-06 denies: reported>contested',
    'undated asserts: >contested',
  ])
})

test('a denial said before the confirmation and printed after it changes nothing', () => {
  const steps = follow(
    { name: 'report', act: 'appears', printed: '2031-03-01' },
    { name: 'confirmation', act: 'confirms', printed: '2031-03-04' },
    { name: 'denial', act: 'denies', printed: '2031-03-06', said: '2031-03-02' },
  )
  assert.deepEqual(steps.slice(1), ['2031-03-04 confirms: reported>confirmed', '2031-03-06 denies: >confirmed'])
})

test('what was said early and printed late is not known early', () => {
  const timeline = timelineOf(
    [
      { name: 'report', act: 'asserts', printed: '2031-03-04' } as const,
      { name: 'denial', act: 'denies', printed: '2031-03-09', said: '2031-03-05' } as const,
      { name: 'undated', act: 'retracts' } as const,
    ].flatMap(makeEvents),
  )
  const standing = (day: string) => standingOf(knownAt(timeline, day))
  assert.deepEqual(['2031-03-04', '2031-03-08', '2031-03-09'].map(standing), ['reported', 'reported', 'contested'])
  assert.deepEqual(knownAt(timeline, '2031-03-03').events, [])
})

const DAYS = Array.from({ length: 6 }, (_, at) => `2031-03-0${at + 1}`)
const ACTS = [
  'appears',
  'asserts',
  'announces',
  'confirms',
  'denies',
  'rejects',
  'declines to comment',
  'did not respond',
  'doubts',
  'corrects',
  'retracts',
] as const

const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined })
const given = fc.record({ name: fc.uuid(), act: fc.constantFrom(...ACTS), printed: day, said: day })
const arrivals = fc
  .uniqueArray(given, { selector: ({ name }) => name, maxLength: 12 })
  .map((all) => all.flatMap(makeEvents))
  .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))

test('timeline, steps and the standing at the end of each day are the same in whatever order the events come', () => {
  fc.assert(
    fc.property(arrivals, ([first, second]) => {
      const [a, b] = [timelineOf(first), timelineOf(second)]
      assert.deepEqual(a, b)
      assert.deepEqual(followTimeline(a), followTimeline(b))
      for (const each of DAYS) assert.equal(standingOf(knownAt(a, each)), standingOf(knownAt(b, each)))
    }),
    { seed: 23, numRuns: 300 },
  )
})

test('the steps end each day where the claim then stood, and all of them where it stands', () => {
  fc.assert(
    fc.property(arrivals, ([, events]) => {
      const timeline = timelineOf(events)
      const steps = followTimeline(timeline)
      for (const each of DAYS) {
        const last = steps.findLast(({ printed }) => printed !== undefined && printed.slice(0, 10) <= each)
        if (last) assert.equal(last.standing, standingOf(knownAt(timeline, each)))
        else assert.deepEqual(knownAt(timeline, each).events, [])
      }
      if (steps.length > 0) assert.equal(steps.at(-1)?.standing, standingOf(timeline))
    }),
    { seed: 29, numRuns: 300 },
  )
})
