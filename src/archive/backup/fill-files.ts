// door: database
// A desk's SQLite files made from rows: the tables as they were when the rows were written, filled without a journal, with
// indexes and triggers put back when all is in. Only for a folder that nobody uses yet; what is half done is thrown away.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { connect } from '../connection.ts'
import { migrate } from '../migrate.ts'
import type { Row } from '../statement.ts'
import { asReadoutError } from '../store-errors.ts'
import type { Schema } from '../tables.ts'

/** One schema's file on its way. */
export interface Filling {
  /** Puts in rows of a table, in any number of calls; the first drops what the making of the table has put there. */
  add(table: string, columns: readonly string[], rows: readonly Row[]): void
  /** Puts back what was taken off, and has it all on the disk. */
  end(): void
  /** Gives it up. */
  close(): void
}

/** Makes the file of a schema in the folder, as it was after so many migrations, and opens it to be filled. */
export async function openFilling(dir: string, schema: Schema, version: number): Promise<Filling> {
  const path = join(dir, `${schema}.db`)
  const made = connect([{ schema: 'main', path }])
  try {
    await migrate(schema, made, version)
    made.rows('pragma journal_mode = delete') // the journal has what was made; the next to open it has it in the file
  } finally {
    made.close()
  }
  const db = new DatabaseSync(path, { defensive: false, enableForeignKeyConstraints: false }) // search's own tables are written too
  const guard = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw asReadoutError(error, path)
    }
  }
  const begun = new Set<string>()
  const off = guard(() => {
    db.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -${CACHE_KIB}`)
    const taken = takeOff(db)
    db.exec('begin')
    return taken
  })
  return {
    add: (table, columns, rows) =>
      guard(() => {
        const quoted = `"${table}"`
        if (!begun.has(table) && schema !== 'truth') db.exec(`delete from ${quoted}`)
        begun.add(table)
        const names = columns.map((column) => `"${column}"`).join(', ')
        const insert = db.prepare(`insert into ${quoted} (${names}) values (${columns.map(() => '?').join(', ')})`)
        for (const row of rows)
          insert.run(...columns.map((column) => row[column] as string | number | bigint | null | Uint8Array))
      }),
    end: () =>
      guard(() => {
        for (const sql of off) db.exec(sql)
        db.exec('commit')
        db.exec('pragma journal_mode = wal')
        db.close()
        const file = openSync(path, 'r+')
        fsyncSync(file)
        closeSync(file)
      }),
    close() {
      if (db.isOpen) db.close()
    },
  }
}

const CACHE_KIB = 256 * 1024 // an index over millions of rows is sorted in it

// An index that is made when all rows are there is sorted once, instead of found in a million times.
function takeOff(db: DatabaseSync): string[] {
  const list = `select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null
    and name not like 'kysely_%' order by type, name`
  return db
    .prepare(list)
    .all()
    .map(({ type, name, sql }) => {
      db.exec(`drop ${String(type)} "${String(name)}"`)
      return String(sql)
    })
}
