// What extracting and reading made, or why they made nothing, kept many at a time. A job run twice keeps the same rows.
import type { Transaction } from 'kysely'
import type { ErrorCode } from '../model/errors.ts'
import type { Maker } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import type { LoggedDoc } from './docs.ts'
import { digestOfDoc, digestOfReading } from './made.ts'
import type { Store } from './open-store.ts'
import type { Tables } from './tables.ts'

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

/** Keeps outcomes in one transaction. */
export async function keepOutcomes(store: Store, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    for (const { doc, reading, fault } of outcomes) {
      if (doc) await keepDoc(trx, doc)
      if (reading) await keepReading(trx, reading)
      if (fault) await keepFault(trx, fault)
    }
  })
}

async function keepDoc(trx: Transaction<Tables>, { doc, report, first, seen, given }: LoggedDoc): Promise<void> {
  const said = { given, name: doc.name, record: JSON.stringify(doc) }
  const fixed = { id: doc.id, report, made_by: doc.madeBy, first }
  const changing = { ...said, seen, digest: digestOfDoc({ ...fixed, ...said }) }
  await trx
    .insertInto('derived.doc')
    .values({ ...fixed, ...changing })
    .onConflict((on) => on.column('id').doUpdateSet(changing).where('derived.doc.seen', '<=', seen))
    .execute()
  const fault = trx.deleteFrom('derived.fault').where('report', '=', report).where('made_by', '=', doc.madeBy)
  await fault.where('seen', '<=', seen).execute()
}

async function keepReading(trx: Transaction<Tables>, reading: Reading): Promise<void> {
  const row = { doc: reading.doc, made_by: reading.madeBy, record: JSON.stringify(reading) }
  const { doc, made_by, ...changing } = { ...row, digest: digestOfReading(row) }
  await trx
    .insertInto('derived.reading')
    .values({ doc, made_by, ...changing })
    .onConflict((on) => on.columns(['doc', 'made_by']).doUpdateSet(changing))
    .execute()
}

async function keepFault(trx: Transaction<Tables>, { report, madeBy, seen, code, message }: Fault): Promise<void> {
  await trx
    .insertInto('derived.fault')
    .values({ report, made_by: madeBy, seen, code, message })
    .onConflict((on) => on.columns(['report', 'made_by']).doUpdateSet({ seen, code, message }))
    .execute()
}

/** A fault with the name of its report. */
export interface NamedFault extends Fault {
  readonly name: string
}

/** All faults of the makers that were last at work, in log order. */
export async function listFaults(store: Store): Promise<NamedFault[]> {
  const { reader } = await store.kysely()
  const rows = await reader
    .selectFrom('derived.fault as f')
    .innerJoin('truth.report as r', 'r.report', 'f.report')
    .select(['f.report', 'f.made_by', 'f.seen', 'f.code', 'f.message', 'r.name'])
    .orderBy('r.first')
    .orderBy('f.made_by')
    .execute()
  return rows.map(({ made_by, code, ...row }) => ({ ...row, madeBy: made_by as Maker, code: code as ErrorCode }))
}
