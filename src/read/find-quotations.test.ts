import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findQuotations } from './find-quotations.ts'
import { docOf } from './read-text.contract.ts'

const quotationsIn = (text: string): string[] =>
  findQuotations(docOf(text)).map(({ start, end }) => text.slice(start, end))

test('paired marks of every style make a quotation', () => {
  assert.deepEqual(quotationsIn('“One,” she said. "Two." «Three». ‘Four’ stays, and it’s fine.'), [
    '“One,”',
    '"Two."',
    '«Three»',
  ])
  assert.deepEqual(quotationsIn("''One,'' she said."), ["''One,''"])
})

test('inches, and a mark that nothing closes, open nothing', () => {
  assert.deepEqual(quotationsIn('A 6" pipe and a 10" pipe.'), [])
  assert.deepEqual(quotationsIn('“The offer is dead, she said.'), [])
})

test('a mark left open is taken up again in the next paragraph', () => {
  assert.deepEqual(quotationsIn('“We waited.\n“Then we left.”'), ['“We waited.', '“Then we left.”'])
})
