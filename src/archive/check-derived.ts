// Tries everything that was made from the truth: texts by their id, spans by their text, evidence by its words.
import { digestOfParts } from '../model/digest.ts'
import type { Reading } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { Breach } from './breach.ts'
import { checkFile } from './check-file.ts'
import { checkLinked, parseDoc } from './check-linked.ts'
import { checkMade } from './check-made.ts'
import { pageThrough } from './check-truth.ts'
import { digestOfDoc, digestOfReading } from './made.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Every breach of what is derived, each naming what is harmed. Holds a bounded number of texts at once. */
export function* checkDerived(store: Pick<Store, 'plain'>): Generator<Breach> {
  yield* checkFile(store, 'derived')
  yield* checkReach(store)
  yield* checkMade(store)
  yield* checkDocs(store)
  yield* checkReadings(store)
  yield* checkLinked(store)
}

const PAGE = { start: [''], size: 50 } // a doc with its reading may reach some MiB

// The end of the log is the one part that no later entry vouches for; what was made of it does.
function* checkReach({ plain }: Pick<Store, 'plain'>): Generator<Breach> {
  const [row] = plain.rows(`select (select coalesce(max(number), 0) from truth.log) as head,
    (select coalesce(max(linked_to), 0) from derived.walk) as linked, (select coalesce(max(seen), 0) from derived.doc) as seen`)
  const head = Number(row?.head)
  const reach = Math.max(Number(row?.linked), Number(row?.seen))
  if (reach > head) yield { what: 'log', reason: `it ends at ${head}, yet the ledger was made from ${reach} entries` }
}

interface DocRow extends Readonly<Tables['derived.doc']> {
  readonly known: number | null // where the truth says that the report was first seen
  readonly called: string | null
}

function* checkDocs(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select d.*, r.first as known, r.name as called
    from derived.doc d left join truth.report r on r.report = d.report where d.id > ? order by d.id limit ?`
  for (const row of pageThrough<DocRow>(store, sql, PAGE)) {
    const what = `doc ${row.name} (${row.id})`
    const doc = parseDoc(row.record)
    if (!doc) {
      yield { what, reason: 'its record cannot be read' }
      continue
    }
    if (row.known === null) yield { what, reason: `it is of a report that never came in, ${row.report}` }
    else if (row.known !== row.first || row.called !== row.name || doc.name !== row.name) {
      yield { what, reason: 'its name or its place in the log is not that of its report' }
    }
    if (doc.id !== row.id || row.id !== digestOfParts(row.made_by, row.report, doc.text)) {
      yield { what, reason: 'its text was changed: it has another digest' }
    } else if (digestOfDoc(row) !== row.digest) yield { what, reason: CHANGED }
    yield* checkSpans(what, doc.blocks, doc.text)
  }
}

const CHANGED = 'its record was changed: it has another digest'

interface ReadingRow extends Readonly<Tables['derived.reading']> {
  readonly text: string | null
}

function* checkReadings(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select r.*, d.record as text from derived.reading r
    left join derived.doc d on d.id = r.doc where (r.doc, r.made_by) > (?, ?) order by r.doc, r.made_by limit ?`
  for (const row of pageThrough<ReadingRow>(store, sql, { ...PAGE, start: ['', ''] })) {
    const what = `reading of ${row.doc} by ${row.made_by}`
    if (digestOfReading(row) !== row.digest) {
      yield { what, reason: CHANGED }
      continue
    }
    if (row.text === null) {
      yield { what, reason: 'the doc that it reads is not there' }
      continue
    }
    const doc = parseDoc(row.text)
    if (doc) yield* checkSpans(what, JSON.parse(row.record) as Reading, doc.text)
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

/** Every span anywhere inside a value, evidence apart. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number') {
    yield { start: value.start, end: value.end }
    return
  }
  for (const part of Object.values(value)) yield* spansIn(part)
}
