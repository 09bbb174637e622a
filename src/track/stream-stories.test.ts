import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AID, DAM, DAM_AGAIN, storiesContract } from './stories.contract.ts'
import { streamStories } from './stream-stories.ts'

storiesContract(streamStories)

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
