import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareStatements } from './compare-statements.ts'

const SAME: readonly (readonly [string, string])[] = [
  [
    'Karsk offered to freeze the conflict at the current lines.',
    'Karsk proposed freezing the conflict at current lines.',
  ],
  ['The envoy said the talks in Dornal had collapsed.', 'Talks in Dornal have collapsed, the envoy said.'],
  ['Veldania will send 40 trucks of aid next week.', 'Veldania is to send 40 trucks of assistance next week.'],
]

const APART: readonly (readonly [string, string])[] = [
  ['Karsk offered Veldania a truce in January.', 'Karsk did not offer Veldania a truce in January.'],
  ['The council accepted the border plan of the envoy.', 'The council rejected the border plan of the envoy.'],
  ['The port of Dornal reopened on Monday.', 'Ministers will vote on the aid package.'],
]

for (const [a, b] of SAME) test(`one claim: ${a} / ${b}`, () => assert.equal(compareStatements(a, b).same, true))
for (const [a, b] of APART) test(`two claims: ${a} / ${b}`, () => assert.equal(compareStatements(a, b).same, false))

test('the score ranks a rewording above a neighbour and a neighbour above a stranger', () => {
  const claim = 'Karsk offered to freeze the conflict at the current lines'
  const reworded = compareStatements(claim, 'Karsk made a proposal to halt the conflict along current lines').score
  const neighbour = compareStatements(claim, 'Karsk and Veldania spoke of the conflict at the summit').score
  const stranger = compareStatements(claim, 'The orchestra of Dornal plays on Friday').score
  assert.ok(reworded > neighbour && neighbour > stranger, `${reworded} ${neighbour} ${stranger}`)
})

test('the reason names shared words and says where one denies the other', () => {
  const { because } = compareStatements('They signed the armistice', 'They never signed the truce')
  assert.match(because, /"armistice" as "truce"/)
  assert.match(because, /not so/)
})

test('sentences without a telling word in common are never one claim', () => {
  for (const [a, b] of [
    ['He will not.', 'He will.'],
    ['It was.', 'It was.'],
    ['They had not done so for us.', 'They had done so for us.'],
  ] as const) {
    assert.deepEqual(compareStatements(a, b), { score: 0, same: false, because: compareStatements(a, b).because })
    assert.match(compareStatements(a, b).because, /no telling word/)
  }
})

test('of texts that are no sentences the beginnings are compared, and that is said', () => {
  const long = (word: string): string => Array.from({ length: 60_000 }, (_, i) => `${word}${i % 997} not of`).join(' ')
  const { because } = compareStatements(long('envoy'), long('treaty'))
  assert.match(because, /only the beginnings were compared$/)
  assert.doesNotMatch(compareStatements('The envoy left.', 'The envoy stayed.').because, /beginnings/)
})

test('a text of words is one with itself, and no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const { score } = compareStatements(a, b)
      assert.ok(score >= 0 && score <= 1)
    }),
    { seed: 7 },
  )
  assert.equal(compareStatements('The pact is dead.', 'The pact is dead.').score, 1)
  assert.equal(compareStatements('', '').score, 0)
})

test('a word that every object of JavaScript answers to is a word like others', () => {
  const { same } = compareStatements(
    'The constructor of the Orle bridge left.',
    'The constructor of the Orle bridge has left.',
  )
  assert.equal(same, true)
})
