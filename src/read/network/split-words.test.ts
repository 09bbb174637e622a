import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docOf } from '../read-text.contract.ts'
import { splitWords } from './split-words.ts'

const shown = (text: string): string[] =>
  splitWords(docOf(text)).map((word) => `${word.text}/${word.shape}${word.gap}${word.quoted}`)

test('each word has its shape, the gap before it, and whether it is quoted', () => {
  assert.deepEqual(shown('“It is over,” Roke said. NATO met 12 times.'), [
    '“/532',
    'It/101',
    'is/011',
    'over/011',
    ',/501',
    '”/503',
    'Roke/110',
    'said/010',
    './500',
    'NATO/210',
    'met/010',
    '12/410',
    'times/010',
    './500',
  ])
})

test('a plain mark opens after white space or a bracket, else it closes', () => {
  assert.deepEqual(
    splitWords(docOf('He said "no" and ("yes").')).flatMap(({ text, quoted }) => (text === '"' ? [quoted] : [])),
    [2, 3, 2, 3],
  )
})

test('a paragraph ends every quotation', () => {
  assert.equal(splitWords(docOf('“It is over.\nHe left.')).find(({ text }) => text === 'He')?.quoted, 0)
})

test('offsets are those of the text, whatever stands in it', () => {
  const text = 'Žižek 😀 naïve x_y ﬁn'
  for (const { start, end, text: word } of splitWords(docOf(text))) assert.equal(text.slice(start, end), word)
})
