// Carries one schema's file forward to what this version knows. Several processes may try at once: one does it, the
// others find it done.
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Connection } from './connection.ts'
import { derivedMigrations } from './derived-migrations.ts'
import { kyselyOver } from './sqlite-dialect.ts'
import { stateMigrations } from './state-migrations.ts'
import type { Schema } from './tables.ts'
import { truthMigrations } from './truth-migrations.ts'

const MIGRATIONS = { truth: truthMigrations, derived: derivedMigrations, state: stateMigrations }

/** Runs the migrations that the file lacks, all or none; of a new file, at most so many. It is the connection's main database. */
export async function migrate(schema: Schema, connection: Connection, most = Number.POSITIVE_INFINITY): Promise<void> {
  const migrations = numbered(Object.fromEntries(Object.entries(MIGRATIONS[schema]).slice(0, most)))
  const migrator = new Migrator({
    db: kyselyOver<unknown>(connection),
    provider: { getMigrations: () => Promise.resolve(migrations) },
  })
  const { error } = await migrator.migrateToLatest() // its `results` call rolled-back ones a success: only `error` counts
  if (error) throw error
}

/** How many migrations a schema has. */
export function countMigrations(schema: Schema): number {
  return Object.keys(MIGRATIONS[schema]).length
}

// Each migration leaves its number in the file's header in its own transaction, so that opening a desk that is up to
// date reads one number and loads no migrator.
function numbered(migrations: Readonly<Record<string, Migration>>): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, migration], i) => [
      name,
      {
        async up(db) {
          await migration.up(db)
          await sql.raw(`pragma user_version = ${i + 1}`).execute(db)
        },
      } satisfies Migration,
    ]),
  )
}
