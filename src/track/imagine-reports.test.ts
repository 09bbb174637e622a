import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupStories } from './group-stories.ts'
import { countImagined, IMAGINED } from './imagine-reports.ts'
import { stemHash } from './pack-words.ts'
import { stemLightly } from './story-words.ts'

test('a common word stands in most imagined reports, a rarer one in few, a name in none; forms of one stem count once', () => {
  const count = (word: string): number => countImagined(stemHash(stemLightly(word)))
  assert.ok(count('the') > 0.99 * IMAGINED)
  assert.ok(count('government') < count('people') && count('people') < count('after'))
  assert.ok(count('offered') > 0)
  assert.equal(count('offer'), count('offering'))
  assert.equal(count('veldania'), 0)
})

test('two reports that have common words only in common are two stories, on a desk that has no other', () => {
  const storyOf = groupStories([
    {
      id: 'ferry',
      title: 'People help after ferry sinks',
      text: 'People from the whole city came to help when the ferry Orla sank close to the port on Sunday, with many people still on board of it.',
    },
    {
      id: 'school',
      title: 'People help after school burns',
      text: 'People from the whole city came to help when the school at Tarn burned down to the ground on Monday, with many people still inside of it.',
    },
  ])
  assert.notEqual(storyOf.get('ferry'), storyOf.get('school'))
})
