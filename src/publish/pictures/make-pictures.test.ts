import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cite } from '../../model/evidence.ts'
import { asId, type Id } from '../../model/id.ts'
import type { CopyGroup } from '../../model/origin.ts'
import type { OriginsGraph } from '../../model/origins-graph.ts'
import { compose } from '../compose.ts'
import { makeExampleWeek, makeReport, type Told } from '../example-week.test.ts'
import { countOutlets } from './count-outlets.ts'
import { countVoices } from './count-voices.ts'
import { trimGraph } from './trim-graph.ts'

test('a claim has a mark for what each day did to it: put forward, denied, not commented on, each by whom', () => {
  const { pictures } = compose(makeExampleWeek())
  const [freeze] = pictures?.claims.rows ?? []
  assert.equal(freeze?.wording, 'Karsk offered to freeze the line')
  assert.deepEqual(
    freeze?.acts.map(({ day, kind, who, reports }) => [day, kind, who[0], reports]),
    [
      ['2031-03-04', 'put', 'source', 1],
      ['2031-03-05', 'put', 'source', 1],
      ['2031-03-06', 'denied', 'tal', 1],
      ['2031-03-06', 'silent', 'presidency', 1],
    ],
  )
  assert.equal(pictures?.claims.days.length, 7)
})

test('the origins of what opens the edition are kept, of the first claim that has some', () => {
  const input = makeExampleWeek()
  const graph: OriginsGraph = { ...EMPTY, origins: [originOf('o', 1)] }
  const graphOf = (claim: Id<'claim'>) => (claim === 'claim-freeze' ? graph : EMPTY)
  const { pictures } = compose({ ...input, graphOf })
  assert.deepEqual(pictures?.origins, [{ claim: 'claim-freeze', graph: { ...graph, unknownReports: 0 } }])
})

test('speakers and hearers: words printed alike count once, silence is not speaking, the hearer is whom the report names', () => {
  const { pictures } = compose(makeExampleWeek())
  const { speakers = [], hearers = [], flows = [] } = pictures?.voices ?? {}
  const told = flows.map(({ from, to, statements }) => [
    speakers[from]?.name,
    hearers[to]?.name ?? hearers[to]?.kind,
    statements,
  ])
  assert.deepEqual(told, [
    ['tal', 'reporters', 1],
    ['tal', 'public', 1],
    ['marrow', 'Meridian', 1],
    ['source', 'Meridian', 1],
    ['orsk', 'unstated', 1],
  ])
})

test('of sixty speakers those with the most statements are kept, and the others counted', () => {
  const names = Array.from({ length: 60 }, (_, at) => `Speaker${at}`)
  const said = names.flatMap((name, at) => Array.from({ length: at === 59 ? 3 : 1 }, (_, nth) => ({ name, nth })))
  const { doc, reading } = makeReport({
    name: 'assembly',
    paragraphs: said.map(({ name, nth }) => `${name} said item ${nth} of ${name} stands.`),
    chains: Object.fromEntries(names.map((name) => [name, [[name, 'name']]])),
    told: said.map(({ name, nth }): Told => {
      const content = `item ${nth} of ${name} stands`
      return { who: name, source: name, cue: 'said', content, near: `${name} said item ${nth} ` }
    }),
  })
  const sayings = reading.attributions.map((attribution) => ({ doc, reading, attribution, claims: [], matter: 'm' }))
  const { speakers, hearers, flows, left } = countVoices(sayings, () => undefined)
  assert.deepEqual([speakers[0], speakers.length], [{ name: 'Speaker59', statements: 3 }, 12])
  assert.deepEqual(hearers, [{ kind: 'unstated' }])
  assert.equal(flows.length, 12)
  assert.deepEqual(left, { speakers: 48, statements: 48 })
})

test('a reprint is a near-copy of a report of another outlet, or names another as its source; later versions do not count', () => {
  const report = (name: string, outlet?: string) =>
    makeReport({ name, ...(outlet && { outlet }), paragraphs: [`Text of ${name}.`], told: [] })
  const first = report('first', 'Meridian News Agency')
  const copy = report('copy', 'Karsk Courier')
  const own = report('own-copy', 'The Meridian News Agency')
  const nobody = report('nobody')
  const later = report('later', 'Karsk Courier')
  const fed = report('fed', 'Port Sabel Times')
  const source = { name: 'source' as const, value: 'Meridian', path: 'feed' }
  const docs = [first, copy, own, nobody, later, { ...fed, doc: { ...fed.doc, fields: [source] } }]
  const near = (doc: Id<'doc'>): CopyGroup['copies'][number] => {
    const words = cite(first.doc, { start: 0, end: 4 })
    return { doc, of: first.doc.id, share: 0.9, shared: [[words, words]] }
  }
  const groups: CopyGroup[] = [
    { first: first.doc.id, copies: [near(copy.doc.id), near(own.doc.id), near(nobody.doc.id)] },
  ]
  const findDoc = (id: Id<'doc'>) => docs.find(({ doc }) => doc.id === id)?.doc
  const { rows } = countOutlets({ docs, findDoc }, groups, (id) => id === asId<'doc'>('doc-later'))
  assert.deepEqual(rows, [
    { outlet: 'Karsk Courier', reports: 1, reprints: 1 },
    { outlet: 'Meridian News Agency', reports: 1, reprints: 0 },
    { outlet: 'Port Sabel Times', reports: 1, reprints: 1 },
    { outlet: 'The Meridian News Agency', reports: 1, reprints: 0 },
    { reports: 1, reprints: 0 },
  ])
})

test('of a large graph the heaviest origins and their first reports are drawn, and the rest counted', () => {
  const origins = Array.from({ length: 9 }, (_, at) => originOf(`o${at}`, at + 1))
  const reports = origins.flatMap(({ prints }) => prints.map(({ report }) => ({ id: report, name: report })))
  const unknown = Array.from({ length: 5 }, (_, at) => ({ id: `u${at}`, name: `u${at}` }))
  const graph: OriginsGraph = { ...EMPTY, origins, reports, unknown, doubts: [['o0', 'o1']], atMost: 9 }
  const small = trimGraph(graph)
  assert.deepEqual(
    small.origins.map(({ id }) => id),
    ['o3', 'o4', 'o5', 'o6', 'o7', 'o8'],
  )
  assert.ok(small.origins.every(({ prints }) => prints.length === 4))
  assert.deepEqual([small.doubts, small.unknown.length, small.unknownReports, small.atMost], [[], 3, 5, 9])
  assert.deepEqual(small.left, { origins: 3, reports: 45 - 24 + 2 })
})

const EMPTY: OriginsGraph = { wording: '', origins: [], reports: [], unknown: [], doubts: [], atLeast: 0, atMost: 0 }

function originOf(id: string, prints: number): OriginsGraph['origins'][number] {
  const reports = Array.from({ length: prints }, (_, at) => ({ report: `${id} ${at}`, how: 'first-hand' as const }))
  return { id, name: id, heads: { atLeast: 1 }, isOutlet: false, prints: reports }
}
