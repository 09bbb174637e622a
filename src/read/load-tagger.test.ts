import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTagger } from './load-tagger.ts'

test('a text is tagged alike whatever was tagged before it', () => {
  const text = "Marrow's offer and Tovan's answer differ from Marrow's."
  const fresh = loadTagger().tag(text)
  const tagger = loadTagger()
  for (const other of ["I did as Marrow's.", "It is Tovan's, she said.", 'The Roke-Hale-Grieve plan.', "“Tovan's.”"])
    tagger.tag(other)
  assert.deepEqual(tagger.tag(text), fresh)
})
