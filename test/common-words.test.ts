import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMON_WORDS } from '../src/track/common-words.ts'
import { listCommonWords } from '../training/list-common-words.ts'

test('the common words are those of the vocabulary of the embedder, in its order', () => {
  assert.deepEqual(COMMON_WORDS, listCommonWords(), 'node training/list-common-words.ts writes them anew')
})
