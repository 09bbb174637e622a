// door: database
// A view of a desk's SQLite files: a connection of its own, with a read transaction that holds all three as they are.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './connection.ts'
import { hasJournal } from './open-for-reading.ts'
import type { Row } from './statement.ts'
import type { Schema } from './tables.ts'
import { PASSING, type Table, type View } from './view.ts'

// What is made is looked at first and the truth last: nothing then leans on a truth that the view does not hold.
const ORDER = ['derived', 'state', 'truth'] as const

/** Opens the view; a file that was never made has no tables in it. `isReadOnly`: folder or files may not be written. */
export function openSqliteView(dir: string, { isReadOnly = false }: { readonly isReadOnly?: boolean } = {}): View {
  const files = ORDER.map((schema) => ({ schema, path: join(dir, `${schema}.db`) })).filter(({ path }) =>
    existsSync(path),
  )
  const connection = connect(
    files.map(({ schema, path }) => ({ schema, path, readOnly: true, isFixed: isReadOnly && !hasJournal(path) })),
    { isExact: true },
  )
  const list = (schema: Schema, type: 'table' | 'shadow'): Table[] =>
    connection
      .rows(`pragma ${schema}.table_list`)
      .filter((row) => row.schema === schema && row.type === type && !/^(sqlite|kysely)_/.test(String(row.name)))
      .filter(({ name }) => !PASSING.has(String(name)))
      .map(({ name }) => describe(schema, String(name)))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  const describe = (schema: Schema, name: string): Table => {
    const found = connection.rows(`pragma ${schema}.table_info("${name}")`)
    const columns = found.map((column) => String(column.name)).sort()
    const key = found.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk))
    return { schema, name, columns, key: key.length > 0 ? key.map((column) => String(column.name)) : columns }
  }
  const has = (schema: Schema): boolean => files.some((file) => file.schema === schema)
  try {
    connection.rows('begin')
    for (const { schema } of files) connection.rows(`select 1 from ${schema}.sqlite_schema limit 1`)
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    version: async (schema) =>
      has(schema) ? Number(connection.rows(`pragma ${schema}.user_version`)[0]?.user_version) : 0,
    tables: async (schema) => (has(schema) ? list(schema, 'table') : []),
    searchTables: async () => (has('derived') ? list('derived', 'shadow') : []),
    rows: async (sql: string, ...parameters: readonly unknown[]): Promise<Row[]> => connection.rows(sql, ...parameters),
    close: async () => {
      connection.rollback()
      connection.close()
    },
  }
}
