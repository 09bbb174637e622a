// Both stores have the same tables with the same columns: what is written for one can be carried to the other, and no question
// finds a column in one store only.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { openStore } from '../../src/archive/open-store.ts'
import { STEPS } from '../../src/archive/postgres/bring-forward.ts'
import { SCHEMA_VERSIONS, type Schema } from '../../src/archive/tables.ts'
import { asked, startPostgres } from './start-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-columns-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const SCHEMAS = ['truth', 'derived', 'state'] as const
const OWN = /^(sqlite_|kysely_|search_)/ // of the store itself, and the indexes of words, which are made otherwise

// The types of columns that mean the same. The shelf's value is bytes or text: one store's column takes both.
const SAME: Readonly<Record<string, string>> = {
  bigint: 'integer',
  bytea: 'blob',
  'double precision': 'real',
  'character varying': 'blob',
}

// Keys that may be longer than PostgreSQL's may be: there other constraints tell the rows apart.
const LONG_KEYS: ReadonlySet<string> = new Set(['address', 'find'])

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isWanted: boolean // it takes no null
  readonly isKey: boolean
}

function columnsOfFile(schema: Schema): Column[] {
  const db = new DatabaseSync(join(folder, `${schema}.db`), { readOnly: true })
  const tables = db.prepare("select name from sqlite_schema where type = 'table' order by name").all()
  const columns = tables.flatMap(({ name: table }) =>
    db
      .prepare(`pragma table_info("${table}")`)
      .all()
      .map(({ name, type, notnull, pk }) => ({
        table: String(table),
        name: String(name),
        type: String(type).toLowerCase(),
        isWanted: notnull === 1 || pk !== 0,
        isKey: pk !== 0 && !LONG_KEYS.has(String(table)),
      })),
  )
  db.close()
  return columns.filter(({ table }) => !OWN.test(table))
}

async function columnsOfDatabase(url: string, schema: Schema): Promise<Column[]> {
  const rows = await asked(
    url,
    `select c.table_name, c.column_name, c.data_type, c.is_nullable, exists (select 1
        from information_schema.table_constraints t join information_schema.key_column_usage k using (constraint_schema, constraint_name)
        where t.constraint_type = 'PRIMARY KEY' and t.table_schema = c.table_schema and t.table_name = c.table_name
        and k.column_name = c.column_name) as key
      from information_schema.columns c where c.table_schema = '${schema}'`,
  )
  return rows
    .map(({ table_name, column_name, data_type, is_nullable, key }) => ({
      table: String(table_name),
      name: String(column_name),
      type: SAME[String(data_type)] ?? String(data_type),
      isWanted: is_nullable === 'NO',
      isKey: key === true,
    }))
    .filter(({ table }) => !OWN.test(table))
}

test('both stores have the same tables, columns, types and keys', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const files = await openStore(folder, { url: null })
  await files.state()
  files.close()
  ;(await openStore(folder, { url })).close()
  for (const schema of SCHEMAS) {
    const [left, right] = [columnsOfFile(schema), await columnsOfDatabase(url, schema)].map((columns) =>
      columns.map((column) => JSON.stringify(column)).sort(),
    )
    assert.ok((left?.length ?? 0) > 15, `${schema}: hardly any column seen`)
    const only = (some: readonly string[] = [], others: readonly string[] = []): string[] =>
      some.filter((column) => !others.includes(column))
    assert.deepEqual({ only: only(left, right) }, { only: [] }, `${schema} of SQLite`)
    assert.deepEqual({ only: only(right, left) }, { only: [] }, `${schema} of PostgreSQL`)
  }
})

test('text of both is in the order of its bytes, whatever the database says', async () => {
  const url = await (await startPostgres()).makeDatabase()
  ;(await openStore(folder, { url })).close()
  const others = await asked(
    url,
    `select table_name, column_name, collation_name from information_schema.columns
      where table_schema in ('truth', 'derived', 'state') and data_type in ('text', 'character varying')
      and collation_name is distinct from 'C'`,
  )
  assert.deepEqual(others, [])
})

test('both stores come forward to the same number', () => {
  for (const schema of SCHEMAS) {
    assert.equal(Math.max(...Object.keys(STEPS[schema]).map(Number)), SCHEMA_VERSIONS[schema], schema)
  }
})
