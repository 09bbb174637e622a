// Words that tell something by themselves, and words that do not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution } from '../model/attribution.ts'
import { makeReport } from './example-week.test.ts'
import { isClear, isClearWording } from './is-clear.ts'

type Row = [
  source: string,
  kind: 'person' | 'government' | 'anonymous',
  act: Attribution['act'],
  cue: string,
  content: string,
  clear: boolean,
]

const table: Row[] = [
  ['Two envoys', 'anonymous', 'asserts', 'said', 'that it had not', false],
  ['The ministry', 'government', 'declines to comment', 'would not confirm', 'it', false],
  ['Ilse Marrow', 'person', 'declines to comment', 'declined', 'to comment as she left', false],
  ['The embassy', 'government', 'declines to comment', 'declined', 'to comment on the pact', true],
  ['The embassy', 'government', 'declines to comment', 'did not respond', 'to three messages about it', false],
  ['Oren Tal', 'person', 'asserts', 'said', 'Karsk would answer it “in time”', false],
  ['Oren Tal', 'person', 'asserts', 'said', 'the offer meant it would end', true],
  ['Ilse Marrow', 'person', 'asserts', 'said', 'she had learned of the paper on Monday', true],
  ['Karsk', 'government', 'asserts', 'said', 'it would travel on March 18', true],
  ['Ilse Marrow', 'person', 'asserts', 'said', 'it would travel on March 18', false],
  ['Ilse Marrow', 'person', 'asserts', 'said', 'this country would wait', true],
  ['Karsk', 'government', 'denies', 'denied', 'it was its own', false],
  ['Ilse Marrow', 'person', 'denies', 'denied', 'that any of it would go to arms', false],
  ['Her office', 'government', 'denies', 'said', 'she had said nothing of the kind', false],
  ['Ilse Marrow', 'person', 'denies', 'denied', 'that any of the gates was damaged', true],
  ['Ilse Marrow', 'person', 'rejects', 'rejected', 'the charge', false],
  ['Ilse Marrow', 'person', 'rejects', 'rejected', 'the offer to leave the dam', true],
]

for (const [source, kind, act, cue, content, clear] of table) {
  test(`${source} ${cue} ${content}: ${clear ? 'clear' : 'not clear'}`, () => {
    const { doc, reading } = makeReport({
      name: 'r',
      paragraphs: [`${source} ${cue} ${content}.`],
      told: [{ who: 's', source, cue, content, kind, act }],
    })
    const [attribution] = reading.attributions
    assert.ok(attribution)
    assert.equal(isClear({ doc, reading, attribution, claims: [], matter: '' }), clear)
  })
}

test('a quotation that begins with a pronoun is not clear by itself', () => {
  const { doc, reading } = makeReport({
    name: 'r',
    paragraphs: ['“It fits into a pocket,” Ilse Marrow said.'],
    told: [{ who: 's', source: 'Ilse Marrow', cue: 'said', content: '“It fits into a pocket,”', form: 'direct' }],
  })
  const [attribution] = reading.attributions
  assert.ok(attribution)
  assert.equal(isClear({ doc, reading, attribution, claims: [], matter: '' }), false)
})

test('a heading has no speaker beside it', () => {
  assert.equal(isClearWording('“She had learned of the paper from the radio,”'), false)
  assert.equal(isClearWording('But people drink from the same hills'), false)
  assert.equal(isClearWording('Karsk offered to freeze the line'), true)
})
