import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSpan } from '../model/span.ts'
import { GLUE, type Mark, markWords } from './mark-words.ts'

/** The text with each label's words marked; words that occur twice are marked where they stand first. */
function marked(text: string, words: readonly (readonly [label: string, words: string])[], block = text): string {
  const spanOf = (part: string) => makeSpan(text, text.indexOf(part), text.indexOf(part) + part.length)
  const marks: Mark[] = words.map(([label, part]) => ({ label, span: spanOf(part) }))
  return markWords(text, spanOf(block), marks).replaceAll(GLUE, ' ')
}

test('source, cue and content stand in brackets with their number', () => {
  const marks = [
    ['1s', 'Ilse Marrow'],
    ['1c', 'said'],
    ['1:', 'the offer was dead'],
  ] as const
  assert.equal(
    marked('Ilse Marrow said the offer was dead.', marks),
    '[1s Ilse Marrow] [1c said] [1: the offer was dead].',
  )
})

test('one that lies in another closes before it, also where they begin or end together', () => {
  const text = 'Marrow said that Roke had called the offer dead.'
  const marks = [
    ['2c', 'had called'],
    ['1:', 'that Roke had called the offer dead'],
    ['2:', 'the offer dead'],
    ['2s', 'Roke'],
  ] as const
  assert.equal(marked(text, marks), 'Marrow said [1: that [2s Roke] [2c had called] [2: the offer dead]].')
  const together = [
    ['2s', 'Roke'],
    ['1:', 'Roke said so'],
  ] as const
  assert.equal(marked('Roke said so.', together), '[1: [2s Roke] said so].')
})

test('the same words have one bracket with both labels', () => {
  const marks = [
    ['1s', 'Marrow'],
    ['2s', 'Marrow'],
  ] as const
  assert.equal(marked('Marrow denied it and would not say more.', marks).slice(0, 14), '[1s+2s Marrow]')
})

test('pieces of one content bear its number each', () => {
  const marks = [
    ['1:', '“The levy,”'],
    ['1:', '“is dead.”'],
    ['1s', 'she'],
  ] as const
  assert.equal(marked('“The levy,” she said, “is dead.”', marks), '[1: “The levy,”] [1s she] said, [1: “is dead.”]')
})

test('one that crosses another is cut there, and a sign on both sides says so', () => {
  const marks = [
    ['1:', 'the levy was dead'],
    ['2:', 'was dead and buried'],
  ] as const
  assert.equal(
    marked('He said the levy was dead and buried.', marks),
    'He said [1: the levy [2: was dead~]] [2:~ and buried].',
  )
})

test('one that goes over several paragraphs is cut at their ends', () => {
  const text = '“We stay.\n\n“We pay,” she said.'
  const marks = [
    ['1:', '“We stay.\n\n“We pay,”'],
    ['1c', 'said'],
  ] as const
  assert.equal(marked(text, marks, '“We stay.'), '[1: “We stay.~]')
  assert.equal(marked(text, marks, '“We pay,” she said.'), '[1:~ “We pay,”] she [1c said].')
})

test('the brackets of the text are told from ours, and nothing in it speaks to the terminal', () => {
  const text = 'She said “[the dam] is \u001b[31msafe”.'
  assert.equal(
    marked(text, [['1:', '“[the dam] is \u001b[31msafe”']]),
    'She said [1: “\\[the dam\\] is \\u{1b}\\[31msafe”].',
  )
})

test('a text without marks stands as it is', () => {
  assert.equal(marked('The talks went on.', []), 'The talks went on.')
})
