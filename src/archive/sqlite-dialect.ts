// Kysely over node:sqlite, with the defaults overridden that lose under two processes: a transaction takes its write
// lock at its start (a read that turns into a write is refused at once, whatever the patience), and migrations roll
// back whole.
import { Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { Connection } from './connection.ts'

/** Kysely on an open connection. The connection is closed by whoever opened it. */
export function kyselyOver<Schema>(connection: Connection): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new NodeSqliteDialect(connection) })
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #connection: Connection

  constructor(connection: Connection) {
    super({ database: connection })
    this.#connection = connection
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#connection)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #connection: Connection

  constructor(connection: Connection) {
    super({ database: connection })
    this.#connection = connection
  }

  override beginTransaction(): Promise<void> {
    return this.#connection.begin()
  }

  // A second error here would hide the one that says what happened.
  override rollbackTransaction(): Promise<void> {
    this.#connection.rollback()
    return Promise.resolve()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
