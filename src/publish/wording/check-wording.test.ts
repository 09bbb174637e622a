// Every ruled line of the example week stands as it is; each kind of miss is found and named where it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line, Miss } from '../../model/edition.ts'
import { compose } from '../compose.ts'
import { makeExampleWeek } from '../example-week.test.ts'
import { checkWording } from './check-wording.ts'
import { lineOf, type WordingCase } from './wording-case.contract.ts'

const CASE: WordingCase = {
  outlet: 'Radio Askevar',
  published: '2031-03-12T08:00:00Z',
  report:
    'The country’s chief envoy, Ilse Marrow, arrived by boat. [[Karsk will not accept the offer of 4 March, Marrow told reporters on Tuesday. "At least 40 guards would stay," she said.]] The foreign minister of Lindria, Anselm Roke, was not there.',
  ruled:
    'Karsk will not accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Tuesday. “At least 40 guards would stay,” she said (Radio Askevar, 12 March 2031).',
}

const check = (text: string): Miss[] => checkWording(text, ...lineOf(CASE))
const kinds = (text: string): string => [...new Set(check(text).map(({ kind }) => kind))].join(' ')

test('the lines that the rules make have no miss', () => {
  const input = makeExampleWeek()
  const findDoc = (id: string) => input.docs.find(({ doc }) => doc.id === id)?.doc
  const lines = compose(input).sections.flatMap(({ items }) =>
    items.flatMap(({ heading, lines }): Line[] => (heading ? [heading, ...lines] : [...lines])),
  )
  assert.ok(lines.length > 3)
  for (const line of lines) assert.deepEqual(checkWording(line.text, line, { findDoc }), [], line.text)
})

test('an honest rewording has no miss', () => {
  for (const text of [
    'On Tuesday, chief envoy Ilse Marrow told reporters that Karsk will not accept the offer of 4 March.',
    'Ilse Marrow, Karsk’s chief envoy, said on Tuesday that the offer of 4 March would not be accepted.',
    'Karsk will not accept the 4 March offer, its chief envoy, Ilse Marrow, said on 11 March, adding: “At least 40 guards would stay,”',
  ])
    assert.deepEqual(check(text), [], text)
})

test('each kind of miss is named', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['quoted', 'Karsk will “not accept” the offer of 4 March, chief envoy Ilse Marrow told reporters on Tuesday.'],
    [
      'quoted',
      'Chief envoy Ilse Marrow told reporters on Tuesday that Karsk will not accept the offer of 4 March. «At least 40 men would stay.»',
    ],
    ['name', 'Lindria will not accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Tuesday.'],
    ['name', 'Karsk will not accept the offer of 4 March, Foreign Minister Ilse Marrow told reporters on Tuesday.'],
    [
      'number',
      'Karsk will not accept the offer, chief envoy Ilse Marrow told reporters on Tuesday, adding that at least 400 guards would stay.',
    ],
    ['date', 'Karsk will not accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Monday.'],
    ['polarity', 'Karsk will accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Tuesday.'],
    ['attribution', 'Karsk will not accept the offer of 4 March, chief envoy Ilse Marrow admitted on Tuesday.'],
    ['attribution', 'Karsk will not accept the offer of 4 March.'],
  ]
  for (const [kind, text] of cases) assert.ok(kinds(text).includes(kind), `${text}: ${kinds(text)}`)
})

test('words put in beside those of the evidence are misses, each where it stands', () => {
  const said = 'Karsk will not accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Tuesday'
  for (const [words, text] of [
    ['generous', `${said.replace('the offer', 'the generous offer')}.`],
    ['disgraced', `${said.replace('chief envoy', 'disgraced chief envoy')}.`],
    ['fears trap', `${said.replace('4 March', '4 March because it fears a trap')}.`],
    ['tears', `${said} in tears.`],
    ['war unavoidable', `${said}; war is now unavoidable.`],
  ] as const)
    assert.equal(
      check(text)
        .map((miss) => miss.words)
        .join(' '),
      words,
      text,
    )
})

test('a span of time keeps its bound', () => {
  const ruled = 'The prisoners will be freed within ten days, envoy Ilse Marrow said.'
  const [line, context] = lineOf({ ...CASE, report: `[[${ruled}]]`, ruled })
  const found = (text: string) => checkWording(text, line, context).map(({ kind, words }) => `${kind} ${words}`)
  assert.deepEqual(found(ruled.replace('The prisoners', 'All the prisoners')), ['number All'])
  assert.deepEqual(found(ruled.replace('within', 'after')), ['number ten'])
})

test('a miss lies where its words stand', () => {
  const text = 'Karsk will not accept the offer of 4 March, chief envoy Ilse Marrow told reporters on Monday.'
  const [miss] = check(text)
  assert.equal(miss?.words, 'Monday')
  assert.equal(miss?.span && text.slice(miss.span.start, miss.span.end), 'Monday')
})
