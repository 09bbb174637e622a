// What a reader of last week's edition could know, beside what this week's may say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Appearance, Claim } from '../model/claim.ts'
import { asId, type Instant } from '../model/id.ts'
import type { Stance } from '../model/timeline.ts'
import { standingsOf } from './standings.ts'

const claim = asId<'claim'>('c')
const evidence = { doc: asId<'doc'>('d'), span: { start: 0, end: 1 }, quote: 'x' }
const claims: Claim[] = [{ id: claim, aliases: [], wording: 'x', about: [], evidence: [evidence] }]
const week = { from: '2031-03-03', until: '2031-03-10' }

function appeared(at?: Instant): Appearance {
  return { id: asId(`a${at}`), claim, doc: evidence.doc, evidence, lineage: [{ kind: 'unknown' }], ...(at && { at }) }
}

function took(act: Stance['act'], printed?: Instant): Stance {
  const holder = asId<'entity'>('tal')
  const base = { claim, holder, act, doc: evidence.doc, attribution: asId<'attribution'>('s'), evidence, confidence: 1 }
  return { ...base, ...(printed && { printed }) }
}

const table: [string, Appearance[], Stance[], unknown][] = [
  ['first printed this week', [appeared('2031-03-04T00:00:00.000Z')], [], { now: 'reported' }],
  [
    'reported last week, denied this week',
    [appeared('2031-02-27T00:00:00.000Z')],
    [took('denies', '2031-03-09T23:00:00.000Z')],
    { before: 'reported', now: 'contested' },
  ],
  [
    'denied only after the week ended',
    [appeared('2031-02-27T00:00:00.000Z')],
    [took('denies', '2031-03-10T00:00:00.000Z')],
    { before: 'reported', now: 'reported' },
  ],
  ['printed only next week', [appeared('2031-03-11T00:00:00.000Z')], [], undefined],
  ['never dated', [appeared()], [took('denies')], undefined],
]

for (const [name, appearances, stances, wanted] of table) {
  test(name, () => assert.deepEqual(standingsOf({ claims, appearances }, { stances }, week).get(claim), wanted))
}
