import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeOneClaim } from './judge-one-claim.ts'
import { makeStatement } from './make-statement.ts'

const CASES: readonly (readonly [a: string, b: string, isOne: boolean, why: string])[] = [
  [
    'Veldania has offered to withdraw its troops from the Ketter dam in return for open ports',
    'Veldania had offered to leave the dam if its ports were reopened',
    true,
    'synonyms and another tense',
  ],
  ['40 prisoners will cross at Vessen on Saturday', '38 prisoners will cross at Vessen on Saturday', false, 'numbers'],
  ['the pact will be signed in Askevar on Friday', 'the pact will be signed in Askevar on Monday', false, 'days'],
  ['Halvia will join the coalition against mines', 'Ostmere will join the coalition against mines', false, 'names'],
  [
    'the ministers will sign the river pact',
    'the ministers postponed the signing of the river pact',
    false,
    'turned round',
  ],
  ['Lindria would not discuss the ceasefire', 'Lindria would not discuss grain', false, 'another matter'],
  ['The Americans would not talk to Moscow', 'Washington would not talk to Russia', true, 'one country in three names'],
]

for (const [a, b, isOne, why] of CASES) {
  test(`${why}: ${a} / ${b}`, () => {
    const judged = judgeOneClaim(makeStatement(a, [], true), makeStatement(b, [], true))
    assert.equal(judged.isOne, isOne, judged.because)
  })
}

test('a denial in full is about the claim, and says that it is not so', () => {
  const claim = makeStatement('the envoy had crossed the border at night')
  const { isOne, isContrary } = judgeOneClaim(claim, makeStatement('the envoy never crossed the border at night'))
  assert.deepEqual([isOne, isContrary], [true, true])
})
