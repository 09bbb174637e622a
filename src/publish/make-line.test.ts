// What becomes of the marks of a line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import { curlMarks, makeLine } from './make-line.ts'

const evidence = {
  doc: asId<'doc'>('d'.repeat(64)),
  span: { start: 0, end: 9 },
  quote: 'the words',
} as unknown as Parameters<typeof makeLine>[0][number]['copied']

function lineOf(text: string): string | undefined {
  return makeLine([evidence ? { text, copied: evidence } : { text }], [])?.text
}

test('straight marks open and close in turn', () => {
  assert.equal(curlMarks('"No," she said, "never."'), '“No,” she said, “never.”')
})

test('what a mark opens and two apostrophes close keeps its marks, and no mark is put where the report has none', () => {
  const text = `Marrow, "the last mediator'' of Karsk, said so on Monday`
  assert.equal(lineOf(text), text)
})

test('beside marks of ours such a line is left out: it would seem to be quoted to its end', () => {
  assert.equal(lineOf(`“"We will sign,'' Marrow told Meridian`), undefined)
})
