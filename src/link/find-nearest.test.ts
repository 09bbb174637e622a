// Which way words stand to a claim: what is not known, not disputed, or denied of its contrary is no denial.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act } from '../model/act.ts'
import { link } from './link.ts'
import { makeRead, type Report } from './make-read.contract.ts'
import { makeStatement } from './make-statement.ts'

const STORY: Report = {
  name: 'story',
  outlet: 'Harbour Post',
  published: '2031-03-04',
  text: 'Two Veldanian officials told the Harbour Post that the Karskan council had been told of the sale.',
  says: [
    {
      by: { words: 'Two Veldanian officials', kind: 'anonymous', count: 2 },
      cue: 'told',
      content: 'that the Karskan council had been told of the sale',
    },
  ],
}

/** How Hale's words, of another report, bear on the claim: "denies", "asserts", "asserts the contrary", or nothing. */
function bearingOf(cue: string, content: string, act: Act): string | undefined {
  const text = `Corvin Hale ${cue} ${content}.`
  const says = [{ by: { words: 'Corvin Hale' }, cue, content, act }]
  const { bearings, claims } = link(
    [STORY, { name: 'second', outlet: 'Orlenne Herald', published: '2031-03-05', text, says }].map(makeRead),
  )
  const own = bearings.find(({ claim, doc }) => claim === claims[0]?.id && doc === 'doc-second')
  return own && `${act}${own.contrary ? ' the contrary' : ''}`
}

test('who denies the contrary of a claim does not deny the claim', () => {
  for (const [cue, content] of [
    ['denied', 'that the Karskan council had not been told of the sale'],
    ['denied', 'that the Karskan council was never told of the sale'],
    ['dismissed', 'claims that the Karskan council had not been told of the sale'],
    ['dismissed', 'claims that it had not been told of the sale'],
    ['said', 'the claim that the Karskan council had not been told of the sale was false'],
    ['said', 'it was not true that the Karskan council had not been told of the sale'],
  ] as const)
    assert.equal(bearingOf(cue, content, 'denies'), undefined, `${cue} ${content}`)
  assert.equal(bearingOf('doubted', 'that the Karskan council had not been told of the sale', 'doubts'), undefined)
})

test('who denies the claim, by the verb or by a "not", denies it', () => {
  for (const [cue, content] of [
    ['denied', 'that the Karskan council had been told of the sale'],
    ['insisted', 'that the Karskan council had not been told of the sale'],
    ['said', 'it was not true that the Karskan council had been told of the sale'],
  ] as const)
    assert.equal(bearingOf(cue, content, 'denies'), 'denies', `${cue} ${content}`)
  assert.equal(
    bearingOf('declined', 'to say that the Karskan council had not been told of the sale', 'declines to comment'),
    'declines to comment',
  )
  const contrary = 'that the Karskan council had not been told of the sale'
  assert.equal(bearingOf('said', contrary, 'asserts'), 'asserts the contrary')
})

test('what is not known, not disputed or no secret is not denied', () => {
  for (const content of [
    'she did not know whether the Karskan council had been told of the sale',
    'she did not know why the Karskan council had been told of the sale',
    'she did not dispute the Karskan council had been told of the sale',
    'it was no secret the Karskan council had been told of the sale',
    'nobody doubted the Karskan council had been told of the sale',
  ])
    assert.notEqual(bearingOf('said', content, 'asserts'), 'asserts the contrary', content)
  const talks = (words: string): readonly boolean[] => makeStatement(words).terms.map(({ isNegated }) => isNegated)
  assert.ok(!talks('it was no secret the talks failed').some(Boolean))
  assert.ok(talks('there had been no secret talks').every(Boolean))
  assert.ok(talks('no question about the talks was put').every(Boolean))
  const denied = 'she denied the Karskan council had been told of the sale'
  assert.equal(bearingOf('said', denied, 'asserts'), 'asserts the contrary')
})
