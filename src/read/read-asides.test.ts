import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BlockKind } from '../model/doc.ts'
import { docOf, readText } from './read-text.contract.ts'

const LINES: readonly (readonly [BlockKind, string])[] = [
  ['caption', 'Ilse Marrow, who said that the lock was shut, leaves the talks in Karsk.'],
  ['paragraph', '“The levy is a tax on bread by another name,” Corvin Hale, the foreign minister, told reporters.'],
  ['pull-quote', '“The levy is a tax on bread by another name,” said Corvin Hale.'],
  ['paragraph', 'Ilse Marrow said that the lock was shut.'],
]

test('captions and pull quotes say nothing a second time, and no sentence is read in them', async () => {
  const text = LINES.map(([, line]) => line).join('\n')
  const blocks = docOf(text).blocks.map(({ span }, index) => ({ span, kind: LINES[index]?.[0] ?? 'paragraph' }))
  const { shown, reading, doc } = await readText(text, { blocks })
  assert.deepEqual(
    shown.map(({ source }) => source),
    ['Corvin Hale, the foreign minister,', 'Ilse Marrow'].map((words) => words.replace(/,$/, '')),
  )
  assert.deepEqual(
    reading.sentences.map(({ start, end }) => doc.text.slice(start, end)),
    [LINES[1]?.[1], LINES[3]?.[1]],
  )
  assert.equal((await readText(text)).shown.length, 4)
})

test('a sentence that goes on below a caption does not take the caption in', async () => {
  const lines = ['Ilse Marrow,', 'The lock of Karsk at dusk.', 'the Karskan envoy, said that the lock was shut.']
  const text = lines.join('\n')
  const kinds: readonly BlockKind[] = ['paragraph', 'caption', 'paragraph']
  const blocks = docOf(text).blocks.map(({ span }, index) => ({ span, kind: kinds[index] ?? 'paragraph' }))
  const { reading, doc } = await readText(text, { blocks })
  for (const { start, end } of reading.sentences) assert.doesNotMatch(doc.text.slice(start, end), /dusk/)
})
