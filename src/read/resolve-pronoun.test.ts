import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSpan } from '../model/span.ts'
import { readText } from './read-text.contract.ts'

/** Each text with who is meant by the source of its last attribution. */
const TEXTS: readonly (readonly [string, ...string[]])[] = [
  // the subject of the sentence before, not the one named last
  ['Envoy Ilse Marrow wrote to Runa Hald. She said that the offer was dead.', 'Ilse Marrow'],
  // by the given name, which is a weak sign
  ['Anna Marrow left with Peter Hale. He said that the offer was dead.', 'Peter Hale'],
  // by what the text calls her elsewhere
  ['Corvin Hale took his papers and his hat to Oriel Sund. He said that it was late.', 'Corvin Hale'],
  ['Mr. Hale met Corvin Hale, and Ms. Sund met Oriel Sund. She said that it was late.', 'Oriel Sund'],
  // two of one surname are told apart by their titles; where these do not tell, by nobody's guess
  ['Ilse Marrow met Tobias Marrow. Mr. Marrow said that the offer was dead.', 'Tobias Marrow'],
  ['Ilse Marrow met Tobias Marrow. Ms. Marrow said that the offer was dead.', 'Ilse Marrow'],
  ['Oriel Marrow met Tamsel Marrow. Mr. Marrow said that the offer was dead.', 'Marrow'],
  ['Envoy Ms. Ilse Marrow spoke. Mr. Marrow said that the offer was dead.', 'Marrow'],
  // pronouns on the way keep their bearer in the light
  [
    'Ilse Marrow rose. She took her papers. Her office was shut. She left the town. She said that it was late.',
    'Ilse Marrow',
  ],
  // a name that only goes before a noun stands in no light
  [
    'Ms. Hald waited. Marrow aide Anna Sund, no friend of the Hald campaign, came. She said that it was late.',
    'Anna Sund',
  ],
  // who: the head of the apposition's name, and the people rather than the wave
  ['“No,” said Ilse Marrow, the head of the council, who also said that the offer was dead.', 'Ilse Marrow'],
  // two named together; people by a noun; a body
  ['Ilse Marrow and Corvin Hale met in Orlenne. They said that the talks went on.', 'Ilse Marrow', 'Corvin Hale'],
  ['Many voters want a bridge. They say that the ferry is too slow.', 'voters'],
]

test('a pronoun means whoever stands in the light', async () => {
  for (const [text, ...who] of TEXTS) {
    const { shown } = await readText(text)
    assert.deepEqual(shown.at(-1)?.who, who, text)
  }
})

test('who wrote the report is nobody whom it speaks of', async () => {
  const text = 'By Ilse Marrow\nI asked an envoy. “The offer is dead,” she told me.'
  const blocks = [
    { kind: 'byline' as const, span: makeSpan(text, 0, 14) },
    { kind: 'paragraph' as const, span: makeSpan(text, 15, text.length) },
  ]
  const { shown } = await readText(text, { blocks })
  assert.deepEqual(shown.at(-1)?.who, ['unknown (“she”)'])
})

/** Each text with who is meant by the last source, which is a role. */
const ROLES: readonly (readonly [string, string])[] = [
  ['Sen. Ilse Marrow met Gov. Corvin Hale. The senator said that the offer was dead.', 'Ilse Marrow'],
  ['Sen. Ilse Marrow met Gov. Corvin Hale. The governor said that the offer was dead.', 'Corvin Hale'],
  // the Marrow campaign: she is a candidate
  [
    'The Marrow campaign hired Corvin Hale. Ilse Marrow rose, and so did Hale. The candidate said that it was late.',
    'Ilse Marrow',
  ],
  // of two, the one who is it now
  ['Former governor Corvin Hale met Ilse Marrow, the governor. The governor said that it was late.', 'Ilse Marrow'],
  // somebody's, or brought in without a name: nobody whom the text has named
  ['Ilse Marrow said no. Her spokesman said that the offer was dead.', 'spokesman'],
  ['A senator from Karsk followed Ilse Marrow. The senator said that it was late.', 'senator'],
]

test('a role means the person to whom the text gave it', async () => {
  for (const [text, who] of ROLES) {
    const { shown } = await readText(text)
    assert.deepEqual(shown.at(-1)?.who, [who], text)
  }
})
