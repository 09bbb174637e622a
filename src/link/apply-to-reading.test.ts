// Words of an attribution and kinds of sources put right by a person, on docs written by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution } from '../model/attribution.ts'
import type { CorrectedWords, LookedAt, Ruling } from '../model/decision.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { lookAt } from '../model/reanchor.ts'
import { makeSpan, type NonEmpty, wordsOf } from '../model/span.ts'
import { applyToReading } from './apply-to-reading.ts'
import { makeRead } from './make-read.contract.ts'
import { attributionOf, rule } from './ruling.contract.ts'

const READ = makeRead({
  name: 'ferry',
  text: 'Ilse Marrow, the envoy, told reporters that the ferry would sail. “It will sail on Sunday,” she said. The dam stays shut, Corvin Hale said.',
  says: [
    { by: { words: 'Ilse Marrow' }, cue: 'told', content: 'the ferry would' },
    { by: { words: 'Ilse Marrow' }, cue: 'said', content: '“It will sail' },
    { by: { words: 'Corvin Hale' }, cue: 'said', content: 'The dam stays shut' },
  ],
})
const MARKED: ReadDoc = {
  ...READ,
  reading: { ...READ.reading, quotations: [spanOf('“It will sail on Sunday,”')] },
}

function spanOf(words: string) {
  const start = READ.doc.text.indexOf(words)
  return makeSpan(READ.doc.text, start, start + words.length)
}

function look(...words: string[]): NonEmpty<LookedAt> {
  const [first, ...others] = words.map((one) => lookAt(READ.doc, spanOf(one), 'ferry'))
  return [first ?? assert.fail(), ...others]
}

function ruled(ruling: Ruling, at = 0, read = MARKED): Attribution {
  return applyToReading(read, [rule(ruling)]).reading.attributions[at] ?? assert.fail()
}

function corrected(to: CorrectedWords, at = 0): Attribution {
  return ruled({ kind: 'correct', what: attributionOf(MARKED, at), to }, at)
}

test('what was said has the words that a person chose, and their form', () => {
  const { doc } = READ
  const told = corrected({ content: look('the ferry would sail') })
  assert.deepEqual([wordsOf(doc.text, told.content), told.form], ['the ferry would sail', 'indirect'])
  assert.equal(corrected({ content: look('“It will sail on Sunday,”') }, 1).form, 'direct')
  assert.equal(corrected({ content: look('It will sail on Sunday') }, 1).form, 'direct')
  assert.equal(corrected({ content: look('sail on Sunday') }, 1).form, 'indirect')
  assert.equal(corrected({ content: look('the ferry would sail', 'on Sunday,”') }).form, 'mixed')
  const pieces = corrected({ content: look('would sail', 'the ferry') })
  assert.deepEqual(wordsOf(doc.text, pieces.content), 'the ferry would sail')
})

test('who a corrected source is stands in the report, or it is nobody known', () => {
  const [marrow, hale] = READ.reading.chains
  const whoOf = ({ source }: Attribution) => (source.kind === 'unstated' ? [] : source.who)
  assert.deepEqual(whoOf(corrected({ source: look('Ilse Marrow, the envoy') })), [marrow?.id])
  assert.deepEqual(whoOf(corrected({ source: look('Corvin Hale') })), [hale?.id])
  const decision = rule({ kind: 'correct', what: attributionOf(READ), to: { source: look('reporters') } })
  const { reading } = applyToReading(READ, [decision])
  const own = reading.chains.at(-1)
  assert.deepEqual([own?.name, whoOf(reading.attributions[0] ?? assert.fail())], ['unknown (“reporters”)', [own?.id]])
  assert.deepEqual(reading.notes.at(-1)?.rule, 'source-unresolved')
})

test('nothing is corrected where pieces would run into one another, or the cue into what was said', () => {
  for (const to of [
    { content: look('Ilse Marrow, the envoy, told') },
    { cue: look('the ferry') },
    { content: look('the ferry would', 'would sail') },
  ]) {
    assert.equal(applyToReading(READ, [rule({ kind: 'correct', what: attributionOf(READ), to })]), READ)
  }
})

test('the last correction of a part stands, and a ruling after it finds what the reader had left', () => {
  const what = attributionOf(READ)
  const first = rule({ kind: 'correct', what, to: { content: look('The dam stays shut') } }, 'one')
  const second = rule({ kind: 'correct', what, to: { content: look('the ferry would sail') } }, 'two')
  const twice = applyToReading(READ, [first, second])
  assert.equal(wordsOf(READ.doc.text, twice.reading.attributions[0]?.content ?? []), 'the ferry would sail')
  assert.equal(twice.asRead, READ.reading)
  const gone = applyToReading(READ, [first, rule({ kind: 'reject', what, on: [] })])
  assert.equal(gone.reading.attributions.length, 2)
})

test('somebody of another kind is so in the whole report, and so is the chain', () => {
  const kinds = (to: Extract<Ruling, { kind: 'set kind' }>['to']) => {
    const what = attributionOf(READ)
    const { reading } = applyToReading(READ, [rule({ kind: 'set kind', what, to })])
    return [
      reading.attributions.map(({ source }) => (source.kind === 'person' ? (source.role ?? 'person') : source.kind)),
      reading.chains.map(({ kind }) => kind),
    ]
  }
  assert.deepEqual(kinds('official'), [
    ['official', 'official', 'person'],
    ['person', 'person'],
  ])
  assert.deepEqual(kinds('anonymous'), [
    ['anonymous', 'anonymous', 'person'],
    ['group', 'person'],
  ])
  assert.deepEqual(kinds('government'), [
    ['government', 'government', 'person'],
    ['government', 'person'],
  ])
  assert.deepEqual(kinds('unstated'), [
    ['unstated', 'person', 'person'],
    ['person', 'person'],
  ])
})

test('where only the cue speaks there is nobody to be of a kind', () => {
  const read = makeRead({
    name: 'ferry',
    text: 'The dam reportedly broke.',
    says: [{ cue: 'reportedly', content: 'The dam' }],
  })
  assert.equal(applyToReading(read, [rule({ kind: 'set kind', what: attributionOf(read), to: 'official' })]), read)
})
