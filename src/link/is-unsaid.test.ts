// What a report prints and nobody said puts nothing forward and makes no origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act } from '../model/act.ts'
import { link } from './link.ts'
import { makeRead, type Report } from './make-read.contract.ts'

const SOLD = 'the Ketter dam had been sold to Karsk for nine million crowns'
const STORY: Report = {
  name: 'story',
  outlet: 'Harbour Post',
  published: '2031-03-04',
  text: `Two Veldanian officials told the Harbour Post that ${SOLD}.`,
  says: [{ by: { words: 'Two Veldanian officials', kind: 'anonymous', count: 2 }, cue: 'told', content: SOLD }],
}

/** How many bear on the claim beside those of the story: one report says, by this speaker and cue, that the dam was sold. */
function countMore(by: string, cue: string, { act = 'asserts' as Act, lead = '' } = {}): number {
  const says = [{ by: { words: by }, cue, content: SOLD, act }]
  const text = `${lead}${by} ${cue} that ${SOLD}.`
  const second: Report = { name: 'second', outlet: 'Orlenne Herald', published: '2031-03-05', text, says }
  const { bearings, claims } = link([STORY, second].map(makeRead))
  assert.equal(claims.length, 1, text)
  return bearings.length - 1
}

test('whoever speaks of what others tell puts nothing forward', () => {
  const bears = (by: string, cue: string, before: string): number => {
    const content = `${before} ${SOLD}`
    const says = [{ by: { words: by }, cue, content, act: 'asserts' as const }]
    const text = `${by} ${cue} ${content}.`
    const second: Report = { name: 'second', outlet: 'Orlenne Herald', published: '2031-03-05', text, says }
    return link([STORY, second].map(makeRead)).bearings.length - 1
  }
  assert.equal(bears('Corvin Hale', 'condemned', 'the allegation that'), 0)
  assert.equal(bears('Corvin Hale', 'mocked', 'reports that'), 0)
  assert.equal(bears('Corvin Hale', 'said', 'it was too early to confirm that'), 0)
  assert.equal(bears('Investigators', 'said', 'they were looking into whether'), 0)
  assert.equal(bears('Corvin Hale', 'repeated', 'the claim that'), 1)
  assert.equal(bears('Corvin Hale', 'told parliament', 'the news that'), 1)
  assert.equal(bears('Corvin Hale', 'said', 'that'), 1)
})

test('what was not said, or might have been, counts for nobody', () => {
  for (const [by, cue] of [
    ['Corvin Hale', 'never said'],
    ['Corvin Hale', 'did not say'],
    ['Corvin Hale', 'didn’t say'],
    ['Corvin Hale', 'stopped short of saying'],
    ['Corvin Hale', 'has yet to say'],
    ['Corvin Hale', 'might have said'],
    ['Corvin Hale', 'should have said'],
    ['Corvin Hale', 'does not believe'],
    ['Corvin Hale', 'will deny'],
    ['Some', 'may say'],
    ['No official', 'said'],
    ['Nobody in the ministry', 'has claimed'],
    ['No one', 'believes'],
    ['Not one official', 'said'],
    ['Neither Ilse Marrow nor Corvin Hale', 'said'],
  ] as const)
    assert.equal(countMore(by, cue), 0, `${by} ${cue}`)
  assert.equal(countMore('Corvin Hale', 'say', { lead: 'Nor did ' }), 0)
  assert.equal(countMore('Corvin Hale', 'said', { lead: 'It is nothing to Karsk if ' }), 0)
  assert.equal(countMore('Corvin Hale', 'might have denied', { act: 'denies' }), 0)
})

test('what was said for all its "not" counts, and so does a silence', () => {
  for (const [by, cue] of [
    ['Corvin Hale', 'not only said'],
    ['Corvin Hale', 'never tired of saying'],
    ['Corvin Hale', 'would later say'],
    ['No. 9 Quay Street', 'said'],
    ['None other than Corvin Hale', 'said'],
    ['No fewer than three officials', 'said'],
  ] as const)
    assert.equal(countMore(by, cue), 1, `${by} ${cue}`)
  assert.equal(countMore('Corvin Hale', 'has not confirmed', { act: 'declines to comment' }), 1)
  assert.equal(countMore('Corvin Hale', 'has denied', { act: 'denies' }), 1)
})

test('who passes on that another never said it says nothing of it, and neither does what stands within', () => {
  const read = makeRead({
    name: 'passed on',
    outlet: 'Orlenne Herald',
    published: '2031-03-05',
    text: `Osric Roke said Corvin Hale had never said that ${SOLD}.`,
    says: [
      { by: { words: 'Osric Roke' }, cue: 'said', content: `Corvin Hale had never said that ${SOLD}` },
      { by: { words: 'Corvin Hale' }, cue: 'had never said', content: `that ${SOLD}` },
    ],
  })
  const [outer, inner] = read.reading.attributions
  assert.ok(outer && inner)
  const nested = { ...read, reading: { ...read.reading, attributions: [outer, { ...inner, within: outer.id }] } }
  assert.equal(link([makeRead(STORY), nested]).bearings.length, 1)
})
