// door: database
// One connection to a desk's SQLite files, attached under their schema names to an empty main database, so that a
// query says truth.capture as it would in PostgreSQL. A file attached read-only takes no part in `begin immediate`:
// the writer of derived never holds up the writer of truth.
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { type Attached, prepareFile, refuseUnsafe } from './prepare-file.ts'
import { guarded, type Row, type Statement } from './statement.ts'
import { asReadoutError, isBusy } from './store-errors.ts'

export interface Connection {
  /** Which store it is of, where one question cannot be put in the same words to both. */
  readonly kind: 'sqlite' | 'postgres'
  /** The statement for this SQL, kept for the next call. */
  prepare(sql: string): Statement
  /** The rows of one query. */
  rows(sql: string, ...parameters: readonly unknown[]): Row[]
  /** Begins a transaction with the write lock in hand. Waits for another writer without holding up this process. */
  begin(): Promise<void>
  /** Rolls the transaction back, unless SQLite has done so itself, as it does on a full disk. */
  rollback(): void
  close(): void
}

const PATIENCE_MS = 5000 // how long SQLite waits for another process's lock before it gives up; its own default is 0
// A process that writes again and again leaves the door open between two transactions, or another, looking every
// millisecond, would starve until its patience ends: seen with two processes adding a thousand reports each.
const DOOR_MS = 3
const RECENT_MS = 1000
const STATEMENTS = 300 // kept per connection; preparing anew each time costs three fifths of the rate, and what was prepared is freed late

/** How a connection is. `isExact`: whole numbers come as they are kept, however large. */
export interface ConnectionOptions {
  readonly patienceMs?: number
  readonly isExact?: boolean
}

/** Opens the files with the settings the archive relies on, read back. Throws ReadoutError where one does not hold. */
export function connect(
  files: readonly Attached[],
  { patienceMs = PATIENCE_MS, isExact = false }: ConnectionOptions = {},
): Connection {
  const place = (files.length === 1 ? files[0]?.path : files[0] && dirname(files[0].path)) ?? ''
  try {
    const main = files.find(({ schema }) => schema === 'main')
    const db = new DatabaseSync(main?.path ?? ':memory:', { timeout: patienceMs })
    try {
      refuseUnsafe(db)
      for (const file of files) prepareFile(db, file)
      return new OpenConnection(db, place, { patienceMs, isExact })
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw asReadoutError(error, place)
  }
}

class OpenConnection implements Connection {
  readonly kind = 'sqlite'
  readonly #db: DatabaseSync
  readonly #place: string
  readonly #patienceMs: number
  readonly #statements = new Map<string, Statement>()
  readonly #isExact: boolean
  #begun = Number.NEGATIVE_INFINITY

  constructor(db: DatabaseSync, place: string, { patienceMs, isExact }: Required<ConnectionOptions>) {
    this.#db = db
    this.#place = place
    this.#isExact = isExact
    this.#patienceMs = patienceMs
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) this.#statements.delete(sql) // and put behind all others again: the first is what was not asked for longest
    const statement =
      known ?? this.#guard(() => guarded(this.#db.prepare(sql), (work) => this.#guard(work), this.#isExact))
    const oldest = this.#statements.size >= STATEMENTS ? this.#statements.keys().next().value : undefined
    if (oldest !== undefined) this.#statements.delete(oldest)
    this.#statements.set(sql, statement)
    return statement
  }

  rows(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.prepare(sql).all(parameters)
  }

  async begin(): Promise<void> {
    const now = performance.now()
    if (now - this.#begun < RECENT_MS) await pause(DOOR_MS)
    for (;;) {
      try {
        this.#beginAtOnce()
        this.#begun = performance.now()
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() >= now + this.#patienceMs) throw error
      }
      await pause(1)
    }
  }

  rollback(): void {
    if (this.#db.isTransaction) this.#guard(() => this.#db.exec('rollback'))
  }

  close(): void {
    this.#statements.clear()
    if (this.#db.isOpen) this.#db.close()
  }

  // SQLite's own waiting stops the whole process, even where the lock is held by this very process.
  #beginAtOnce(): void {
    this.#db.exec('pragma busy_timeout = 0')
    try {
      this.#guard(() => this.#db.exec('begin immediate'))
    } finally {
      this.#db.exec(`pragma busy_timeout = ${this.#patienceMs}`)
    }
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw asReadoutError(error, this.#place)
    }
  }
}
