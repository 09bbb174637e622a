import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution } from '../model/attribution.ts'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Chain, Reading } from '../model/reading.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { saidIn } from './said-in.ts'

const TEXT =
  'One of three Karsk officials told Meridian News Agency that the levy is dead, envoy Ilse Marrow added on Monday.'

function at(words: string): Span {
  const start = TEXT.indexOf(words)
  return makeSpan(TEXT, start, start + words.length)
}

const doc: Doc = {
  id: asId('doc'),
  capture: asId('capture'),
  madeBy: 'test@1',
  name: 'levy',
  text: TEXT,
  blocks: [{ kind: 'paragraph', span: { start: 0, end: TEXT.length } }],
  language: 'en',
  fields: [],
  removed: [],
  given: [
    { at: 0, given: 100, length: 29, givenLength: 29 },
    { at: 29, given: 131, length: TEXT.length - 29, givenLength: TEXT.length - 29 }, // two units were dropped before "told"
  ],
}

const chain = (id: string, kind: Chain['kind'], name: string, words: string): Chain => ({
  id: asId(id),
  kind,
  name,
  mentions: [{ span: at(words), form: 'name' }],
})

const reading: Reading = {
  doc: doc.id,
  madeBy: 'test@1',
  sentences: [],
  quotations: [],
  names: [],
  chains: [
    chain('c1', 'group', 'three Karsk officials', 'three Karsk officials'),
    chain('c2', 'outlet', 'Meridian News Agency', 'Meridian News Agency'),
    chain('c3', 'person', 'Ilse Marrow', 'Ilse Marrow'),
  ],
  attributions: [],
  notes: [],
}

const anonymous: Attribution = {
  id: asId('a1'),
  source: {
    kind: 'anonymous',
    words: [at('One of three Karsk officials')],
    who: [asId('c9')],
    count: { atLeast: 1, atMost: 1 },
    side: 'Karsk',
    among: asId('c1'),
  },
  cue: [at('told')],
  content: [at('the levy is dead')],
  form: 'indirect',
  act: 'asserts',
  hearer: { kind: 'outlet', words: at('Meridian News Agency'), who: asId('c2') },
  via: [{ kind: 'outlet', words: [at('Meridian News Agency')], who: [asId('c2')] }],
  confidence: 0.8,
}

test('ranges are into the text as it was handed in, names stand where the ids were', () => {
  const said = saidIn(doc, reading, anonymous)
  assert.deepEqual(said.source, [[100, 128]])
  assert.deepEqual(said.cue, [[131, 135]])
  assert.equal(said.sourceKind, 'anonymous')
  assert.deepEqual(said.who, ['Karsk official'])
  assert.deepEqual(said.via, ['Meridian News Agency'])
  assert.equal(said.hearer, 'Meridian News Agency')
  assert.equal(said.stance, 'asserts')
  assert.ok(!('said' in said))
})

test('a person is printed by name, and days as a reader counts them', () => {
  const named: Attribution = {
    ...anonymous,
    source: { kind: 'person', words: [at('envoy Ilse Marrow')], who: [asId('c3')], role: 'official' },
    said: { words: at('on Monday'), value: '2031-05-05', from: '2031-05-05', until: '2031-05-06' },
    via: [],
  }
  const said = saidIn(doc, reading, named)
  assert.deepEqual([said.sourceKind, said.who, said.via, said.said], ['official', ['Ilse Marrow'], [], '2031-05-05'])
  const days = { words: at('on Monday'), value: '2031-W19', from: '2031-05-05', until: '2031-05-12' }
  assert.equal(saidIn(doc, reading, { ...named, said: days }).said, '2031-W19')
})

test('the anonymous are printed by side, noun and number', () => {
  const name = (words: string, side: string | undefined, atMost: number | undefined): string | undefined => {
    const text = `${words} said so.`
    const source = {
      kind: 'anonymous' as const,
      words: [makeSpan(text, 0, words.length)] as const,
      who: [asId<'chain'>('none')] as const,
      count: { atLeast: 1, ...(atMost && { atMost }) },
      ...(side && { side }),
    }
    return saidIn({ ...doc, text }, reading, { ...anonymous, source }).who[0]
  }
  assert.equal(name('a senior Veldanian official', 'Veldanian', 1), 'Veldanian official')
  assert.equal(name('sources close to the envoy', undefined, undefined), 'sources')
  assert.equal(name('two people familiar with the talks', undefined, 2), 'people')
  assert.equal(name('A third source', 'Karsk', 1), 'Karsk source')
  assert.equal(name('one of the diplomats', 'Veldanian', 1), 'Veldanian diplomat')
})
