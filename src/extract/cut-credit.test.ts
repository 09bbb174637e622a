import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutCredit } from './cut-credit.ts'

test('a caption ends where the credit begins', () => {
  const cases: readonly (readonly [caption: string, words: string])[] = [
    ['The harbour of Karsk at dusk. (Image: Meridian/J. Holt)', 'The harbour of Karsk at dusk.'],
    ['The harbour of Karsk (Meridian/J. Holt)', 'The harbour of Karsk'],
    ['Ilse Marrow, left, and Corvin Hale (AP Photo/Jon Holt, File)', 'Ilse Marrow, left, and Corvin Hale'],
    ['The Foreign Office at dusk. Photograph: Elias Corran for the Courier', 'The Foreign Office at dusk.'],
    ['Envoys at the gate of the mission. Photo: Jon T. Holt', 'Envoys at the gate of the mission.'],
    ['Envoys at the gate of the missionCredit: Meridian', 'Envoys at the gate of the mission'],
    ['Corvin Hale speaks in Karsk on Monday. Jon Holt/Reuters', 'Corvin Hale speaks in Karsk on Monday.'],
    ['Corvin Hale speaks in Karsk on Monday. © Meridian 2031', 'Corvin Hale speaks in Karsk on Monday.'],
    ['Corvin Hale speaks in Karsk on Monday | Getty Images', 'Corvin Hale speaks in Karsk on Monday'],
    ['Image caption The harbour of Karsk at dusk', 'The harbour of Karsk at dusk'],
    ['Photo: Jon T. Holt', ''],
    ['Courtesy of Jon Holt', ''],
    ['Jon Holt/Meridian', ''],
    ['Image copyright Getty Images', ''],
  ]
  for (const [caption, words] of cases) assert.equal(cutCredit(caption).words, words, caption)
})

test('a caption that speaks of pictures, sources and agencies keeps its words', () => {
  for (const caption of [
    'Ilse Marrow said that the source of the photos was unclear.',
    'A picture of Ilse Marrow by Jon Holt hangs in the harbour office of Karsk.',
    'The pool where the envoys met (in 2029)',
    'Corvin Hale told Reuters',
  ])
    assert.deepEqual(cutCredit(caption), { words: caption })
})
