import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution } from '../model/attribution.ts'
import { makeSpan } from '../model/span.ts'
import { judgeTextStance } from './judge-text-stance.ts'

/** The text read by nobody: one sentence a line. */
function judge(claim: string, text: string, attributions: Attribution[] = []): ReturnType<typeof judgeTextStance> {
  let at = 0
  const sentences = text.split('\n').map((line) => {
    const span = makeSpan(text, at, at + line.length)
    at += line.length + 1
    return span
  })
  return judgeTextStance(claim, { text, sentences, attributions })
}

const SOLD = 'Karsk sold the Orle bridge'
const NO_OFFER = 'No offer was made at the talks'

const CASES: readonly (readonly [rule: string, claim: string, text: string, stance: string])[] = [
  ['own voice', SOLD, 'Karsk sells Orle bridge', 'for'],
  ['other words', 'The Courier dismissed its editor', 'Courier sacks editor', 'for'],
  ['phrases', 'Ilse Marrow resigned as envoy', 'Marrow steps down as envoy', 'for'],
  ['a not', SOLD, 'Karsk did not sell the Orle bridge', 'against'],
  ['a not elsewhere', SOLD, 'Karsk, which did not ask parliament, sold the Orle bridge', 'for'],
  ['not only', SOLD, 'Karsk not only sold the Orle bridge but the road as well', 'for'],
  ['stopped', 'Tovan will visit Askevar', 'Tovan cancels visit to Askevar', 'against'],
  ['undone', 'Halvia did not sign the treaty', 'Halvia leaves treaty unsigned', 'for'],
  ['contrary words', 'The hostage Nell Osgar is alive', 'Hostage Nell Osgar is dead', 'against'],
  ['goes on', 'Lindria expelled the Karskan ambassador', 'Karskan ambassador remains in Lindria', 'against'],
  ['another number', 'Forty people died in the Brissen fire', 'Eleven people died in the Brissen fire', 'against'],
  ['one number', 'Two hundred people died in the fire', 'Fire kills 200 people', 'for'],
  ['a denial', SOLD, 'Karsk denies selling Orle bridge', 'against'],
  ['a denial in other words', SOLD, 'Palace dismisses talk that Karsk sold Orle bridge', 'against'],
  ['a denial withdrawn', SOLD, 'Karsk takes back its denial: Orle bridge was sold', 'for'],
  ['a denial that is false', SOLD, "Karsk's denial that it sold the Orle bridge was a lie", 'for'],
  ['a false claim denied', SOLD, 'Karsk denies false claim that it sold Orle bridge', 'against'],
  ['no denial', SOLD, 'Karsk does not deny selling Orle bridge', 'observing'],
  ['neither', SOLD, 'Karsk will neither confirm nor deny that it sold Orle bridge', 'observing'],
  ['a hoax', SOLD, 'Reports that Karsk sold Orle bridge are a hoax', 'against'],
  ['no hoax', SOLD, 'Letter saying Karsk sold Orle bridge is no hoax', 'for'],
  ['a label', SOLD, 'Fake: Karsk did not sell the Orle bridge', 'against'],
  ['no evidence', SOLD, 'There is no evidence that Karsk sold the Orle bridge', 'against'],
  ['not true', NO_OFFER, 'It is not true that no offer was made at the talks', 'against'],
  ['a report withdrawn', SOLD, 'Meridian withdraws report that Karsk sold Orle bridge', 'against'],
  ['a confirmation', SOLD, 'Karsk confirms that it sold Orle bridge', 'for'],
  [
    'a claim about a fake',
    'The Courier editor left over a forged letter',
    'Courier editor left over forged letter',
    'for',
  ],
  ['a claim of falsity', 'The Times invented its source', 'Times accused of inventing its source', 'observing'],
  [
    'a picture of another time',
    'It snowed in Askevar',
    'Picture of snow in Askevar was taken in another year',
    'against',
  ],
  ['a negated claim', NO_OFFER, 'An offer was made at the talks', 'against'],
  ['a negated claim denied', NO_OFFER, 'Both sides deny that an offer was made at the talks', 'for'],
  ['a negated claim said', NO_OFFER, 'Marrow says no offer was made at the talks', 'observing'],
  ['said', SOLD, 'Karsk sold Orle bridge, officials say', 'observing'],
  ['said not to be so', SOLD, 'Karsk did not sell Orle bridge, officials say', 'against'],
  ['a hedge', SOLD, 'Karsk may have sold the Orle bridge', 'observing'],
  ['a condition', SOLD, 'If Karsk sells the Orle bridge, Lindria pays', 'observing'],
  ['a wish', SOLD, 'Parliament wants Orle bridge sold by Karsk', 'observing'],
  ['almost', SOLD, 'Karsk almost sold the Orle bridge', 'against'],
  ['lives claimed', 'The blast killed forty people', 'Blast claims forty lives', 'for'],
  ['a hoax and its contrary', 'Tam Orrin is dead', 'Death hoax: singer Tam Orrin is alive', 'against'],
  ['contrary to reports', SOLD, 'Orle bridge still belongs to Karsk, contrary to reports that it was sold', 'against'],
  ['something else all along', 'A wolf killed a child', 'Wolf that killed child was a dog all along', 'against'],
  ['a rumour named', 'Ilse Marrow resigned', 'Marrow dismisses resignation rumours', 'against'],
  ['a false alarm', 'Engineers found a bomb under the theatre', 'Bomb under theatre: false alarm', 'against'],
  ['turns out', 'A tiger was seen in Tolvar', 'Tiger seen in Tolvar turns out to be a cat', 'against'],
  ['despite rumours', SOLD, 'Orle bridge still belongs to Karsk despite rumours of sale', 'against'],
  ['despite denials', SOLD, 'Karsk sold Orle bridge despite denials', 'for'],
  ['close to', SOLD, 'Karsk is close to selling the Orle bridge', 'observing'],
  ['no denial at all', SOLD, 'Karsk sold Orle bridge and endorses its new owner', 'for'],
  ['bombs dropped', 'Veldania bombed Brissen', 'Veldania drops bombs on Brissen', 'for'],
  ['a narrow vote', 'Ilse Marrow won the vote', 'Marrow narrowly wins vote', 'for'],
  ['falling for a week', 'The wheat price falls in Orlenne', 'Orlenne wheat price falls for third day', 'for'],
  ['people who turn out', 'Tovan visited Askevar', 'Thousands turn out to greet Tovan on visit to Askevar', 'for'],
  ['cleared', 'The minister stole the letters', 'Court clears minister of stealing letters', 'against'],
  ['a month', 'The bridge will be sold', 'The bridge will be sold in May', 'for'],
  ['a hedge of another clause', SOLD, 'Karsk sold the Orle bridge, and it might rain', 'for'],
  ['a hedged denial', SOLD, 'Report that Karsk sold the Orle bridge may be a hoax', 'observing'],
  ['a question', SOLD, 'Did Karsk sell the Orle bridge?', 'observing'],
  ['a question that takes it as so', SOLD, 'Why did Karsk sell the Orle bridge?', 'for'],
  ['a question answered', SOLD, 'Did Karsk sell the Orle bridge?\nNo, it did not', 'against'],
  ['a verdict on the sentence before', SOLD, 'Posts say that Karsk sold the Orle bridge.\nThey are false.', 'against'],
  ['no verdict on the sentence before', SOLD, 'Karsk sold the Orle bridge.\nIt did not say why.', 'for'],
  ['doubt', SOLD, 'Experts doubt that Karsk sold the Orle bridge', 'observing'],
  ['scare quotes', SOLD, "Karsk 'sold the Orle bridge'", 'observing'],
  ['another matter', SOLD, 'Wheat slips for a third day', 'observing'],
  ['another name', SOLD, 'Last year Lindria sold a bridge', 'observing'],
  ['another subject', SOLD, 'Lindria sells Orle bridge', 'observing'],
]

