// What came in, made durable: bytes, record, log entry and the report's name, in one transaction.
import type { Transaction } from 'kysely'
import type { Capture } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Digest, type Id } from '../model/id.ts'
import { resolveReport, type Twin } from './find-report.ts'
import { appendEntry, type Head, headIn } from './log.ts'
import { keepPayload } from './payload.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** One attempt, and the bytes it brought if it brought any. The digest in its outcome has to be theirs. */
export interface Arrival {
  readonly record: Omit<Capture, 'id'>
  readonly bytes?: Uint8Array
}

/** What the desk can say yes to: where a capture stands in the log and, where it brought a report, what that is called. */
export interface Kept {
  readonly id: Id<'capture'>
  readonly number: number
  readonly digest?: Digest // of the bytes
  readonly report?: string
  readonly name?: string // what the report answers to, from its first sighting on
  readonly isNew: boolean // false: the report was here already, this is one more sighting
  readonly twins?: readonly Twin[] // of a new report: those that have the same bytes under another outlet or address
}

/** Keeps one capture. It is on the disk when this returns. */
export async function keepCapture(store: Store, arrival: Arrival): Promise<Kept> {
  const [kept] = await keepCaptures(store, [arrival])
  if (!kept) throw new Error('keepCaptures gave nothing for one arrival')
  return kept
}

/** Keeps captures in the order given, all in one commit: all are on the disk when this returns, or none is. */
export async function keepCaptures(store: Store, arrivals: readonly Arrival[]): Promise<Kept[]> {
  const { truth } = await store.kysely()
  return truth.transaction().execute(async (trx) => {
    const kept: Kept[] = []
    let head = await headIn(trx)
    for (const arrival of arrivals) {
      const one = await keepOne(trx, arrival, head)
      head = one.head
      kept.push(one.kept)
    }
    return kept
  })
}

async function keepOne(
  trx: Transaction<Tables>,
  { record, bytes }: Arrival,
  head: Head,
): Promise<{ kept: Kept; head: Head }> {
  const text = JSON.stringify(record)
  const id = asId<'capture'>(digestOf(text))
  if (bytes) await refuseRemoved(trx, digestOf(bytes), record.asked)
  const digest = bytes && (await keepPayload(trx, bytes))
  if (digest !== ('payload' in record.outcome ? record.outcome.payload : undefined)) {
    throw new Error(`the record of ${record.asked} names other bytes than it brought`)
  }
  const found = await resolveReport(trx, record)
  const report = found?.report
  const twin = trx.selectFrom('truth.capture').select('number').where('id', '=', id)
  const earlier = await twin.executeTakeFirst() // the same in all, the instant included: the same sighting
  const after = earlier ? head : await appendEntry(trx, head, { what: id, at: record.at })
  const number = earlier?.number ?? after.number
  const name = found && (found.name ?? (await nameReport(trx, found.report, number, record.given?.name)))
  if (!earlier) {
    await trx
      .insertInto('truth.capture')
      .values({ number, id, report: report ?? null, record: text })
      .execute()
  }
  const isNew = found?.name === undefined && !earlier
  const twins = found?.twins ?? []
  return {
    kept: {
      id,
      number,
      isNew,
      ...(digest && { digest }),
      ...(report && { report, name: name ?? '' }),
      ...(twins.length > 0 && { twins }),
    },
    head: after,
  }
}

// A trigger would refuse it too, and say less.
async function refuseRemoved(trx: Transaction<Tables>, digest: Digest, asked: string): Promise<void> {
  const row = trx.selectFrom('truth.removal').select('number').where('noun', '=', 'payload').where('id', '=', digest)
  const found = await row.executeTakeFirst()
  if (found) throw removedBefore(asked, found.number)
}

/** That it was removed from this desk, by which decision. */
export function removedBefore(asked: string, number: number): ReadoutError {
  const what = `it was removed from this desk (decision ${number})`
  return new ReadoutError('REPORT_REMOVED', `${asked}: not kept: ${what}; "readout remove --list" says when and why`)
}

const LONGEST_NAME = 400 // characters: a longer one is no address of a page, and no entry of an index

// Names are given in log order and kept among the truths, so that a rebuild finds the same: brief, brief-2, brief-3.
async function nameReport(
  trx: Transaction<Tables>,
  report: string,
  first: number,
  given: string | undefined,
): Promise<string> {
  const whole = (given ?? report).replaceAll('\0', '') // no store keeps half a character or a NUL as it is
  const base = whole.slice(0, LONGEST_NAME).toWellFormed()
  const last = trx
    .selectFrom('truth.report')
    .select((eb) => eb.fn.max('nth').as('nth'))
    .where('base', '=', base)
  let nth = ((await last.executeTakeFirst())?.nth ?? 0) + 1
  while (await isTaken(trx, nameOf(base, nth))) nth += 1 // another report came in as "brief-2" by itself
  const name = nameOf(base, nth)
  await trx.insertInto('truth.report').values({ report, first, name, base, nth }).execute()
  return name
}

/** What the nth report of one name answers to. */
export function nameOf(base: string, nth: number): string {
  return nth === 1 ? base : `${base}-${nth}`
}

async function isTaken(trx: Transaction<Tables>, name: string): Promise<boolean> {
  const row = trx.selectFrom('truth.report').select('report').where('name', '=', name)
  if (await row.executeTakeFirst()) return true
  const former = trx.selectFrom('truth.removal').select('number').where('noun', '=', 'name') // links of before lead there
  return (await former.where('id', '=', digestOf(name)).executeTakeFirst()) !== undefined
}
