// Reports into the truth, many a commit, each acknowledged only once it is on the disk.
import type { Twin } from '../archive/find-report.ts'
import { type Arrival, type Kept, keepCaptures, removedBefore } from '../archive/keep-capture.ts'
import { findRemoved } from '../archive/removals.ts'
import type { ArchiveRecord, Capture, Given } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Digest } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { type Change, findChanges } from './find-changes.ts'
import { REPORT_CAP } from './incoming.ts'
import { stoppedIntake, whyNoIntake } from './ops/why-no-intake.ts'
import { tooLarge } from './parse-report-line.ts'
import { PAUSE, withPauses } from './with-pauses.ts'

/** A report handed in: its bytes, what the hand that gave it says of it, and the path or line it came from. */
export interface HandedIn {
  readonly bytes: Uint8Array
  readonly given: Given
  readonly asked: string
  readonly taken?: Taken
}

/** What a web archive says of a report that was taken from it. Without hops, nobody fetched it. */
export type Taken = Pick<Capture, 'hops' | 'sent' | 'archived'> & { readonly from: ArchiveRecord }

/** A report that is on the disk. */
export interface Acknowledged {
  readonly name: string // what it answers to: of a report that was here already, the name it first came under
  readonly digest: Digest // of its bytes
  readonly number: number // of this sighting in the log
  readonly isNew: boolean // false: one more sighting of a report that was here already
  readonly asked: string
  readonly changes: readonly Change[] // what one more sighting changes of what is said about the report
  readonly twins: readonly Twin[] // of a new report: those that have the same bytes
  readonly given: Given
}

const BATCH = { reports: 32, bytes: 4 * 1024 * 1024 } // one fsync for so many; more only delays the yes
const IDLE = 200 // ms without a next report, as on a standard input that stands still: those at hand are kept

/**
 * Keeps every report in order and tells `onKept` of each after its commit, waiting for what it promises. What was told stays kept, whatever happens
 * next. Running it again over the same reports completes what a kill cut short: those kept already get one more sighting.
 * Throws FILE_TOO_LARGE at a report over 15 MiB and INTAKE_STOPPED where there is no room for more, once those before it are kept. One that was removed from the desk is passed over where
 * `onRemoved` hears of it, else REPORT_REMOVED is thrown and nothing of its batch is kept.
 */
export async function takeIn(
  desk: Pick<Desk, 'store' | 'now' | 'makers' | 'dir'>,
  items: AsyncIterable<HandedIn>,
  onKept: (kept: Acknowledged) => unknown,
  onRemoved?: (message: string) => unknown,
): Promise<void> {
  let batch: HandedIn[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    const arrivals = batch
    batch = []
    bytes = 0
    const no = await whyNoIntake(desk)
    if (no) throw stoppedIntake(desk.dir, no)
    const kept = await keepCaptures(
      desk.store,
      arrivals.map((item) => arrivalOf(item, desk)),
    )
    for (const [i, one] of kept.entries()) {
      const item = arrivals[i]
      if (item) await onKept(await acknowledge(one, item, desk))
    }
  }
  for await (const item of withPauses(items, IDLE)) {
    if (item === PAUSE) {
      if (batch.length > 0) await flush()
      continue
    }
    if (item.bytes.length > REPORT_CAP) {
      await flush()
      throw new ReadoutError('FILE_TOO_LARGE', tooLarge(item.asked))
    }
    const removed = findRemoved(desk.store, 'payload', digestOf(item.bytes))
    if (removed && onRemoved) {
      await onRemoved(removedBefore(item.asked, removed.number).message)
      continue
    }
    batch.push(item)
    bytes += item.bytes.length
    if (batch.length >= BATCH.reports || bytes >= BATCH.bytes) await flush()
  }
  if (batch.length > 0) await flush()
}

function arrivalOf({ bytes, given, asked, taken }: HandedIn, { now }: Pick<Desk, 'now'>): Arrival {
  const kind = taken && taken.hops.length > 0 ? 'answered' : 'handed in'
  const outcome = { kind, payload: digestOf(bytes) } as const
  return { bytes, record: { at: now(), asked, hops: [], outcome, given, ...taken } }
}

/** What is said of a report that was just kept. */
export async function acknowledge(
  { name = '', digest = '', report = '', number, isNew, twins = [] }: Kept,
  { asked, given }: Pick<HandedIn, 'asked' | 'given'>,
  desk: Pick<Desk, 'store' | 'makers'>,
): Promise<Acknowledged> {
  const changes = isNew ? [] : await findChanges(desk, { report, name, number }, given)
  return { name, digest, number, isNew, asked, changes, twins, given }
}
