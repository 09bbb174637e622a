import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attribution } from '../model/attribution.ts'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { writeExplained } from './write-explained.ts'

const TEXT =
  'Levy talks\n\nEnvoy Ilse Marrow told Meridian that Anselm Roke had denied the levy. She added that it was late.\n\nReportedly, the dam is safe.'

function at(words: string): Span {
  return makeSpan(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)
}

const doc: Doc = {
  id: asId('doc'),
  capture: asId('capture'),
  madeBy: 'test@1',
  name: 'levy\n7',
  text: TEXT,
  blocks: TEXT.split('\n\n').map((words, i) => ({ kind: i === 0 ? 'headline' : 'paragraph', span: at(words) })),
  language: 'en',
  fields: [],
  removed: [],
  outlet: 'Karsk Courier',
  published: '2031-03-05T00:00:00.000Z',
}

const said = { form: 'indirect', via: [], act: 'asserts', confidence: 0.8 } as const

const attributions: readonly Attribution[] = [
  {
    ...said,
    id: asId('a1'),
    source: { kind: 'person', words: [at('Envoy Ilse Marrow')], who: [asId('c1')], role: 'official' },
    cue: [at('told')],
    content: [at('that Anselm Roke had denied the levy')],
    hearer: { kind: 'outlet', words: at('Meridian'), who: asId('c2') },
    via: [{ kind: 'outlet', words: [at('Meridian')], who: [asId('c2')] }],
    said: { words: at('late'), value: '2031-03-03/2031-03-04', from: '2031-03-03', until: '2031-03-05' },
  },
  {
    ...said,
    id: asId('a2'),
    source: { kind: 'person', words: [at('Anselm Roke')], who: [asId('c3')] },
    cue: [at('had denied')],
    content: [at('the levy.')],
    act: 'denies',
    within: asId('a1'),
    confidence: 0.755,
  },
  { ...said, id: asId('a3'), source: { kind: 'unstated' }, cue: [at('Reportedly')], content: [at('the dam is safe')] },
]

const chain = (id: string, kind: 'person' | 'outlet', name: string) => ({
  id: asId<'chain'>(id),
  kind,
  name,
  mentions: [{ span: at('Meridian'), form: 'name' }] as const,
})

const reading: Reading = {
  doc: doc.id,
  madeBy: 'test@1',
  sentences: [],
  quotations: [],
  names: [],
  chains: [
    chain('c1', 'person', 'Ilse Marrow'),
    chain('c2', 'outlet', 'Meridian News Agency'),
    chain('c3', 'person', 'Anselm Roke'),
  ],
  attributions,
  notes: [{ rule: 'source-unresolved', reason: '"She" may be two people', span: at('She') }],
}

test('paragraphs with marks, then each attribution by its number, then what stayed undecided', () => {
  assert.equal(
    writeExplained({ doc, reading }, 60),
    `levy\\u{a}7, Karsk Courier, 2031-03-05
[1s source] [1c cue] [1: what was said] [?1 undecided]; ~
where a mark is cut and goes on

Levy talks

[1s Envoy Ilse Marrow] [1c told] Meridian [1: that
[2s Anselm Roke] [2c had denied] [2: the levy~]][2:~ .]
[?1 She] added that it was late.

[3c Reportedly], [3: the dam is safe].

[1] Ilse Marrow (official) asserts, indirect, 80 %; told
    Meridian; via Meridian News Agency; on 2031-03-03 to
    2031-03-04
[2] Anselm Roke (person) denies, indirect, 76 %; within [1]
[3] source unstated asserts, indirect, 80 %

[?1] undecided, source-unresolved: "She" may be two people`,
  )
})

test('a text in which nothing is found says so', () => {
  const empty = { ...reading, attributions: [], notes: [] }
  assert.match(writeExplained({ doc, reading: empty }, 100), /Reportedly, the dam is safe\.\n\nno attributions found$/)
})
