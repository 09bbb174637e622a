import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupStories } from './group-stories.ts'

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
  const storyOf = groupStories([DAM, AID, DAM_AGAIN])
  assert.equal(storyOf.get('dam-1'), storyOf.get('dam-2'))
  assert.notEqual(storyOf.get('dam-1'), storyOf.get('aid'))
})

test('a report is put in a story even if it has no words', () => {
  const storyOf = groupStories([
    { id: 'empty', text: '' },
    { id: 'other', text: '' },
  ])
  assert.equal(storyOf.size, 2)
  assert.notEqual(storyOf.get('empty'), storyOf.get('other'))
})

test('the id of a story is that of its first report: the one printed first, whichever came first', () => {
  const [first, later] = [
    { ...DAM, published: '2031-03-04' },
    { ...DAM_AGAIN, published: '2031-03-12' },
  ]
  const alone = groupStories([first]).get('dam-1')
  for (const docs of [
    [first, later],
    [later, first],
  ]) {
    assert.deepEqual([...groupStories(docs).values()], [alone, alone])
  }
})

test('a story is closed once no report of it was printed for months; a later one opens another', () => {
  const storyOf = groupStories([
    { ...DAM, published: '2031-03-04' },
    { ...AID, published: '2031-09-01' },
    { ...DAM_AGAIN, published: '2031-09-02' },
  ])
  assert.equal(new Set(storyOf.values()).size, 3)
})

const QUAKE =
  'An earthquake shook the coast on Monday, the ministry said. Houses fell, and rescue teams searched for survivors.'
const northern = (k: number): { id: string; text: string } => ({
  id: `${2 * k} north`,
  text: `${QUAKE} The tremor of magnitude 6.1 struck Tolvar and Brissen; ${k + 2} aftershocks reached Mount Askel, the mayor Ilse Marrow said.`,
})
const southern = (k: number): { id: string; text: string } => ({
  id: `${2 * k + 1} south`,
  text: `${QUAKE} The tremor of magnitude 5.4 struck Dornal and Orlenne; ${k + 40} families slept at Lake Vessin, the governor Corvin Hale said.`,
})

test('two earthquakes are two stories though their reports come mixed, and each has the id of its first report', () => {
  const [north, south] = [[0, 1, 2, 3].map(northern), [0, 1, 2, 3].map(southern)]
  const storyOf = groupStories([...north, ...south])
  const idsOf = (reports: readonly { id: string }[]): Set<unknown> => new Set(reports.map(({ id }) => storyOf.get(id)))
  assert.deepEqual([idsOf(north).size, idsOf(south).size], [1, 1])
  assert.notDeepEqual(idsOf(north), idsOf(south))
  assert.equal(storyOf.get('0 north'), groupStories([northern(0)]).get('0 north'))
  assert.equal(storyOf.get('1 south'), groupStories([southern(0)]).get('1 south'))
})

test('a later report of another matter changes no story', () => {
  const before = groupStories([DAM, AID, DAM_AGAIN])
  const after = groupStories([DAM, AID, DAM_AGAIN, { ...northern(1), id: 'north' }, { ...southern(1), id: 'south' }])
  for (const [id, story] of before) assert.equal(after.get(id), story)
})

test('a round-up is of no story with those that it touches on, and does not make one of them', () => {
  const dam = 'Veldania has offered to withdraw its troops from the Ketter dam if the ports of Tolvar are opened.'
  const vote = 'The Corvenian Senate passed an aid bill of nine billion crowns by 58 votes to 39.'
  const storyOf = groupStories([
    { id: 'dam', title: 'Veldania offers to quit the Ketter dam', text: dam },
    { id: 'dam-2', title: 'Veldania would quit Ketter dam', text: dam },
    { id: 'vote', title: 'Senate passes aid bill', text: vote },
    { id: 'week', title: 'The week in brief', text: `${dam} ${vote}` },
    { id: 'dam-3', title: 'Karsk on offer of Ketter dam', text: dam },
  ])
  assert.equal(storyOf.get('dam'), storyOf.get('dam-3'))
  assert.equal(storyOf.get('dam'), storyOf.get('dam-2'))
  assert.equal(new Set(storyOf.values()).size, 3)
})
