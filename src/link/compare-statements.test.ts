import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Comparison, compareStatements } from './compare-statements.ts'
import { loadEmbedder } from './load-embedder.ts'

const embedder = await loadEmbedder()

async function compare(a: string, b: string): Promise<Comparison> {
  const [first, second] = [
    { text: a, vector: await embedder.embed(a) },
    { text: b, vector: await embedder.embed(b) },
  ]
  return compareStatements(first, second)
}

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

for (const [a, b] of SAME) test(`one claim: ${a} / ${b}`, async () => assert.equal((await compare(a, b)).same, true))
for (const [a, b] of APART) test(`two claims: ${a} / ${b}`, async () => assert.equal((await compare(a, b)).same, false))

test('the score ranks a rewording above a neighbour and a neighbour above a stranger', async () => {
  const claim = 'Karsk offered to freeze the conflict at the current lines'
  const reworded = (await compare(claim, 'Karsk made a proposal to halt the conflict along current lines')).score
  const neighbour = (await compare(claim, 'Karsk and Veldania spoke of the conflict at the summit')).score
  const stranger = (await compare(claim, 'The orchestra of Dornal plays on Friday')).score
  assert.ok(reworded > neighbour && neighbour > stranger, `${reworded} ${neighbour} ${stranger}`)
})

test('the reason names shared words and says where one denies the other', async () => {
  const { because } = await compare('They signed the armistice', 'They never signed the truce')
  assert.match(because, /"armistice" as "truce"/)
  assert.match(because, /not so/)
})

test('two ways of saying no do not contradict one another', async () => {
  const { because } = await compare(
    'The envoy left the talks without naming the offer.',
    'The envoy left the talks and did not name the offer.',
  )
  assert.doesNotMatch(because, /not so/)
})

test('a paraphrase scores above another matter in nearly the same words', async () => {
  const claim = 'Karsk refused talks unless Veldania took part'
  const reworded = await compare(claim, 'Karsk would not discuss a ceasefire without Veldania')
  const other = await compare(claim, 'Karsk would not discuss grain without Veldania')
  assert.ok(reworded.score > other.score, `${reworded.score} ${other.score}`)
})

test('sentences without a telling word in common are never one claim', async () => {
  for (const [a, b] of [
    ['He will not.', 'He will.'],
    ['It was.', 'It was.'],
    ['They had not done so for us.', 'They had done so for us.'],
  ] as const) {
    const { score, same, because } = await compare(a, b)
    assert.deepEqual({ score, same }, { score: 0, same: false })
    assert.match(because, /no telling word/)
  }
})

test('of texts that are no sentences the beginnings are compared, and that is said', async () => {
  const long = (word: string): string => Array.from({ length: 60_000 }, (_, i) => `${word}${i % 997} not of`).join(' ')
  const { because } = await compare(long('envoy'), long('treaty'))
  assert.match(because, /only the beginnings were compared$/)
  assert.doesNotMatch((await compare('The envoy left.', 'The envoy stayed.')).because, /beginnings/)
})

test('a text of words is one with itself, and no text throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (a, b) => {
      const { score } = await compare(a, b)
      assert.ok(score >= 0 && score <= 1)
    }),
    { seed: 7 },
  )
  assert.equal((await compare('The pact is dead.', 'The pact is dead.')).score, 1)
  assert.equal((await compare('', '')).score, 0)
})

test('a word that every object of JavaScript answers to is a word like others', async () => {
  const { same } = await compare(
    'The constructor of the Orle bridge left.',
    'The constructor of the Orle bridge has left.',
  )
  assert.equal(same, true)
})
