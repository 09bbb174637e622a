// Which report a capture is a sighting of: that of the same bytes under the same outlet and address, or, where it comes
// without both, the one report that has its bytes.
import { type Kysely, sql } from 'kysely'
import type { Capture } from '../model/capture.ts'
import { digestOfParts } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import { parseRecord } from './captures.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

type Judged = Pick<Capture, 'outcome' | 'given' | 'what'>

/** A report of certain bytes: what it answers to, and what its first sighting was given. */
export interface Twin {
  readonly name: string
  readonly outlet?: string
  readonly url?: string
}

/** A capture's place among the reports: its key, and the name if the desk has the report. */
export interface FoundReport {
  readonly report: string
  readonly name?: string
  readonly twins: readonly Twin[] // other reports of the same bytes; looked for only where the report is new
}

/** The key of a report by all that tells it from others. Undefined where the capture brought none: a feed, a 404, no bytes. */
export function keyOf({ outcome, given, what }: Judged): string | undefined {
  if (!('payload' in outcome) || (what && !given)) return undefined
  return digestOfParts(outcome.payload, given?.outlet, given?.url)
}

/** True where nothing but its bytes tells the report: no outlet, no address. */
export function isBare({ given }: Judged): boolean {
  return given?.outlet === undefined && given?.url === undefined
}

/** The report that a capture would be a sighting of, or undefined where it would be a new one. */
export async function findReportOf(store: Store, record: Judged): Promise<string | undefined> {
  const { reader } = await store.kysely()
  const found = await resolveReport(reader, record)
  return found?.name === undefined ? undefined : found.report
}

/** The same with the name, or the key of the new report with those of the same bytes. */
export async function resolveReport(db: Kysely<Tables>, record: Judged): Promise<FoundReport | undefined> {
  const key = keyOf(record)
  if (key === undefined || !('payload' in record.outcome)) return undefined
  const row = db.selectFrom('truth.report').select('name').where('report', '=', key)
  const known = await row.executeTakeFirst()
  if (known) return { report: key, name: known.name, twins: [] }
  const others = await listOfPayload(db, record.outcome.payload)
  const [only] = others
  if (only && others.length === 1 && isBare(record)) return { report: only.report, name: only.twin.name, twins: [] }
  return { report: key, twins: others.map(({ twin }) => twin) }
}

async function listOfPayload(db: Kysely<Tables>, payload: Digest): Promise<{ report: string; twin: Twin }[]> {
  const first = db
    .selectFrom('truth.capture as c')
    .select((eb) => ['c.report', eb.fn.min('c.number').as('first')])
    .where(sql`json_extract(c.record, '$.outcome.payload')`, '=', payload)
    .where('c.report', 'is not', null)
    .groupBy('c.report')
    .as('f')
  const rows = db
    .selectFrom(first)
    .innerJoin('truth.report as r', 'r.report', 'f.report')
    .innerJoin('truth.capture as s', 's.number', 'r.first')
    .select(['r.report', 'r.name', 's.record'])
    .orderBy('r.first')
  return (await rows.execute()).map(({ report, name, record }) => {
    const given = parseRecord(record)?.given
    return {
      report,
      twin: { name, ...(given?.outlet && { outlet: given.outlet }), ...(given?.url && { url: given.url }) },
    }
  })
}

/** The key of the report that answers to the name; empty where there is none. One cheap query. */
export function findReportKey({ plain }: Pick<Store, 'plain'>, name: string): string {
  const [row] = plain.rows('select report from truth.report where name = ?', name)
  return row ? String(row.report) : ''
}

/** What the report of a key answers to, or undefined. One cheap query. */
export function findReportName({ plain }: Pick<Store, 'plain'>, report: string): string | undefined {
  const [row] = plain.rows('select name from truth.report where report = ?', report)
  return row && String(row.name)
}
