// Tries everything that was made from the truth: texts by their id, spans by their text, evidence by its words.
import { digestOfParts } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import { type Evidence, holds } from '../model/evidence.ts'
import type { Reading } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { Breach } from './breach.ts'
import { checkFile, pageThrough } from './check-truth.ts'
import type { Store } from './open-store.ts'

/** Every breach of what is derived, each naming what is harmed. Holds a bounded number of texts at once. */
export function* checkDerived(store: Pick<Store, 'plain'>): Generator<Breach> {
  yield* checkFile(store, 'derived')
  yield* checkReach(store)
  yield* checkDocs(store)
  yield* checkReadings(store)
  yield* checkLinked(store)
}

const PAGE = { start: '', size: 50 } // a doc with its reading may reach some MiB

// The end of the log is the one part that no later entry vouches for; what was made of it does.
function* checkReach({ plain }: Pick<Store, 'plain'>): Generator<Breach> {
  const [row] = plain.rows(`select (select coalesce(max(number), 0) from truth.log) as head,
    (select coalesce(max(linked_to), 0) from derived.walk) as linked, (select coalesce(max(seen), 0) from derived.doc) as seen`)
  const head = Number(row?.head)
  const reach = Math.max(Number(row?.linked), Number(row?.seen))
  if (reach > head) yield { what: 'log', reason: `it ends at ${head}, yet the ledger was made from ${reach} entries` }
}

interface DocRow {
  readonly id: string
  readonly report: string
  readonly made_by: string
  readonly name: string
  readonly first: number
  readonly record: string
  readonly known: number | null // where the truth says that the report was first seen
  readonly called: string | null
}

function* checkDocs(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select d.id, d.report, d.made_by, d.name, d.first, d.record, r.first as known, r.name as called
    from derived.doc d left join truth.report r on r.report = d.report where d.id > ? order by d.id limit ?`
  for (const row of pageThrough<DocRow>(store, sql, PAGE)) {
    const what = `doc ${row.name} (${row.id})`
    const doc = JSON.parse(row.record) as Doc
    if (row.known === null) yield { what, reason: `it is of a report that never came in, ${row.report}` }
    else if (row.known !== row.first || row.called !== row.name || doc.name !== row.name) {
      yield { what, reason: 'its name or its place in the log is not that of its report' }
    }
    if (doc.id !== row.id || row.id !== digestOfParts(row.made_by, row.report, doc.text)) {
      yield { what, reason: 'its text was changed: it has another digest' }
    }
    yield* checkSpans(what, doc.blocks, doc.text)
  }
}

function* checkReadings(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select r.doc, r.made_by, r.record, d.record as text from derived.reading r
    left join derived.doc d on d.id = r.doc where r.doc > ? order by r.doc, r.made_by limit ?`
  for (const row of pageThrough<{ doc: string; made_by: string; record: string; text: string | null }>(
    store,
    sql,
    PAGE,
  )) {
    const what = `reading of ${row.doc} by ${row.made_by}`
    if (row.text === null) {
      yield { what, reason: 'the doc that it reads is not there' }
      continue
    }
    yield* checkSpans(what, JSON.parse(row.record) as Reading, (JSON.parse(row.text) as Doc).text)
  }
}

// One breach a reading or doc is enough: the first span names the place.
function* checkSpans(what: string, value: unknown, text: string): Generator<Breach> {
  for (const { start, end } of spansIn(value)) {
    const isSound = start >= 0 && start < end && end <= text.length && text.slice(start, end).isWellFormed()
    if (isSound) continue
    yield { what, reason: `its span ${start}-${end} does not lie in the text of ${text.length}` }
    return
  }
}

function* checkLinked(store: Pick<Store, 'plain'>): Generator<Breach> {
  const findText = makeTexts(store)
  const sql = `select rowid as row, noun, at, id, claim, doc, record from derived.linked where rowid > ? order by rowid limit ?`
  for (const row of pageThrough<{ row: number; noun: string; at: number; id: string; record: string }>(store, sql, {
    start: -1,
    size: 200,
  })) {
    const what = `${row.noun.replace('_', ' ')} ${row.id}`
    for (const evidence of evidenceIn(JSON.parse(row.record))) {
      const doc = findText(evidence.doc)
      if (!doc) yield { what, reason: `its evidence is of a doc that is not there, ${evidence.doc}` }
      else if (!holds(evidence, doc)) {
        const { start, end } = evidence.span
        yield { what, reason: `its evidence does not hold: ${doc.name} has other words at ${start}-${end}` }
      }
    }
  }
}

const TEXTS = 4000 // docs held at once, some 20 MB: a claim's evidence comes from all over the desk

function makeTexts({ plain }: Pick<Store, 'plain'>): (id: string) => Doc | undefined {
  const docs = new Map<string, Doc | undefined>()
  return (id) => {
    if (docs.has(id)) return docs.get(id)
    const [row] = plain.rows('select record from derived.doc where id = ?', id)
    const doc = row && (JSON.parse(String(row.record)) as Doc)
    const oldest = docs.size >= TEXTS ? docs.keys().next().value : undefined
    if (oldest !== undefined) docs.delete(oldest)
    docs.set(id, doc)
    return doc
  }
}

/** Every span anywhere inside a value, evidence apart. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
    yield { start: value.start, end: value.end }
    return
  }
  for (const part of Object.values(value)) yield* spansIn(part)
}

/** Every piece of evidence anywhere inside a value. */
export function* evidenceIn(value: unknown): Generator<Evidence> {
  if (typeof value !== 'object' || value === null) return
  if ('quote' in value && 'span' in value && 'doc' in value) {
    yield value as Evidence
    return
  }
  for (const part of Object.values(value)) yield* evidenceIn(part)
}
