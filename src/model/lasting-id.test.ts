import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from './id.ts'
import { lastingId } from './lasting-id.ts'

const TEXT = 'The dam is open. She said\n\nthe dam is open. The dam is open, he said.'

function idsIn(text: string, words: RegExp, report = 'r'): string[] {
  const doc = { text, report, capture: asId<'capture'>(text) }
  return [...text.matchAll(words)].map(({ index, 0: found }) =>
    lastingId('claim', doc, { start: index, end: index + found.length }),
  )
}

test('what stands at the same words has another id for each time that they stand there', () => {
  const ids = idsIn(TEXT, /The dam is open/g)
  assert.equal(new Set(ids).size, 2)
  assert.equal(new Set([...ids, ...idsIn(TEXT, /the dam is open/g)]).size, 3)
})

test('other words around it, and other white space in it, change no id; another report does', () => {
  const again = `Share this.\n\n${TEXT.replaceAll('dam is', 'dam\nis').replace('\n\n', ' ')}\n\nMore`
  assert.deepEqual(idsIn(again, /The dam\sis open/g), idsIn(TEXT, /The dam is open/g))
  assert.notDeepEqual(idsIn(TEXT, /The dam/g, 'other'), idsIn(TEXT, /The dam/g))
})
