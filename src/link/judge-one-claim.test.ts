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

// A vector that two statements share makes them as near in sense as can be; one turned by a right angle, strangers.
const SENSE = Int8Array.from([100, 0])
const OTHER_SENSE = Int8Array.from([0, 100])
const state = (text: string, vector = SENSE) => ({ ...makeStatement(text, [], true), vector })
const CEASEFIRE = 'Lindria would not discuss a ceasefire without Karsk'

test('other words for one refusal on one condition are one claim by sense, and it is said why', () => {
  const { isOne, isContrary, because } = judgeOneClaim(
    state(CEASEFIRE),
    state('the Lindrians ruled out any talks with the Courier of Askevar on a truce unless Karsk took part'),
  )
  assert.deepEqual([isOne, isContrary], [true, false], because)
  assert.match(because, /^in sense 100 % alike; of both "lindria" acts, and .* is refused, both on terms: "karsk"$/)
})

test('words alone do not join them, nor do vectors that are far apart', () => {
  const long = 'the Lindrians ruled out any talks with the Courier of Askevar on a truce unless Karsk took part'
  assert.equal(judgeOneClaim(makeStatement(CEASEFIRE, [], true), makeStatement(long, [], true)).isOne, false)
  assert.equal(judgeOneClaim(state(CEASEFIRE), state(long, OTHER_SENSE)).isOne, false)
})

for (const [other, reason] of [
  ['Lindria would not discuss grain without Karsk', /^one says "ceasefire" where the other says "grain"/],
  ['Lindria would not discuss a ceasefire without Ostmere', /^the terms differ: "karsk" and "ostmere"/],
  ['Lindria would not discuss a ceasefire', /^only one says on what terms/],
  ['Halvia would not discuss a ceasefire without Karsk', /^of one it is "lindria" who acts, of the other "halvia"/],
  ['Lindria was ready to discuss a ceasefire without Karsk', /^in one the matter is refused, in the other offered/],
] as const) {
  test(`no vector makes one claim of ${CEASEFIRE} / ${other}, and it is said why not`, () => {
    const { isOne, because } = judgeOneClaim(state(CEASEFIRE), state(other))
    assert.equal(isOne, false)
    assert.match(because, reason)
  })
}
