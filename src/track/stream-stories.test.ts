import assert from 'node:assert/strict'
import { test } from 'node:test'
import { streamStories } from './stream-stories.ts'

const DAM = {
  id: 'dam-1',
  title: 'Veldania offers to quit the Ketter dam',
  text: 'Veldania has offered to withdraw its troops from the Ketter dam if the ports of Tolvar and Brissen are opened, officials in Orlenne said. Karsk has not answered the offer.',
}
const DAM_AGAIN = {
  id: 'dam-2',
  title: 'Karsk rejects Veldania’s Ketter dam offer',
  text: 'Karsk will not open the ports of Tolvar and Brissen for a withdrawal of Veldania’s troops from the Ketter dam, envoy Ilse Marrow said in Port Sabel.',
}
const AID = {
  id: 'aid',
  title: 'Senate passes aid bill',
  text: 'The Corvenian Senate passed an aid bill of nine billion crowns by 58 votes to 39. The House of Delegates will take it up in April, Speaker Wendell Ancroft said.',
}

test('reports of one matter are one story, and another matter is another', () => {
  const storyOf = streamStories([DAM, AID, DAM_AGAIN])
  assert.equal(storyOf.get('dam-1'), storyOf.get('dam-2'))
  assert.notEqual(storyOf.get('dam-1'), storyOf.get('aid'))
})

test('a report is put in a story even if it has no words', () => {
  const storyOf = streamStories([
    { id: 'empty', text: '' },
    { id: 'other', text: '' },
  ])
  assert.equal(storyOf.size, 2)
  assert.notEqual(storyOf.get('empty'), storyOf.get('other'))
})

test('the id of a story is that of its first report', () => {
  const [alone, together] = [streamStories([DAM]), streamStories([DAM, DAM_AGAIN])]
  assert.equal(alone.get('dam-1'), together.get('dam-2'))
})

const QUAKE =
  'An earthquake shook the coast on Monday, the ministry said. Houses fell, and rescue teams searched for survivors.'
const northern = (k: number): { id: string; text: string } => ({
  id: `north-${k}`,
  text: `${QUAKE} The tremor of magnitude 6.1 struck Tolvar and Brissen; ${k + 2} aftershocks reached Mount Askel, the mayor Ilse Marrow said.`,
})
const southern = (k: number): { id: string; text: string } => ({
  id: `south-${k}`,
  text: `${QUAKE} The tremor of magnitude 5.4 struck Dornal and Orlenne; ${k + 40} families slept at Lake Vessin, the governor Corvin Hale said.`,
})

test('two earthquakes are two stories whatever the order, and each keeps the id of its first report', () => {
  const [north, south] = [[0, 1, 2, 3].map(northern), [0, 1, 2, 3].map(southern)]
  const mixed = north.flatMap((report, k) => [report, south[k] ?? report])
  const storyOf = streamStories(mixed)
  const idsOf = (reports: readonly { id: string }[]): Set<unknown> => new Set(reports.map(({ id }) => storyOf.get(id)))
  assert.deepEqual([idsOf(north).size, idsOf(south).size], [1, 1])
  assert.notDeepEqual(idsOf(north), idsOf(south))
  assert.equal(storyOf.get('north-0'), streamStories([northern(0)]).get('north-0'))
  assert.equal(storyOf.get('south-0'), streamStories([southern(0)]).get('south-0'))
})

test('a later report of another matter changes no story', () => {
  const before = streamStories([DAM, AID, DAM_AGAIN])
  const after = streamStories([DAM, AID, DAM_AGAIN, northern(1), southern(1)])
  for (const [id, story] of before) assert.equal(after.get(id), story)
})
