// Captures read back, and the reports they are sightings of.
import type { Capture } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** A capture where it stands in the log, with the key of the report it brought. */
export interface LoggedCapture {
  readonly number: number
  readonly report?: string
  readonly capture: Capture
}

/** Captures in log order after the given number, at most `limit`. Throws STORE_DAMAGED naming one that cannot be read. */
export async function listCaptures(store: Store, after: number, limit: number): Promise<LoggedCapture[]> {
  const { reader } = await store.kysely()
  const rows = reader.selectFrom('truth.capture').selectAll().where('number', '>', after).orderBy('number').limit(limit)
  return (await rows.execute()).map(asLogged)
}

/** The sightings of one report that can be read, the first one first. */
export async function listSightings(store: Store, report: string): Promise<LoggedCapture[]> {
  const rows = await listRows(store, report)
  return rows.filter(({ record }) => parseRecord(record) !== undefined).map(asLogged)
}

/** The same, of which none may be missing. Throws STORE_DAMAGED naming a capture whose record cannot be read. */
export async function listAllSightings(store: Store, report: string): Promise<LoggedCapture[]> {
  return (await listRows(store, report)).map(asLogged)
}

/** The capture of this id, or undefined where there is none that can be read. One cheap query. */
export function findCapture({ plain }: Pick<Store, 'plain'>, id: string): LoggedCapture | undefined {
  const [row] = plain.rows('select * from truth.capture where id = ?', id) as unknown as CaptureRow[]
  return row && parseRecord(row.record) ? asLogged(row) : undefined
}

/** The last capture of an address, or undefined where there is none. One cheap query. */
export function findLatestCapture({ plain }: Pick<Store, 'plain'>, asked: string): LoggedCapture | undefined {
  const [row] = plain.rows(
    `select * from truth.capture where json_extract(record, '$.asked') = ? order by number desc limit 1`,
    asked,
  )
  return row && asLogged(row as unknown as CaptureRow)
}

/** The captures that went for one of these addresses, in log order; those that can be read. One cheap query each. */
export function listCapturesOf({ plain }: Pick<Store, 'plain'>, addresses: readonly string[]): LoggedCapture[] {
  const rows = addresses.flatMap((asked) =>
    plain.rows(`select * from truth.capture where json_extract(record, '$.asked') = ?`, asked),
  ) as unknown as CaptureRow[]
  const sound = rows.filter(({ record }) => parseRecord(record) !== undefined)
  return sound.map(asLogged).sort((a, b) => a.number - b.number)
}

type Record = Omit<Capture, 'id'>

/** A capture's record, or undefined where it was harmed so that it is none any more. */
export function parseRecord(text: string): Record | undefined {
  try {
    const record = JSON.parse(text) as Partial<Record> | null
    const isWhole = typeof record?.at === 'string' && typeof record.outcome?.kind === 'string'
    return isWhole ? (record as Record) : undefined
  } catch {
    return undefined
  }
}

type CaptureRow = Tables['truth.capture']

async function listRows(store: Store, report: string): Promise<CaptureRow[]> {
  const { reader } = await store.kysely()
  return reader.selectFrom('truth.capture').selectAll().where('report', '=', report).orderBy('number').execute()
}

function asLogged({ number, id, report, record }: CaptureRow): LoggedCapture {
  const parsed = parseRecord(record)
  if (!parsed) {
    const what = `the record of capture ${number} (${id.slice(0, 12)}) cannot be read`
    throw new ReadoutError('STORE_DAMAGED', `${what}; truth.db has to come from a backup`)
  }
  return { number, capture: { id: asId<'capture'>(id), ...parsed }, ...(report !== null && { report }) }
}
