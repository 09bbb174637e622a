// door: database
// A view of a desk's database: a connection of its own, with a read transaction that holds all three schemas as they are.
import type { Client } from 'pg'
import type { Row } from '../statement.ts'
import type { Schema } from '../tables.ts'
import { PASSING, type Table, type View } from '../view.ts'
import { makeClient } from './make-client.ts'
import { asStoreError } from './postgres-errors.ts'
import { toPostgres } from './to-postgres.ts'
import { toParameter } from './values.ts'

/** Opens the view. `place`: the database as errors name it. Throws STORE_AWAY, STORE_FAILED. */
export async function openPostgresView(url: string, place: string): Promise<View> {
  const client = await makeClient(url, 'reader').catch((error: unknown) => {
    throw asStoreError(error, place)
  })
  const rows = async (sql: string, ...parameters: readonly unknown[]): Promise<Row[]> => {
    try {
      return (await client.query<Row>(toPostgres(sql), parameters.map(toParameter))).rows
    } catch (error) {
      throw asStoreError(error, place)
    }
  }
  try {
    await rows('begin isolation level repeatable read read only')
    await rows('select 1') // from here on nothing changes under it
  } catch (error) {
    await end(client)
    throw error
  }
  return {
    version: async (schema) =>
      Number((await rows('select number from readout.schema_number where schema = ?', schema))[0]?.number ?? 0),
    tables: (schema) => tablesIn(rows, schema),
    searchTables: () => Promise.resolve([]), // what search needs lies in columns of the database's own
    rows,
    close: () => end(client),
  }
}

/** The tables of a schema, asked on some connection. Throws where nothing is known that tells the rows of one apart. */
export async function tablesIn(rows: View['rows'], schema: Schema): Promise<Table[]> {
  const listed = await rows(TABLES, schema)
  const names = [...new Set(listed.map(({ name }) => String(name)))].filter((name) => !PASSING.has(name))
  return names.map((name): Table => {
    const own = listed.filter((row) => row.name === name)
    const columns = own.map((row) => String(row.column)).sort()
    const found = own.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place))
    const key = found.length > 0 ? found.map((row) => String(row.column)) : KEYS[`${schema}.${name}`]
    if (!key) throw new Error(`${schema}.${name} has no primary key: say in KEYS what tells its rows apart`)
    return { schema, name, columns, key }
  })
}

// Of tables whose rows a hash keeps apart here, the primary key that they have on SQLite; of an epoch, which is one row, its column.
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'state.address': ['url'],
  'state.find': ['source', 'url'],
  'derived.claim_epoch': ['epoch'],
}

async function end(client: Client): Promise<void> {
  await client.end().catch(() => {}) // and its transaction with it
}

// Each column of each table, and its place in the key that tells rows apart.
const TABLES = `select t.relname as name, a.attname as column, array_position(k.conkey::int2[], a.attnum) as place
  from pg_class t
  join pg_namespace n on n.oid = t.relnamespace
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
  where n.nspname = ? and t.relkind = 'r' and t.relname !~ '^(kysely_|search_)'
  order by t.relname collate "C", a.attnum`
