// What every way of filing reports under stories must hold to: one suite for the desk's and for the stream's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoryDoc } from './stream-stories.ts'

export const DAM = {
  id: 'dam-1',
  title: 'Veldania offers to quit the Ketter dam',
  text: 'Veldania has offered to withdraw its troops from the Ketter dam if the ports of Tolvar and Brissen are opened, officials in Orlenne said. Karsk has not answered the offer.',
}
export const DAM_AGAIN = {
  id: 'dam-2',
  title: 'Karsk rejects Veldania’s Ketter dam offer',
  text: 'Karsk will not open the ports of Tolvar and Brissen for a withdrawal of Veldania’s troops from the Ketter dam, envoy Ilse Marrow said in Port Sabel.',
}
export const AID = {
  id: 'aid',
  title: 'Senate passes aid bill',
  text: 'The Corvenian Senate passed an aid bill of nine billion crowns by 58 votes to 39. The House of Delegates will take it up in April, Speaker Wendell Ancroft said.',
}

/** Registers the tests for one of them. */
export function storiesContract(group: (docs: readonly StoryDoc[]) => Map<string, string>): void {
  test('reports of one matter are one story, and another matter is another', () => {
    const storyOf = group([DAM, AID, DAM_AGAIN])
    assert.equal(storyOf.get('dam-1'), storyOf.get('dam-2'))
    assert.notEqual(storyOf.get('dam-1'), storyOf.get('aid'))
  })

  test('a report is put in a story even if it has no words', () => {
    const storyOf = group([
      { id: 'empty', text: '' },
      { id: 'other', text: '' },
    ])
    assert.equal(storyOf.size, 2)
    assert.notEqual(storyOf.get('empty'), storyOf.get('other'))
  })

  test('the id of a story is that of its first report', () => {
    const [alone, together] = [group([DAM]), group([DAM, DAM_AGAIN])]
    assert.equal(alone.get('dam-1'), together.get('dam-2'))
  })
}
