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

const SOLD = 'the Ketter dam had been sold to Karsk for'
const DIED = 'had died in the fire at the Ketter dam'
const FAILED = 'turbine of the Ketter dam had failed in the storm'
const TOLD = 'Ilse Marrow had been told of the sale of the dam'

/** Numbers and places in order, one against the other. */
const AMOUNTS: readonly (readonly [a: string, b: string, isOne: boolean])[] = [
  [`${SOLD} nine million crowns`, `${SOLD} nine billion crowns`, false],
  [`${SOLD} nine million crowns`, `${SOLD} 9m crowns`, true],
  [`${SOLD} $5m`, `${SOLD} $5bn`, false],
  [`${SOLD} $5m`, `${SOLD} $5 million`, true],
  [`${SOLD} half a million crowns`, `${SOLD} 500,000 crowns`, true],
  [`${SOLD} two and a half million crowns`, `${SOLD} 2.5 million crowns`, true],
  [`one soldier ${DIED}`, `four soldiers ${DIED}`, false],
  [`one Karskan soldier ${DIED}`, `a Karskan soldier ${DIED}`, true],
  [`twenty-one soldiers ${DIED}`, `twenty-two soldiers ${DIED}`, false],
  [`twenty-one soldiers ${DIED}`, `21 soldiers ${DIED}`, true],
  [`one hundred soldiers ${DIED}`, `two hundred soldiers ${DIED}`, false],
  [`two hundred and fifty soldiers ${DIED}`, `250 soldiers ${DIED}`, true],
  [`between two hundred and three hundred soldiers ${DIED}`, `between 200 and 300 soldiers ${DIED}`, true],
  [`six hundred soldiers ${DIED}`, `six thousand soldiers ${DIED}`, false],
  [`hundreds of soldiers ${DIED}`, `thousands of soldiers ${DIED}`, false],
  [`one day the Ketter dam will be sold to Karsk`, `two ministers will sell the Ketter dam to Karsk`, true],
  [`the first ${FAILED}`, `the second ${FAILED}`, false],
  [`the twenty-first ${FAILED}`, `the twenty-second ${FAILED}`, false],
  [`the ${FAILED} for the first time`, `the first ${FAILED}`, true],
  [`less than 40 people ${DIED}`, `more than 40 people ${DIED}`, false],
  [`no less than 40 people ${DIED}`, `more than 40 people ${DIED}`, true],
  [`more than 40 people ${DIED}`, `40 people ${DIED}`, true],
  [`${TOLD} before the vote`, `${TOLD} after the vote`, false],
  [`${TOLD} before the vote`, `${TOLD} before the council vote`, true],
  [`${TOLD} shortly after the vote`, `${TOLD} after the vote`, true],
]

for (const [a, b, isOne] of AMOUNTS) {
  test(`${isOne ? 'one claim' : 'two claims'}: ${a} / ${b}`, () => {
    const judged = judgeOneClaim(makeStatement(a, [], true), makeStatement(b, [], true))
    assert.equal(judged.isOne, isOne, judged.because)
  })
}

test('a deed done to two people is two claims, and to one whom two reports call otherwise is one', () => {
  const name = (who: string, key: string) => {
    const text = `the court jailed ${who} for nine years for the sale of the Ketter dam to Karsk`
    return makeStatement(text, [{ start: text.indexOf(who), end: text.indexOf(who) + who.length, key }], true)
  }
  const isOne = (a: ReturnType<typeof name>, b: ReturnType<typeof name>): boolean => judgeOneClaim(a, b).isOne
  assert.equal(isOne(name('Anselm Roke', 'e1'), name('Tobias Vale', 'e2')), false)
  assert.equal(isOne(name('Anselm Roke', 'e1'), name('Roke', 'e2')), true) // nothing joined them, and nothing parts them
  assert.equal(isOne(name('Anselm Roke', 'e1'), name('the envoy', 'e2')), true)
})

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
