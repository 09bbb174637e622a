// What extracting and reading made, or why they made nothing, kept many at a time. A job run twice keeps the same rows.
import { sql, type Transaction } from 'kysely'
import type { ErrorCode } from '../model/errors.ts'
import type { Maker } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { touch, touchReport } from './catalogue/touched.ts'
import type { LoggedDoc } from './docs.ts'
import { digestOfDoc, digestOfReading } from './made.ts'
import type { Store } from './store.ts'
import { keepTally, makeTally, type Tally } from './sums.ts'
import type { Tables } from './tables.ts'
import { REPEATS } from './version-rules.ts'

/** What became of one report: a doc and its reading, a reading of a doc that is there, or a fault. */
export interface Outcome {
  readonly doc?: LoggedDoc
  readonly reading?: Reading
  readonly fault?: Fault
}

/** Why one version could make nothing of a report. The report itself is kept. */
export interface Fault {
  readonly report: string
  readonly madeBy: Maker
  readonly seen: number // log number of the last sighting that went in
  readonly code: ErrorCode
  readonly message: string
}

/**
 * Keeps outcomes in one transaction. `isOurs` is asked first, with the write lock in hand: where it says no, as of a job that is another
 * process's by now, nothing is kept and false given back.
 */
export async function keepOutcomes(
  store: Store,
  outcomes: readonly Outcome[],
  isOurs?: (trx: Transaction<Tables>) => Promise<boolean>,
): Promise<boolean> {
  if (outcomes.length === 0 && !isOurs) return true
  const { derived } = await store.kysely()
  return derived.transaction().execute(async (trx) => {
    if (isOurs && !(await isOurs(trx))) return false
    const tally = makeTally()
    for (const { doc, reading, fault } of outcomes) {
      if (await isRemoved(trx, doc?.report ?? fault?.report)) continue // since it was begun
      if (doc) await keepDoc(trx, doc, tally)
      if (reading && (await hasDoc(trx, reading))) await keepReading(trx, reading, tally)
      if (fault) await keepFault(trx, fault, tally)
    }
    await keepTally(trx, tally)
    return true
  })
}

/** Forgets that nothing could be made of these reports, so that they are tried again, and has linking go on from before them. */
export async function dropFaults(store: Store, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    const tally = makeTally()
    const taken = await trx
      .deleteFrom('derived.fault')
      .where('report', 'in', [...reports])
      .returningAll()
      .execute()
    for (const fault of taken) tally.take('fault', fault)
    await keepTally(trx, tally)
    if (taken.length === 0) return
    const before = Math.min(...taken.map(({ seen }) => seen)) - 1
    const walk = await trx.selectFrom('derived.walk').selectAll().executeTakeFirst()
    if (!walk || walk.linked_to <= before) return
    const { version: _, ...same } = walk // another, so that a step that is under way is refused
    await trx.deleteFrom('derived.walk').execute()
    await trx
      .insertInto('derived.walk')
      .values({ ...same, linked_to: before })
      .execute()
  })
}

type Trx = Transaction<Tables>

async function isRemoved(trx: Trx, report: string | undefined): Promise<boolean> {
  if (report === undefined) return false
  const row = trx.selectFrom('truth.removal').select('number').where('noun', '=', 'report').where('id', '=', report)
  return (await row.executeTakeFirst()) !== undefined
}

// A reading that comes without its doc is of one that was there when it was begun, and may be gone by now, or about to be.
async function hasDoc(trx: Trx, { doc }: Reading): Promise<boolean> {
  const row = await trx.selectFrom('derived.doc').select('report').where('id', '=', doc).executeTakeFirst()
  return row !== undefined && !(await isRemoved(trx, row.report))
}

