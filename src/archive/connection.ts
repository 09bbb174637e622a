// door: database
// One connection to a desk's SQLite files, attached under their schema names to an empty main database, so that a
// query says truth.capture as it would in PostgreSQL. A file attached read-only takes no part in `begin immediate`:
// the writer of derived never holds up the writer of truth.
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ReadoutError } from '../model/errors.ts'
import { asReadoutError, isBusy } from './store-errors.ts'

export interface Attached {
  readonly schema: 'main' | 'truth' | 'derived' | 'state'
  readonly path: string
  readonly readOnly?: boolean
  readonly isFixed?: boolean // nobody writes it: read without a journal and without locks
  readonly isForgetful?: boolean // a power cut may take the last that was written
}

/** A row as a plain object: node:sqlite's own have no prototype, which deep comparisons refuse, and take three times as long. */
export type Row = Record<string, unknown>

export interface Statement {
  readonly reader: boolean
  all(parameters: readonly unknown[]): Row[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<Row>
}

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
// Rows and what was remembered lie all over the file; but a process has up to three of these, and the system holds what it read as well.
const CACHE_KIB = 8 * 1024
const CHECKPOINT_PAGES = 4000
const SAFE_SQLITE = [3, 51, 3] as const // below, a checkpoint that races a commit drops committed rows

/** Opens the files with the settings the archive relies on, read back. Throws ReadoutError where one does not hold. */
export function connect(files: readonly Attached[], patienceMs: number = PATIENCE_MS): Connection {
  const place = (files.length === 1 ? files[0]?.path : files[0] && dirname(files[0].path)) ?? ''
  try {
    const main = files.find(({ schema }) => schema === 'main')
    const db = new DatabaseSync(main?.path ?? ':memory:', { timeout: patienceMs })
    try {
      refuseUnsafe(db)
      for (const file of files) prepareFile(db, file)
      return new OpenConnection(db, place, patienceMs)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw asReadoutError(error, place)
  }
}

function refuseUnsafe(db: DatabaseSync): void {
  const version = String(db.prepare('select sqlite_version() as version').get()?.version)
  if (isSafeSqlite(version)) return
  const cure = 'run Node 24.15 or newer, which brings a mended one ("npm ci" installs it beside the project)'
  throw new ReadoutError('STORE_FAILED', `SQLite ${version} can lose committed rows; ${cure}`)
}

/** True from 3.51.3 on. */
export function isSafeSqlite(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, least] of SAFE_SQLITE.entries()) {
    const part = parts[i] ?? 0
    if (part !== least) return part > least
  }
  return true
}

function prepareFile(db: DatabaseSync, { schema, path, readOnly, isFixed, isForgetful }: Attached): void {
  if (schema !== 'main') {
    db.prepare(`attach ? as ${schema}`).run(
      pathToFileURL(path).href + (readOnly ? '?mode=ro' : '') + (isFixed ? '&immutable=1' : ''),
    )
  }
  const pragma = (name: string): unknown => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]
  if (!readOnly && pragma(`${schema}.journal_mode`) !== 'wal') db.exec(`pragma ${schema}.journal_mode = wal`)
  // a power cut may take the last lines of what can be made again
  const safety = schema === 'derived' || isForgetful ? 'normal' : 'full'
  if (!readOnly) db.exec(`pragma ${schema}.synchronous = ${safety}`)
  if (schema === 'derived') db.exec(`pragma derived.cache_size = -${CACHE_KIB}`)
  if (schema === 'derived' && !readOnly) db.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  db.exec('pragma foreign_keys = on')
  const settings = [
    ['journal_mode', isFixed ? 'wal' : pragma(`${schema}.journal_mode`), 'wal'],
    ['synchronous', pragma(`${schema}.synchronous`), readOnly || safety === 'full' ? 2 : 1],
    ['foreign_keys', pragma('foreign_keys'), 1],
  ]
  for (const [name, found, wanted] of settings) {
    if (found === wanted) continue
    const cure = 'keep the desk on a local disk; network folders cannot hold one'
    throw new ReadoutError('STORE_FAILED', `${path}: SQLite answers ${name}=${found}, not ${wanted}; ${cure}`)
  }
}

class OpenConnection implements Connection {
  readonly kind = 'sqlite'
  readonly #db: DatabaseSync
  readonly #place: string
  readonly #patienceMs: number
  readonly #statements = new Map<string, Statement>()
  #begun = Number.NEGATIVE_INFINITY

  constructor(db: DatabaseSync, place: string, patienceMs: number) {
    this.#db = db
    this.#place = place
    this.#patienceMs = patienceMs
  }

  prepare(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) this.#statements.delete(sql) // and put behind all others again: the first is what was not asked for longest
    const statement = known ?? this.#guard(() => guarded(this.#db.prepare(sql), (work) => this.#guard(work)))
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

function guarded(statement: StatementSync, guard: <T>(work: () => T) => T): Statement {
  statement.setReturnArrays(true)
  let names = namesOf(statement)
  const all = (parameters: readonly unknown[]): Row[] =>
    guard(() => {
      const rows = statement.all(...parameters.map(asInput)) as unknown as SQLOutputValue[][]
      if (rows[0] && rows[0].length !== names.length) names = namesOf(statement) // a column came since
      return rows.map((values) => asRow(names, values))
    })
  return {
    reader: names.length > 0, // right for `returning` and pragmas too
    all,
    run: (parameters) => guard(() => statement.run(...parameters.map(asInput))),
    iterate: (parameters) => all(parameters)[Symbol.iterator](), // lists are paged by key instead
  }
}

function namesOf(statement: StatementSync): string[] {
  return statement.columns().map(({ name }) => name)
}

// In one order each time, so that all rows of a query are of one shape.
function asRow(names: readonly string[], values: readonly SQLOutputValue[]): Row {
  const row: Row = {}
  for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at]
  return row
}

// A Date or other object as first parameter would be taken for named parameters, and the rest would shift unseen.
function asInput(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`cannot keep a ${typeof value} in a column`)
}
