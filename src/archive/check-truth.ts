// Tries everything that was kept for ever: bytes by their digest, records by their id, the log by its chain.
import type { Capture } from '../model/capture.ts'
import { type LogEntry, lookedAt } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import type { Breach } from './breach.ts'
import { parseRecord } from './captures.ts'
import { unsought } from './catalogue/walk-lines.ts'
import { checkFile, hasOwnSchema, listTriggers } from './check-file.ts'
import { checkRemovals } from './check-removals.ts'
import { isBare, keyOf } from './find-report.ts'
import { nameOf } from './keep-capture.ts'
import { listSound } from './keep-decision.ts'
import { BEFORE_ALL, digestOfEntry } from './log.ts'
import { findRemoved, standsFor } from './removals.ts'
import type { Store } from './store.ts'
import { INSERT_ONLY } from './truth-triggers.ts'

/** Every breach of the truth, each naming what is harmed. Pages through the store; memory does not grow with it. */
export function* checkTruth(store: Pick<Store, 'plain'>): Generator<Breach> {
  yield* checkFile(store, 'truth')
  yield* checkTriggers(store)
  yield* checkLog(store)
  yield* checkRecords(store)
  yield* checkDecisions(store)
  yield* checkPayloads(store)
  yield* checkReports(store)
  yield* checkRemovals(store)
}

/** Pages through a query by its first columns, as many as `start` has. `sql` takes the last key seen and the size of a page. */
export function* pageThrough<T>(
  { plain }: Pick<Store, 'plain'>,
  sql: string,
  { start, size }: { readonly start: readonly (string | number)[]; readonly size: number },
): Generator<T> {
  let after: readonly unknown[] = start
  for (;;) {
    const page = plain.rows(sql, ...after, size)
    yield* page as T[]
    if (page.length < size) return
    after = Object.values(page.at(-1) ?? {}).slice(0, start.length)
  }
}

function* checkTriggers(store: Pick<Store, 'plain'>): Generator<Breach> {
  const found = listTriggers(store)
  let isWhole = true
  for (const table of INSERT_ONLY) {
    const verbs = table === 'payload' ? ['update', 'delete', 'return'] : ['update', 'delete']
    const gone = verbs.filter((verb) => !found.has(`${table} ${table}_no_${verb}`))
    if (gone.length === 0) continue
    isWhole = false
    const where = store.plain.kind === 'postgres' ? 'truth' : 'truth.db'
    yield { what: `table ${table} of ${where}`, reason: `nothing refuses to ${gone.join(' or ')} its rows any more` }
  }
  if (isWhole && !hasOwnSchema(store)) {
    yield { what: 'truth.db', reason: 'its tables, indexes and triggers are not written as this Readout makes them' }
  }
}

const BYTES = { start: [''], size: 8 } // payloads reach 15 MiB
const ROWS = { start: [0], size: 500 }

interface LoggedRow extends LogEntry {
  readonly capture: string | null
  readonly decision: string | null
}

