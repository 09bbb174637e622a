// The jobs of a desk, as whoever does them sees them: SQLite has them in a table of its own, PostgreSQL in pg-boss. The queue
// remembers nothing that matters: what is to be done is a question to the archive, and what a job makes is kept by keys of its own.
import type { Transaction } from 'kysely'
import type { JobName, NewJob, ToldJob } from '../../model/job.ts'
import type { Tables } from '../tables.ts'

/** A job in hand, until it is settled or its lease is over. */
export interface TakenJob extends NewJob {
  readonly id: string
  readonly name: JobName
  readonly tries: number // this one counted: how often it was taken by processes that were not heard of again
  readonly fence: number // of this try: what an earlier one writes is refused
}

export interface Jobs {
  /** Puts up those of which there is none yet, waiting, at work or laid aside. Gives how many that were. */
  add(name: JobName, wanted: readonly NewJob[]): Promise<number>
  /** The next job that is due, with a lease on it. */
  take(name: JobName): Promise<TakenJob | undefined>
  /** Holds on to it for as long again. False where it is another's by now. */
  hold(job: TakenJob): Promise<boolean>
  /**
   * In the transaction that keeps what came of it: true where the job is still this one's, and done with that transaction. False: another
   * has it, and nothing may be kept.
   */
  settle(trx: Transaction<Tables>, job: TakenJob): Promise<boolean>
  /** After that transaction, or where there was nothing to keep. */
  done(job: TakenJob): Promise<void>
  /** It came to nothing, for a reason that is not the job's: it is due again after so long, its tries counted anew. */
  putOff(job: TakenJob, reason: string, afterMs: number): Promise<void>
  /** Given up until a person says what is to be done. */
  layAside(job: TakenJob, reason: string): Promise<void>
  /** All that wait, are at work or laid aside; those of one name. The oldest first. */
  list(name?: JobName): Promise<ToldJob[]>
  /** Puts up again what was laid aside, or drops it. Gives it as it was; undefined where nothing of that id was laid aside. */
  retry(id: string): Promise<ToldJob | undefined>
  drop(id: string): Promise<ToldJob | undefined>
  close(): Promise<void>
}

/** What jobs are kept with. */
export interface JobTerms {
  readonly holder: string // unlike that of any other process
  readonly now: () => string
  readonly leaseMs?: number // LEASE_MS
  readonly isBrief?: boolean // of a command that only looks
  /** True where the process of that name is surely there no more. */
  isGone(holder: string): boolean
}

/** How long a job stays another's who gives no sign. */
export const LEASE_MS = 20_000
