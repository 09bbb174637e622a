// Footnotes: every report that a line leans on has one, numbered as the text runs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import { compose } from './compose.ts'
import { makeExampleWeek } from './example-week.test.ts'
import { fileLinks } from './links.ts'
import { listFootnotes } from './list-footnotes.ts'
import { printedOfItem } from './printed-lines.ts'
import { renderEdition } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'

const input = makeExampleWeek()
const edition = compose(input)
const findDoc = (id: string) => input.docs.find(({ doc }) => doc.id === id)?.doc
const allLines: readonly Line[] = edition.sections.flatMap(({ kind, items }) =>
  items.flatMap((item) => printedOfItem(item, kind)),
)

test('footnotes are numbered from 1 in the order of the lines, and of the words in each', () => {
  const notes = listFootnotes(edition, findDoc)
  assert.deepEqual(
    notes.map(({ number }) => number),
    notes.map((_note, i) => i + 1),
  )
  const places = notes.map(({ line }) => allLines.findIndex(({ id }) => id === line))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  for (const notesOfLine of Map.groupBy(notes, ({ line }) => line).values()) {
    const at = notesOfLine.map((note) => note.at ?? Number.POSITIVE_INFINITY)
    assert.deepEqual(
      at,
      at.toSorted((a, b) => a - b),
    )
  }
})

test('all evidence of a line stands in one of its footnotes, once', () => {
  const notes = Map.groupBy(listFootnotes(edition, findDoc), ({ line }) => line)
  for (const line of allLines) {
    const held = (notes.get(line.id) ?? []).flatMap(({ evidence, more }) => [evidence, ...more])
    const own = line.evidence.filter(({ doc }) => findDoc(doc))
    const others = new Set(own.map(({ doc }) => doc))
    assert.deepEqual(new Set(held.map(({ doc }) => doc)), others, line.text)
    assert.equal(new Set(held).size, held.length, line.text)
  }
})

test('a report is named as a reader would cite it; what is not in the archive has no footnote', () => {
  const [read] = input.docs
  assert.ok(read)
  const { doc } = read
  const evidence = [cite(doc, { start: 0, end: 4 })] as const
  const line: Line = { id: 'l1' as Line['id'], text: 'So it is.', claims: [], evidence, confidence: 0.4 }
  const gone: Line = { ...line, id: 'l2' as Line['id'], evidence: [{ ...evidence[0], doc: 'none' as typeof doc.id }] }
  const own = { ...edition, sections: [{ kind: 'lead' as const, items: [{ lines: [line, gone] as const }] }] }
  const [note, ...rest] = listFootnotes(own, findDoc)
  assert.deepEqual(rest, [])
  assert.equal(note?.number, 1)
  assert.equal(note?.name, doc.name)
  assert.equal(note?.outlet, doc.outlet)
  assert.equal(note?.published, doc.published)
  assert.equal(note?.confidence, 0.4)
  assert.equal(note?.at, undefined)
})

test('of a line that leans on hundreds of reports the first few are named, and how many more there are', () => {
  const [read] = input.docs
  assert.ok(read)
  const docs = Array.from({ length: 300 }, (_, i) => ({
    ...read.doc,
    id: asId<'doc'>(`many-${i}`),
    name: `many-${i}`,
    outlet: `Outlet ${i}`,
  }))
  const makeEdition = (count: number) => {
    const [first, ...others] = docs.slice(0, count).map((doc) => cite(doc, { start: 0, end: 4 }))
    assert.ok(first)
    const line: Line = { id: asId<'line'>('l1'), text: 'So it is.', claims: [], evidence: [first, ...others], refs: [] }
    return { ...edition, sections: [{ kind: 'lead' as const, items: [{ lines: [line] as const }] }] }
  }
  const find = (id: string) => docs.find((doc) => doc.id === id)
  const tell = (count: number): string => renderMarkdown(makeEdition(count), fileLinks(''), find)
  assert.equal(listFootnotes(makeEdition(9), find).length, 9)
  assert.match(tell(9), /So it is\. Also in Outlet 0\[\^1\], .*Outlet 7\[\^8\] and Outlet 8\[\^9\]\.\n/)
  const notes = listFootnotes(makeEdition(300), find)
  assert.deepEqual(
    notes.map(({ others }) => others),
    [...Array<undefined>(7), 292],
  )
  assert.match(tell(300), /Outlet 6\[\^7\], Outlet 7\[\^8\] and 292 more reports\.\n/)
  assert.match(
    renderEdition(makeEdition(300), fileLinks(''), find),
    /Outlet 7<\/a><sup.*<\/sup> and 292 more reports\.<\/span>/,
  )
  assert.match(tell(10), /Outlet 7\[\^8\] and two more reports\.\n/)
})
