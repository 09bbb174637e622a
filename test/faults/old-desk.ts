// A desk as an older Readout left it: its files by the first so many migrations of each schema, with the rows of a desk of today as far
// as its tables had them.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { Migrator } from 'kysely/migration'
import { connect } from '../../src/archive/connection.ts'
import { derivedMigrations } from '../../src/archive/derived-migrations.ts'
import { kyselyOver } from '../../src/archive/sqlite-dialect.ts'
import { stateMigrations } from '../../src/archive/state-migrations.ts'
import type { Schema } from '../../src/archive/tables.ts'
import { truthMigrations } from '../../src/archive/truth-migrations.ts'

export const MIGRATIONS: Readonly<Record<Schema, Readonly<Record<string, Migration>>>> = {
  truth: truthMigrations,
  derived: derivedMigrations,
  state: stateMigrations,
}

/** How many migrations of each schema an older desk has. */
export type Versions = Readonly<Record<Schema, number>>

/** Makes it in a folder, from the desk of today in `from`. */
export async function makeOldDesk(dir: string, from: string, versions: Versions): Promise<void> {
  mkdirSync(dir)
  for (const schema of ['truth', 'derived', 'state'] as const) {
    const path = join(dir, `${schema}.db`)
    await migrateTo(path, MIGRATIONS[schema], versions[schema])
    copyRows(join(from, `${schema}.db`), path)
  }
}

async function migrateTo(path: string, all: Readonly<Record<string, Migration>>, version: number): Promise<void> {
  const file = connect([{ schema: 'main', path }])
  const some = Object.entries(all).slice(0, version)
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(some)) }
  const db = kyselyOver<unknown>(file)
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  await sql.raw(`pragma user_version = ${version}`).execute(db)
  file.close()
}

// In the order in which tables were made, since later ones lean on earlier ones.
function copyRows(from: string, to: string): void {
  const db = new DatabaseSync(to)
  db.exec(`attach '${from}' as today`)
  const names = (sql: string): string[] =>
    db
      .prepare(sql)
      .all()
      .map(({ name }) => String(name))
  const plain = "type = 'table' and name not like 'sqlite%' and name not like 'kysely%' and sql not like '%virtual%'"
  const tables = names(`select name from main.sqlite_master where ${plain} order by rowid`)
  const todays = new Set(names('select name from today.sqlite_master'))
  for (const table of tables) {
    if (!todays.has(table) || /^search_/.test(table)) continue
    const own = names(`select name from pragma_table_info('${table}', 'main')`)
    const known = new Set(names(`select name from pragma_table_info('${table}', 'today')`))
    const columns = own.filter((name) => known.has(name)).map((name) => `"${name}"`)
    if (columns.length === 0) continue
    db.exec(`insert or ignore into main.${table} (${columns}) select ${columns} from today.${table}`)
  }
  db.exec('detach today')
  db.close()
}

/** What makes up a file of a desk: its version, and every table, index and trigger. */
export function shapeOf(path: string): string {
  const db = new DatabaseSync(path)
  const [version] = db.prepare('pragma user_version').all()
  const parts = db.prepare('select type, name, sql from sqlite_master order by type, name').all()
  db.close()
  return JSON.stringify([version?.user_version, ...parts])
}

/** The names of the files of a desk that hold tables. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir).filter((name) => /^(?:truth|derived|state)\.db$/.test(name))
}
