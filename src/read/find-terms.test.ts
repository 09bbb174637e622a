import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** Texts with the terms of their first attribution; '' for none. */
const TERMS: readonly (readonly [string, string])[] = [
  ['A Karskan official said on condition of anonymity that the dam was full.', 'on condition of anonymity'],
  [
    'A Karskan official, who spoke on the condition that she not be named, said the dam was full.',
    'on the condition that she not be named',
  ],
  [
    'An official who was granted anonymity to discuss the pact said the dam was full.',
    'granted anonymity to discuss the pact',
  ],
  ['The dam is full, said an official speaking on background.', 'speaking on background'],
  [
    'A Karskan official, who asked not to be named because of the talks, said the dam was full.',
    'asked not to be named because of the talks',
  ],
  [
    'The dam is full, two officials said. They were not authorised to speak publicly.',
    'not authorised to speak publicly',
  ],
  [
    'The dam is full, said an aide who requested anonymity in order to speak freely.',
    'requested anonymity in order to speak freely',
  ],
  ['Two officials spoke anonymously. The officials said the dam was full.', 'spoke anonymously'],
  ['The dam is full, said a diplomat, who declined to be identified.', 'declined to be identified'],
  ['The dam is full, said a diplomat. The dam was built given the sensitivity of the soil.', ''],
  ['Ilse Marrow, who would not be named regent, said the dam was full.', ''],
  ['A Karskan official said that the dam was full.', ''],
]

test('the terms on which somebody unnamed spoke, in the sentence or in the one that goes on about them', async () => {
  for (const [text, expected] of TERMS) {
    const { shown } = await readText(text)
    const spans = shown.flatMap(({ attribution: { source } }) => (source.kind === 'anonymous' && source.terms) || [])
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)).slice(0, 1),
      expected ? [expected] : [],
      text,
    )
  }
})