function* checkLog(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select l.number, l.at, l.what, l.before, c.id as capture, d.id as decision
    from truth.log l left join truth.capture c on c.number = l.number left join truth.decision d on d.number = l.number
    where l.number > ? order by l.number limit ?`
  let number = 0
  let before = BEFORE_ALL
  for (const entry of pageThrough<LoggedRow>(store, sql, ROWS)) {
    if (entry.number !== number + 1) {
      const gap = number + 2 === entry.number ? `entry ${number + 1}` : `entries ${number + 1} to ${entry.number - 1}`
      yield {
        what: `log entry ${entry.number}`,
        reason: `${gap} before it ${gap.startsWith('entry') ? 'is' : 'are'} gone`,
      }
    }
    if (entry.before !== before) {
      yield { what: `log entry ${entry.number}`, reason: 'it does not carry the digest of the entry before it' }
    }
    if ((entry.capture ?? entry.decision) !== entry.what) {
      yield { what: `log entry ${entry.number}`, reason: `what it names, ${entry.what}, is not kept under its number` }
    }
    number = entry.number
    before = digestOfEntry(entry)
  }
}

interface RecordRow {
  readonly number: number
  readonly id: string
  readonly record: string
  readonly logged: string | null
  readonly at: string | null
}

function* checkRecords(store: Pick<Store, 'plain'>): Generator<Breach> {
  for (const noun of ['capture', 'decision'] as const) {
    const sql = `select r.number, r.id, r.record, l.what as logged, l.at${noun === 'capture' ? ', r.report' : ''}
      from truth.${noun} r left join truth.log l on l.number = r.number where r.number > ? order by r.number limit ?`
    for (const row of pageThrough<RecordRow & Sighting>(store, sql, ROWS)) {
      const what = `${noun} ${row.number} (${String(row.id).slice(0, 12)})`
      if (typeof row.id !== 'string' || typeof row.record !== 'string') {
        yield { what, reason: 'its row holds no text where its id and its record were' }
        continue
      }
      const digest = digestOf(row.record)
      const isStruck = digest !== row.id && standsFor(store, { noun, id: row.id, digest })
      if (digest !== row.id && !isStruck) {
        yield { what, reason: 'its record was changed: it has another digest' }
        continue
      }
      if (row.logged === null) yield { what, reason: 'the log has no entry for it' }
      const { at } = JSON.parse(row.record) as { at: string } // it has its digest: it is as it was written, or as a removal left it
      if (row.at !== null && row.at !== at) yield { what, reason: 'the log dates it otherwise than its record' }
      const capture = noun === 'capture' ? parseRecord(row.record) : undefined
      if (capture && !isStruck && !isOf(store, capture, row)) {
        yield { what, reason: 'it stands under another report than its record makes it' }
      }
    }
  }
}

// Without outlet and address it may also be a sighting of the one report that had its bytes when it came.
function isOf({ plain }: Pick<Store, 'plain'>, record: Omit<Capture, 'id'>, row: Sighting): boolean {
  if ((keyOf(record) ?? null) === row.report) return true
  if (!isBare(record) || !('payload' in record.outcome)) return false
  // By the index alone: SQLite gives up a whole query over one record that is not JSON.
  const had = `select distinct report from truth.capture
    where json_extract(record, '$.outcome.payload') = ? and ${unsought('number')} < ?`
  const reports = plain.rows(had, record.outcome.payload, row.number)
  return reports.length === 1 && reports[0]?.report === row.report
}

interface Sighting {
  readonly number: number
  readonly report?: string | null
}

// What a decision leans on among the truths: the reports whose words were looked at, and the decision that it undoes.
function* checkDecisions(store: Pick<Store, 'plain'>): Generator<Breach> {
  const { plain } = store
  const isThere = (table: 'report' | 'decision', column: string, value: string): boolean =>
    plain.rows(`select 1 from truth.${table} where ${column} = ?`, value).length > 0
  for (const { number, decision } of listSound(store).sound) {
    const { id, ruling } = decision
    const what = `decision ${number} (${id.slice(0, 12)})`
    if (ruling.kind === 'undo' && !isThere('decision', 'id', ruling.decision)) {
      yield { what, reason: `the decision that it undoes is gone, ${ruling.decision.slice(0, 12)}` }
    }
    const looked = new Map(lookedAt(ruling).map(({ report, name }) => [report, name]))
    for (const [report, name] of looked) {
      if (isThere('report', 'report', report)) continue
      yield { what, reason: `the report whose words were looked at is gone, ${name} (${report})` }
    }
  }
}

interface PayloadRow {
  readonly digest: string
  readonly bytes: Uint8Array
}

function* checkPayloads(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = 'select digest, bytes from truth.payload where digest > ? order by digest limit ?'
  for (const { digest, bytes } of pageThrough<PayloadRow>(store, sql, BYTES)) {
    if (digestOf(bytes) !== digest) yield { what: `payload ${digest}`, reason: 'its bytes were changed' }
  }
  const there = store.plain.prepare('select 1 from truth.payload where digest = ?')
  const captures = 'select number, record from truth.capture where number > ? order by number limit ?'
  for (const { number, record } of pageThrough<{ number: number; record: string }>(store, captures, ROWS)) {
    const outcome = parseRecord(record)?.outcome
    if (!outcome || !('payload' in outcome) || there.all([outcome.payload]).length > 0) continue
    if (findRemoved(store, 'payload', outcome.payload)) continue
    yield { what: `payload ${outcome.payload}`, reason: `it is gone, yet capture ${number} brought it` }
  }
}

interface ReportRow {
  readonly first: number
  readonly report: string
  readonly name: string
  readonly base: string
  readonly nth: number
  readonly sighted: number | null
}

function* checkReports(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sql = `select r.first, r.report, r.name, r.base, r.nth,
      (select min(c.number) from truth.capture c where c.report = r.report) as sighted
    from truth.report r where r.first > ? order by r.first limit ?`
  for (const { first, report, name, base, nth, sighted } of pageThrough<ReportRow>(store, sql, ROWS)) {
    const what = `report ${name} (${report})`
    if (sighted === null) yield { what, reason: 'no capture brought it' }
    else if (sighted !== first)
      yield { what, reason: `it is said to be first seen at ${first}, but ${sighted} brought it` }
    if (name !== nameOf(base, nth)) yield { what, reason: `its name is not the one it came under, ${base}` }
  }
  const nameless = `select c.number, c.report from truth.capture c where c.number > ? and c.report is not null
    and not exists (select 1 from truth.report r where r.report = c.report) order by c.number limit ?`
  for (const row of pageThrough<{ number: number; report: string }>(store, nameless, ROWS)) {
    yield { what: `report ${row.report}`, reason: `its name is gone, yet capture ${row.number} brought it` }
  }
}