for (const [rule, claim, text, stance] of CASES) {
  test(`${rule}: ${text.replace('\n', ' ')}`, () => {
    const judged = judge(claim, text)
    assert.equal(judged.stance, stance, judged.because)
    assert.ok(judged.score >= 0 && judged.score <= 1)
  })
}

test('a denial that fails or stops short leaves it open', () => {
  const stanceOf = (text: string): string =>
    judgeTextStance('Karsk sold the Orle bridge', {
      text,
      sentences: [makeSpan(text, 0, text.length)],
      attributions: [],
    }).stance
  assert.equal(stanceOf('Hale failed to deny that Karsk sold the Orle bridge'), 'observing')
  assert.equal(stanceOf('Karsk stops short of denying that it sold the Orle bridge'), 'observing')
  assert.equal(stanceOf('Hale denied that Karsk sold the Orle bridge'), 'against')
})

test('a text about another matter has a low score, one that says it outright a high one', () => {
  assert.ok(judge(SOLD, 'Wheat slips for a third day').score < 0.1)
  assert.ok(judge(SOLD, 'Karsk sold the Orle bridge').score >= 0.8)
})

test('odd texts are judged and not refused', () => {
  for (const text of ['?', '"', ':', 'no no no', '\u0000', '𝔎'.repeat(50), 'not '.repeat(20_000), 'a'.repeat(50_000)])
    assert.ok(judge(text, text).score <= 1)
  assert.equal(judgeTextStance(SOLD, { text: '', sentences: [], attributions: [] }).score, 0)
})

// The mayor shouts that Karsk sold the bridge. As the reader has it, that is laid to him, or he denies it, or confirms it.
test('the voices that the reader found count as well', () => {
  const text = 'Askevar mayor shouts that Karsk sold the Orle bridge'
  const voice = (act: Attribution['act'], cue = 'shouts'): Attribution => ({
    id: 'a' as Attribution['id'],
    source: { kind: 'unstated' },
    cue: [makeSpan(text, text.indexOf(cue), text.indexOf(cue) + cue.length)],
    content: [makeSpan(text, text.indexOf('that'), text.length)],
    form: 'indirect',
    act,
    via: [],
    confidence: 0.9,
  })
  assert.equal(judge(SOLD, text).stance, 'for')
  assert.equal(judge(SOLD, text, [voice('asserts')]).stance, 'observing')
  assert.equal(judge(SOLD, text, [voice('denies')]).stance, 'against')
  assert.equal(judge(SOLD, text, [voice('confirms')]).stance, 'for')
  assert.equal(judge(SOLD, text, [voice('doubts')]).stance, 'observing')
})
