import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** The text, with a stroke where a sentence ends. */
const SENTENCES = [
  'Hale met Sens. Ilse Marrow (C-P.S.), Mark Tully III (D-W.Ka.) and Ana Ferro (R-Brenn.), all of whom said no.|Then he left.',
  'Senator Marrow (C-Brenn.) said the offer was dead.|Hale agreed.',
  'Hale said no.|Brell said the ferry sank.',
  'It lies at No. 9 Quay Street.|Nobody lives there.',
  '“Is it dead?” he asked.|She said it was.',
]

test('abbreviations and marks end no sentence', async () => {
  for (const marked of SENTENCES) {
    const text = marked.replaceAll('|', ' ')
    const { reading } = await readText(text)
    const found = reading.sentences.map(({ start, end }) => text.slice(start, end))
    assert.deepEqual(found, marked.split('|'))
  }
})
