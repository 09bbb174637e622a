// The score as a table: what holds of a thing, and what each reason gives.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../../model/id.ts'
import type { ClaimLine, SaidLine } from '../../model/listing.ts'
import { WEIGHTS, type Weighed, weighClaim, weighSaid } from './weigh.ts'

const claim = (given: Partial<ClaimLine> = {}): ClaimLine => ({
  claim: asId('c'),
  wording: 'Veldania offered to leave the dam',
  standing: 'reported',
  reports: 1,
  atLeast: 1,
  atMost: 1,
  unknown: 0,
  denied: 0,
  declined: 0,
  confirmed: 0,
  altered: 0,
  ...given,
})

const said = (given: Partial<SaidLine> = {}): SaidLine => ({
  doc: asId('d'),
  name: 'r',
  attribution: asId('a'),
  who: [asId('e')],
  source: 'Corvin Hale',
  kind: 'official',
  act: 'asserts',
  form: 'indirect',
  confidence: 1,
  words: 'there was no offer',
  start: 0,
  end: 18,
  claims: [],
  ...given,
})

const parts = ({ parts }: Weighed) => Object.fromEntries(parts.map(({ reason, points }) => [reason, points]))

test('what was said: doubt, the reach and conflict of its claims, who is meant, two claims', () => {
  const table: readonly [SaidLine, readonly ClaimLine[], object][] = [
    [said(), [], {}],
    [said({ confidence: 0.5 }), [], { doubt: 2 }],
    [said({ confidence: 0 }), [], { doubt: 4 }],
    [said({ who: [] }), [], { unresolved: 2 }],
    [said({ who: [], kind: 'anonymous' }), [], {}],
    [said({ who: [], kind: 'unstated' }), [], {}],
    [said(), [claim({ reports: 8 })], { reach: 1.5 }],
    [said(), [claim({ reports: 8 }), claim({ reports: 64 })], { reach: 3 }],
    [said(), [claim({ reports: 5000 })], { reach: 3 }],
    [said(), [claim({ confirmed: 1, denied: 2 })], { conflict: 3 }],
    [said(), [claim({ confirmed: 1 })], {}],
    [said({ claims: [asId('c'), asId('d')] }), [], { twoClaims: 1 }],
  ]
  for (const [line, claims, wanted] of table) assert.deepEqual(parts(weighSaid(line, claims)), wanted)
})

test('a claim: reach, conflict, how wide its origins are, altered quotations', () => {
  const table: readonly [Partial<ClaimLine>, object][] = [
    [{}, {}],
    [{ reports: 2 }, { reach: 0.5 }],
    [{ atLeast: 1, atMost: 4 }, { wide: 1.5 }],
    [{ atLeast: 1, atMost: 1, unknown: 3 }, { wide: 1.5 }],
    [{ atLeast: 0, atMost: 0 }, { wide: 2 }],
    [{ standing: 'contested', denied: 1 }, { conflict: 1.5 }],
    [{ altered: 3 }, { altered: 2 }],
    [
      { confirmed: 1, denied: 1, reports: 64 },
      { reach: 3, conflict: 3 },
    ],
  ]
  for (const [given, wanted] of table) assert.deepEqual(parts(weighClaim(claim(given))), wanted, JSON.stringify(given))
})

test('the score is the sum of its parts, the heaviest first, and never more than all weights', () => {
  const weighed = weighSaid(said({ confidence: 0.9, who: [], claims: [asId('c'), asId('d')] }), [
    claim({ reports: 64, confirmed: 1, denied: 1 }),
  ])
  assert.deepEqual(
    weighed.parts.map(({ reason }) => reason),
    ['reach', 'conflict', 'unresolved', 'twoClaims', 'doubt'],
  )
  assert.equal(weighed.score, 9.4)
  const all = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)
  assert.ok(weighed.score <= all)
})
