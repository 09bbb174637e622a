// Captures read back, and the reports they are sightings of.
import type { Capture } from '../model/capture.ts'
import type { Store } from './open-store.ts'

/** A capture where it stands in the log, with the key of the report it brought. */
export interface LoggedCapture {
  readonly number: number
  readonly report?: string
  readonly capture: Capture
}

/** Captures in log order after the given number, at most `limit`. */
export async function listCaptures(store: Store, after: number, limit: number): Promise<LoggedCapture[]> {
  const { reader } = await store.kysely()
  const rows = reader.selectFrom('truth.capture').selectAll().where('number', '>', after).orderBy('number').limit(limit)
  return (await rows.execute()).map(asLogged)
}

/** All sightings of one report, the first one first. */
export async function listSightings(store: Store, report: string): Promise<LoggedCapture[]> {
  const { reader } = await store.kysely()
  const rows = reader.selectFrom('truth.capture').selectAll().where('report', '=', report).orderBy('number')
  return (await rows.execute()).map(asLogged)
}

function asLogged(row: { number: number; id: string; report: string | null; record: string }): LoggedCapture {
  const capture = { id: row.id, ...JSON.parse(row.record) } as Capture
  return { number: row.number, capture, ...(row.report !== null && { report: row.report }) }
}
