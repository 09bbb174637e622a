// door: database
// Kysely over pg. Each schema's writers have one connection, as they have on SQLite, and every transaction of theirs begins
// with the schema's lock: of all processes one writes it at a time, and reads in it what the one before wrote.
import {
  CompiledQuery,
  type DatabaseConnection,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  replaceWithNoncontingentExpression,
  type TransactionSettings,
} from 'kysely'
import pg, { type ClientConfig } from 'pg'
import { CONNECT_MS } from './make-client.ts'
import { asStoreError, isLost } from './postgres-errors.ts'
import { type Limits, LOCK_SPACE, LOCKS, type Purpose, STATEMENT_MS, settingsOf } from './sessions.ts'
import { toPostgres } from './to-postgres.ts'
import { toParameter, types } from './values.ts'

export interface PoolOptions extends Limits {
  readonly url: string
  readonly place: string
  readonly purpose: Purpose
}

/** Kysely on connections that are made when they are needed, and what closes them. */
export function kyselyOn<Schema>(options: PoolOptions): { readonly db: Kysely<Schema>; close(): void } {
  const { pool, end } = openPool(options)
  const lock = options.purpose === 'reader' ? undefined : LOCKS[options.purpose]
  const dialect = new LockingDialect({ pool }, lock)
  return { db: new Kysely<Schema>({ dialect, plugins: [NOTHING_IN_NOTHING] }), close: () => void end().catch(() => {}) }
}

const READERS = 3

// To wait for one's turn takes as long as it takes: each statement has its limit. To connect has one of its own.
class PatientClient extends pg.Client {
  constructor(config: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS })
    this.on('error', () => {}) // between two questions of a transaction; the next one is told
  }
}

function openPool({ url, place, purpose, ...limits }: PoolOptions): { pool: PostgresPool; end(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: purpose === 'reader' ? READERS : 1,
    Client: PatientClient as typeof pg.Client,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: `readout ${purpose}`,
    query_timeout: (limits.statementMs ?? STATEMENT_MS.writer) + CONNECT_MS,
    types,
  })
  pool.on('error', () => {}) // one that idled: the pool makes another
  const ready = new WeakSet<object>()
  const own: PostgresPool = {
    options: pool.options,
    async connect(): Promise<PostgresPoolClient> {
      const client = await guard(place, () => pool.connect())
      let lost = false
      const run = async (work: () => Promise<unknown>): Promise<unknown> => {
        try {
          return await work()
        } catch (error) {
          lost ||= isLost(error)
          throw asStoreError(error, place)
        }
      }
      if (!ready.has(client)) {
        try {
          await run(() => client.query(settingsOf(purpose, limits)))
        } catch (error) {
          client.release(true)
          throw error
        }
        ready.add(client)
      }
      const query = (sql: string, parameters: readonly unknown[] = []): Promise<unknown> =>
        run(() => {
          const text = toPostgres(sql)
          if (parameters.length === 0) return client.query(text)
          const name = nameOf(client, text)
          return client.query({ text, values: parameters.map(toParameter), ...(name !== undefined && { name }) })
        })
      return { query: query as PostgresPoolClient['query'], release: () => client.release(lost) }
    },
    end: () => pool.end(),
  }
  return { pool: own, end: () => pool.end() }
}

const NAMED = 200 // statements that the server keeps for a connection: to read and plan one anew takes longer than many a write
const names = new WeakMap<object, Map<string, string>>()

function nameOf(client: object, sql: string): string | undefined {
  const own = names.get(client) ?? new Map<string, string>()
  names.set(client, own)
  const known = own.get(sql)
  if (known !== undefined || own.size >= NAMED) return known
  own.set(sql, `k${own.size}`)
  return own.get(sql)
}

async function guard<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asStoreError(error, place)
  }
}

// Nothing is in a list of nothing; SQLite says so by itself, and PostgreSQL takes no such list.
const NOTHING_IN_NOTHING = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

class LockingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #lock: number | undefined

  constructor(config: PostgresDialectConfig, lock: number | undefined) {
    super(config)
    this.#config = config
    this.#lock = lock
  }

  override createDriver(): PostgresDriver {
    return new LockingDriver(this.#config, this.#lock)
  }
}

class LockingDriver extends PostgresDriver {
  readonly #lock: number | undefined

  constructor(config: PostgresDialectConfig, lock: number | undefined) {
    super(config)
    this.#lock = lock
  }

  override async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    const lock = this.#lock === undefined ? '' : `; select pg_advisory_xact_lock(${LOCK_SPACE}, ${this.#lock})`
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin${lock}`))
    } catch (error) {
      await this.rollbackTransaction(connection)
      throw error
    }
  }

  // A second error here would hide the one that says what happened; a connection that is gone is not used again.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
  }
}