async function keepDoc(
  trx: Trx,
  { doc, report, first, seen, given, page, words }: LoggedDoc,
  tally: Tally,
): Promise<void> {
  const said = { given, name: doc.name, page: page ?? null, words, record: JSON.stringify(doc) }
  const fixed = { id: doc.id, report, made_by: doc.madeBy, first }
  const row = { ...fixed, ...said, seen, digest: digestOfDoc({ ...fixed, ...said }) }
  const { id, ...changing } = row
  const old = await trx
    .selectFrom('derived.doc')
    .select(['id', 'seen', 'digest', 'page'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!old) await trx.insertInto('derived.doc').values(row).execute()
  else if (old.seen <= seen) await trx.updateTable('derived.doc').set(changing).where('id', '=', id).execute()
  if (!old || old.seen <= seen) tally.put('doc', row)
  if (old && old.seen <= seen) tally.take('doc', old)
  await touchReport(trx, report, old?.page)
  if (page !== undefined) await dropRepeats(trx, { page, words, made_by: doc.madeBy, first }, tally)
  const faults = trx.deleteFrom('derived.fault').where('report', '=', report).where('made_by', '=', doc.madeBy)
  for (const fault of await faults.where('seen', '<=', seen).returningAll().execute()) tally.take('fault', fault)
}

// Docs after it that say the same are sightings of this version: where one was read before, its reading goes.
async function dropRepeats(
  trx: Trx,
  { page, words, made_by, first }: Pick<Tables['derived.doc'], 'words' | 'made_by' | 'first'> & { page: string },
  tally: Tally,
): Promise<void> {
  const repeats = trx
    .selectFrom('derived.doc as d')
    .select('d.id')
    .where('d.page', '=', page)
    .where('d.words', '=', words)
    .where('d.made_by', '=', made_by)
    .where('d.first', '>', first)
  const taken = trx.deleteFrom('derived.reading').where('doc', 'in', repeats)
  for (const old of await taken.returning(['doc', 'made_by', 'digest']).execute()) tally.take('reading', old)
}

async function keepReading(trx: Trx, reading: Reading, tally: Tally): Promise<void> {
  const repeat = trx.selectFrom('derived.doc as d').select('d.id').where('d.id', '=', reading.doc)
  if (await repeat.where(sql<boolean>`${sql.raw(REPEATS)}`).executeTakeFirst()) return // known since it was begun
  const key = { doc: reading.doc, made_by: reading.madeBy }
  const record = JSON.stringify(reading)
  const row = { ...key, record, digest: digestOfReading({ ...key, record }) }
  const taken = trx.deleteFrom('derived.reading').where('doc', '=', key.doc).where('made_by', '=', key.made_by)
  for (const old of await taken.returning(['doc', 'made_by', 'digest']).execute()) tally.take('reading', old)
  await trx.insertInto('derived.reading').values(row).execute()
  tally.put('reading', row)
  await touch(trx, 'doc', [reading.doc], true)
}

async function keepFault(trx: Trx, { report, madeBy, seen, code, message }: Fault, tally: Tally): Promise<void> {
  const row = { report, made_by: madeBy, seen, code, message }
  const taken = trx.deleteFrom('derived.fault').where('report', '=', report).where('made_by', '=', madeBy)
  for (const old of await taken.returningAll().execute()) tally.take('fault', old)
  await trx.insertInto('derived.fault').values(row).execute()
  tally.put('fault', row)
}

/** A fault with the name of its report. */
export interface NamedFault extends Fault {
  readonly name: string
}

/** All faults of the makers that were last at work, in log order. */
export async function listFaults(store: Store, reports?: readonly string[]): Promise<NamedFault[]> {
  const { reader } = await store.kysely()
  let query = reader.selectFrom('derived.fault as f')
  if (reports) query = query.where('f.report', 'in', reports)
  const rows = await query
    .innerJoin('truth.report as r', 'r.report', 'f.report')
    .select(['f.report', 'f.made_by', 'f.seen', 'f.code', 'f.message', 'r.name'])
    .orderBy('r.first')
    .orderBy('f.made_by')
    .execute()
  return rows.map(({ made_by, code, ...row }) => ({ ...row, madeBy: made_by as Maker, code: code as ErrorCode }))
}
