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
  replaceWithNoncontingentExpression,
  type TransactionSettings,
} from 'kysely'
import { openPool, type PoolOptions } from './open-pool.ts'
import { LOCK_SPACE, LOCKS } from './sessions.ts'

// A question about none of them is answered with none on SQLite; here "in ()" would be refused.
const NO_EMPTY_LISTS = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })

/** Kysely on connections that are made when they are needed, and what closes them. */
export function kyselyOn<Schema>(options: PoolOptions): { readonly db: Kysely<Schema>; close(): void } {
  const pool = openPool(options)
  const lock = options.purpose === 'reader' ? undefined : LOCKS[options.purpose]
  const dialect = new LockingDialect({ pool }, lock)
  return {
    db: new Kysely<Schema>({ dialect, plugins: [NO_EMPTY_LISTS] }),
    close: () => void pool.end().catch(() => {}),
  }
}

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
