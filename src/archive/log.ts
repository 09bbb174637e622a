// The one sequence that numbers all truth. Each entry holds the digest of the one before, so that a gap shows.
import type { Transaction } from 'kysely'
import type { LogEntry } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import { asId, type Digest, type Id, type Instant } from '../model/id.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import type { View } from './view.ts'

/** What the first entry holds in place of the digest of one before it. */
export const BEFORE_ALL: Digest = '0'.repeat(64)

/** Where the log ends: its last number (0 for an empty one) and what the next entry's `before` has to be. */
export interface Head {
  readonly number: number
  readonly before: Digest
}

/** The digest that the entry after this one carries. */
export function digestOfEntry({ number, at, what, before }: LogEntry): Digest {
  return digestOf(JSON.stringify([number, at, what, before]))
}

/** Where the log ends. One cheap query. */
export function headOf({ plain }: Pick<Store, 'plain'>): Head {
  const [row] = plain.rows('select number, at, what, before from truth.log order by number desc limit 1')
  return headAfter(row as unknown as LogRow | undefined)
}

/** Where the log ends, as seen inside a transaction. */
export async function headIn(trx: Transaction<Tables>): Promise<Head> {
  const last = trx.selectFrom('truth.log').selectAll().orderBy('number', 'desc').limit(1)
  return headAfter(await last.executeTakeFirst())
}

/** The digest that binds an entry and all before it: what the next one carries. Undefined where there is no such entry. */
export function digestUpTo({ plain }: Pick<Store, 'plain'>, number: number): Digest | undefined {
  const [row] = plain.rows('select number, at, what, before from truth.log where number = ?', number)
  return row && headAfter(row as unknown as LogRow).before
}

/** Where the log ends, as a view shows it. */
export async function headOfView(view: Pick<View, 'rows'>): Promise<Head> {
  const [row] = await view.rows('select number, at, what, before from truth.log order by number desc limit 1')
  return headAfter(row as unknown as LogRow | undefined)
}

/** Adds an entry and gives back where the log then ends. */
export async function appendEntry(
  trx: Transaction<Tables>,
  head: Head,
  { what, at }: { what: Id<'capture' | 'decision'>; at: Instant },
): Promise<Head> {
  const entry: LogEntry = { number: head.number + 1, at, what, before: head.before }
  await trx
    .insertInto('truth.log')
    .values({ ...entry })
    .execute()
  return { number: entry.number, before: digestOfEntry(entry) }
}

/** Entries after the given number, in order, at most `limit`. */
export async function listLog(store: Store, after: number, limit: number): Promise<LogEntry[]> {
  const { reader } = await store.kysely()
  const entries = reader.selectFrom('truth.log').selectAll().where('number', '>', after).orderBy('number').limit(limit)
  return (await entries.execute()).map(asEntry)
}

type LogRow = Tables['truth.log']

function asEntry(row: LogRow): LogEntry {
  return { ...row, what: asId<'capture' | 'decision'>(row.what) }
}

function headAfter(row: LogRow | undefined): Head {
  return row ? { number: row.number, before: digestOfEntry(asEntry(row)) } : { number: 0, before: BEFORE_ALL }
}
