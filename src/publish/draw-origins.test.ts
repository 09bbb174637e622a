import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { GraphOrigin, GraphReport, OriginsGraph, PrintedHow } from '../model/origins-graph.ts'
import { drawOrigins } from './draw-origins.ts'
import { checkFigure } from './figure.contract.ts'
import { renderSvgFile } from './render-figure.ts'

const HOW: readonly PrintedHow[] = [
  'first-hand',
  'named in text',
  'byline or dateline',
  'aggregator source',
  'near-identical text',
  'unknown',
]

const report = (id: string, name = id): GraphReport => ({
  id,
  name,
  outlet: `${name} Courier`,
  published: '2031-03-04',
})
const origin = (id: string, reports: readonly string[], toldTo?: string): GraphOrigin => ({
  id,
  name: id,
  heads: { atLeast: 2 },
  ...(toldTo && { toldTo }),
  isOutlet: false,
  prints: reports.map((each, at) => ({ report: each, how: HOW[at % HOW.length] ?? 'unknown' })),
})
const graph = (origins: readonly GraphOrigin[], given: Partial<OriginsGraph> = {}): OriginsGraph => ({
  wording: 'Karsk sold the Orle bridge',
  origins,
  reports: [...new Set(origins.flatMap(({ prints }) => prints.map((print) => print.report)))].map((id) => report(id)),
  unknown: [],
  doubts: [],
  atLeast: 1,
  atMost: origins.length,
  ...given,
})

test('tellers, hearers and reports stand in three columns, and what may be one is joined by a dashed line', () => {
  const { boxes, edges } = drawOrigins(
    graph([origin('officials', ['offer', 'reprint'], 'Meridian'), origin('source', ['talks'], 'Meridian')], {
      unknown: [report('rumour')],
      doubts: [['officials', 'source']],
    }),
  )
  const columns = ['teller officials', 'hearer officials', 'report offer'].map(
    (id) => boxes.find((box) => box.id === id)?.x,
  )
  assert.deepEqual(
    columns,
    columns.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
  assert.deepEqual(
    edges.map(({ from, to, look, label }) => [from, to, look, label?.text]),
    [
      ['teller officials', 'hearer officials', 'known', undefined],
      ['hearer officials', 'report offer', 'known', 'first-hand'],
      ['hearer officials', 'report reprint', 'known', 'named in text'],
      ['teller source', 'hearer source', 'known', undefined],
      ['hearer source', 'report talks', 'known', 'first-hand'],
      ['teller officials', 'teller source', 'doubt', undefined],
    ],
  )
  assert.equal(boxes.find(({ id }) => id === 'unknown rumour')?.within, 'unknown')
  assert.ok(edges.every(({ to }) => to !== 'unknown rumour'))
})

test('three of which any two may be one hang on one line, from each to the next one down', () => {
  const origins = ['first', 'second', 'third', 'other'].map((id) => origin(id, [id], id))
  const doubts = [
    ['third', 'first', 'second'],
    ['third', 'other'],
  ]
  const figure = drawOrigins(graph(origins, { doubts }))
  checkFigure(figure)
  const dashed = figure.edges.filter(({ look }) => look === 'doubt')
  assert.deepEqual(
    dashed.map(({ from, to }) => [from, to].map((id) => id.slice('teller '.length))),
    [
      ['third', 'other'],
      ['first', 'second'],
      ['second', 'third'],
    ],
  )
  const [other, ...three] = dashed.map(({ points }) => points[1]?.[0])
  assert.equal(new Set(three).size, 1)
  assert.notEqual(other, three[0], 'lines that meet at a teller would read as one')
  assert.match(figure.about, /Any two of these may be one: third, to third; first, to first; second, to second\./)
})

test('a claim of sixty reports, and one that no report puts forward', () => {
  const many = Array.from({ length: 60 }, (_, at) => `report-${at}`)
  const figure = drawOrigins(graph([origin('officials', many, 'Meridian News Agency')]))
  checkFigure(figure)
  assert.equal(figure.boxes.filter(({ look }) => look === 'report').length, 60)
  const none = drawOrigins(graph([]), { hasHeading: true })
  checkFigure(none)
  assert.match(none.about, /^Origin unknown/)
})

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    'وزارة الخارجية في كارسك '.repeat(6),
    'M'.repeat(300),
    '\u202egnikaeps ydobon',
    'Ilse Marrow',
    '',
  ),
)
const graphs = fc
  .record({
    reports: fc.array(fc.record({ name, outlet: name }), { minLength: 1, maxLength: 9 }),
    origins: fc.array(fc.record({ name, toldTo: fc.option(name, { nil: undefined }), prints: fc.nat(510) }), {
      maxLength: 9,
    }),
    unknown: fc.nat(3),
    doubts: fc.array(fc.uniqueArray(fc.nat(8), { minLength: 2 }), { maxLength: 20 }),
    wording: name,
  })
  .map(({ reports, origins, unknown, doubts, wording }): OriginsGraph => {
    const all = reports.map(({ name: own, outlet }, at) => ({ ...report(`r${at}`, own), outlet }))
    const made = origins.map(({ name: own, toldTo, prints }, at) => {
      const ids = all.flatMap(({ id }, bit) => ((prints >> bit) & 1 ? [id] : []))
      return { ...origin(`o${at}`, ids, toldTo), name: own, isOutlet: toldTo !== undefined && prints % 3 === 0 }
    })
    return {
      wording,
      origins: made,
      reports: all.filter(({ id }) => made.some(({ prints }) => prints.some((print) => print.report === id))),
      unknown: all.slice(0, unknown),
      doubts: doubts.filter((set) => set.every((at) => at < made.length)).map((set) => set.map((at) => `o${at}`)),
      atLeast: 1,
      atMost: made.length,
    }
  })

test('whatever the graph and its names: no two boxes overlap, every edge ends at a box, text fits', () => {
  fc.assert(
    fc.property(graphs, fc.boolean(), (given, hasHeading) => {
      const figure = drawOrigins(given, { hasHeading })
      checkFigure(figure)
      assert.deepEqual(drawOrigins(structuredClone(given), { hasHeading }), figure)
    }),
    { seed: 31, numRuns: 200 },
  )
})

test('the file holds no markup of others and no sign that XML refuses', () => {
  fc.assert(
    fc.property(graphs, (given) => {
      const svg = renderSvgFile(drawOrigins(given, { hasHeading: true }))
      assert.match(svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns=/)
      assert.doesNotMatch(svg, /<script|<image|<foreignObject|<a[ >]/i)
      assert.ok([...svg].every((sign) => sign >= ' ' || sign === '\n'))
      const open = [...svg.matchAll(/<(svg|g|text|title|desc|style)\b/g)].length
      assert.equal(open, [...svg.matchAll(/<\/(svg|g|text|title|desc|style)>/g)].length)
    }),
    { seed: 37, numRuns: 60 },
  )
})
