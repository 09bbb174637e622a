import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAct } from './judge-act.ts'
import { readText } from './read-text.contract.ts'

const ACTS: readonly (readonly [string, string])[] = [
  ['Ilse Marrow denied that Karsk had made an offer.', 'denies'],
  ['Ilse Marrow refuted claims of a secret offer.', 'denies'],
  ['Ilse Marrow told reporters that the report was “not true.”', 'denies'],
  ['Ilse Marrow called the report a fabrication.', 'denies'],
  ['Ilse Marrow said that Karsk had not made any offer.', 'denies'],
  // what will not be is no denial of what was
  ['Ilse Marrow said that Karsk will never accept the offer.', 'asserts'],
  ['Ilse Marrow said there was no point in talking.', 'asserts'],
  ['Ilse Marrow said that Karsk was not willing to talk.', 'asserts'],
  ['Ilse Marrow rejected the offer.', 'rejects'],
  ['Ilse Marrow confirmed that an offer was made.', 'confirms'],
  ['Ilse Marrow announced that the bridge will open on Friday.', 'announces'],
  ['Ilse Marrow declined to comment on the offer.', 'declines to comment'],
  ['Ilse Marrow said that the bridge was open.', 'asserts'],
]

test('what saying it does to the claim', async () => {
  for (const [text, act] of ACTS) {
    const { shown } = await readText(text)
    assert.equal(shown[0]?.attribution.act, act, text)
  }
})

test('how a non-comment came about', async () => {
  const silence = async (text: string): Promise<string | undefined> =>
    (await readText(text)).shown[0]?.attribution.silence
  assert.equal(await silence('The embassy declined to comment on the offer.'), 'refused')
  assert.equal(await silence('The embassy did not respond to a request for comment.'), 'no answer')
  assert.equal(await silence('The embassy could not be reached for comment.'), 'not reached')
  assert.equal(await silence('The embassy did not answer questions about the offer.'), 'no answer')
  assert.equal(await silence('The embassy would neither confirm nor deny the account.'), 'refused')
  assert.equal(await silence('The embassy would not confirm it.'), 'refused')
  assert.equal(await silence('The embassy had no immediate comment on the offer.'), 'refused')
  assert.equal(await silence('The envoy said the embassy did not return to the talks.'), undefined)
  assert.equal(await silence('The embassy did not say whether an offer was made.'), 'refused')
})

test('a negated denial or confirmation leaves the claim open; a house number is no negation', () => {
  const act = (cue: string, source: string): string =>
    judgeAct({ lemma: 'confirm', isSilence: false, cue, content: 'the visit', source }).act
  assert.equal(act('has not confirmed', 'Karsk'), 'declines to comment')
  assert.equal(act('has confirmed', 'No official'), 'declines to comment')
  assert.equal(act('has confirmed', 'No. 9 Quay Street'), 'confirms')
  assert.equal(act('has confirmed', 'No 9'), 'confirms')
  assert.equal(act('not only confirmed', 'Karsk'), 'confirms')
})
