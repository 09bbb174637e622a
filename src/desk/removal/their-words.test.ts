// Whose words they are: of the report that is removed, or anybody's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRare, openTheirWords } from './their-words.ts'

const REMOVED = ['The envoy Mira Ovrellith said that nine ferries had left Brissen with grain for Karsk.']
const OTHER = 'Corvin Hale denied that nine ferries had left Brissen. The envoy said nothing.'

test('four words in a row are a quotation, fewer are anybody’s, and so are those that another report has', () => {
  const words = openTheirWords(REMOVED)
  assert.equal(words.quotes('They write: “… had left Brissen, with grain for …”'), true)
  assert.equal(words.quotes('left Brissen with'), false)
  assert.equal(words.quotes('out'), false)
  assert.equal(words.quotes(''), false)
  const beside = openTheirWords(REMOVED, { staying: [OTHER] })
  assert.equal(beside.quotes('nine ferries had left Brissen'), false)
  assert.equal(beside.quotes('had left Brissen with grain'), true)
})

test('a name counts as theirs where no text that stays has it, whole words only', () => {
  const words = openTheirWords(REMOVED, { staying: [OTHER] })
  assert.equal(words.holds('Mira Ovrellith'), true)
  assert.equal(words.holds('mira  OVRELLITH,'), true)
  assert.equal(words.holds('Brissen'), false)
  assert.equal(words.holds('Mira Ovrell'), false)
})

test('of what people wrote a word is rare that only the removed report has', () => {
  const written = ['ask Ovrellith about the ferries', 'the grain is not for Veldania']
  assert.deepEqual([...findRare(written, REMOVED, [OTHER])], ['ovrellith', 'grain'])
  assert.deepEqual([...findRare(written, REMOVED, [OTHER, 'Grain came; Ovrellith, too.'])], [])
  assert.deepEqual([...findRare(['nothing of it'], REMOVED, [OTHER])], [])
  assert.equal(openTheirWords(REMOVED, { rare: new Set(['ovrellith']) }).quotes('Ovrellith?'), true)
})
