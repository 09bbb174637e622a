// door: database
// An empty desk in a database filled with the rows of another store, in one transaction: it is all there or nothing is. What looks
// after rows that come one by one (triggers, references, indexes) is taken off meanwhile and put back before the end.
import { Kysely, PostgresDialect } from 'kysely'
import { ReadoutError } from '../../model/errors.ts'
import type { Row } from '../statement.ts'
import type { Tables } from '../tables.ts'
import type { Table, View } from '../view.ts'
import { makeClient } from './make-client.ts'
import { asStoreError } from './postgres-errors.ts'
import { tablesIn } from './postgres-view.ts'
import { LOCK_SPACE, LOCKS } from './sessions.ts'
import { toPostgres } from './to-postgres.ts'
import { toParameter, toShelf } from './values.ts'

/** A database on its way. */
export interface DatabaseFilling {
  /** Puts in rows of a table, in any number of calls. */
  add(table: Pick<Table, 'schema' | 'name' | 'columns'>, rows: readonly Row[]): Promise<void>
  /** Puts back what was taken off, but for the indexes of words. */
  restore(): Promise<void>
  /** What has been filled so far, asked within the same transaction. */
  readonly view: Pick<View, 'tables' | 'rows'>
  readonly db: Kysely<Tables>
  /** Puts these back as well; from here on it is there, for everybody. */
  commit(): Promise<void>
  /** Gives it up where it was not committed. */
  close(): Promise<void>
}

const HOURS = 12 // that an index of the largest desk may take
const SCHEMAS = ['truth', 'derived', 'state'] as const

/** Begins to fill the desk in a database, which must be there and hold nothing. Throws NOT_A_DESK, STORE_AWAY, STORE_FAILED. */
export async function openDatabaseFilling(url: string, place: string): Promise<DatabaseFilling> {
  const client = await makeClient(url, 'truth', { statementMs: HOURS * 3600 * 1000 }).catch((error: unknown) => {
    throw asStoreError(error, place)
  })
  const query = async (sql: string, parameters: readonly unknown[] = []): Promise<{ rows: Row[] }> => {
    try {
      return await client.query<Row>(toPostgres(sql), parameters.map(toParameter))
    } catch (error) {
      throw asStoreError(error, place)
    }
  }
  const rows: View['rows'] = async (sql, ...parameters) => (await query(sql, parameters)).rows
  const close = async (): Promise<void> => {
    await client.end().catch(() => {}) // and its transaction with it
  }
  try {
    await query('begin')
    for (const lock of [LOCKS.truth, LOCKS.derived, LOCKS.state]) {
      await query(`select pg_advisory_xact_lock(${LOCK_SPACE}, ${lock})`)
    }
    await mustBeEmpty(rows, place)
    const off = await takeOff(rows)
    return {
      add: async (table, some) => {
        for (const statement of insertsOf(table, some)) await query(statement.sql, statement.parameters)
      },
      async restore() {
        for (const sql of off) if (!SEARCH.test(sql)) await query(sql)
        await countOn(rows)
      },
      view: { tables: (schema) => tablesIn(rows, schema), rows },
      db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(query) }) }),
      async commit() {
        for (const sql of off) if (SEARCH.test(sql)) await query(sql) // filled by now
        await query('analyze') // whoever asks next finds its way
        await query('commit')
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

// What was made with the tables themselves, and what a server writes that only ran: all else is somebody's.
async function mustBeEmpty(rows: View['rows'], place: string): Promise<void> {
  for (const schema of SCHEMAS) {
    for (const { name } of await tablesIn(rows, schema)) {
      if (MADE.has(`${schema}.${name}`)) continue
      if ((await rows(`select 1 as one from ${schema}."${name}" limit 1`)).length === 0) continue
      const cure = 'nothing is ever written over: name an empty database'
      throw new ReadoutError(
        'NOT_A_DESK',
        `${place}: the desk there holds something already (${schema}.${name}); ${cure}`,
      )
    }
  }
  for (const table of MADE) await rows(`delete from ${table}`)
}

const MADE = new Set(['derived.catalogue_count', 'derived.claim_epoch'])

// By name, so that nothing rests on how the tables were made. What keeps a key is left on: it says when a row comes twice.
async function takeOff(rows: View['rows']): Promise<string[]> {
  const off = await rows(TAKEN_OFF)
  for (const { drop } of off) await rows(String(drop))
  return off.map(({ make }) => String(make)).reverse()
}

const SEARCH = / on derived\.search_/i

const OURS = `n.nspname in ('truth', 'derived', 'state')`
const TAKEN_OFF = `
  select 1 as step, format('alter table %I.%I disable trigger user', n.nspname, t.relname) as drop,
    format('alter table %I.%I enable trigger user', n.nspname, t.relname) as make
  from pg_class t join pg_namespace n on n.oid = t.relnamespace where ${OURS} and t.relkind = 'r'
    and exists (select 1 from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal)
  union all
  select 2, format('alter table %I.%I drop constraint %I', n.nspname, t.relname, k.conname),
    format('alter table %I.%I add constraint %I %s', n.nspname, t.relname, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
    where ${OURS} and k.contype = 'f'
  union all
  select 3, format('drop index %I.%I', n.nspname, t.relname), pg_get_indexdef(i.indexrelid)
  from pg_index i join pg_class t on t.oid = i.indexrelid join pg_namespace n on n.oid = t.relnamespace
    where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by step`

const PARAMETERS = 30_000 // a statement; the driver has room for 65,535
const BYTES = 8 * 2 ** 20

function* insertsOf(
  { schema, name, columns }: Pick<Table, 'schema' | 'name' | 'columns'>,
  rows: readonly Row[],
): Generator<{ sql: string; parameters: unknown[] }> {
  const isShelf = schema === 'derived' && name === 'shelf'
  const into = `insert into ${schema}."${name}" (${columns.map((column) => `"${column}"`).join(', ')})`
  let parameters: unknown[] = []
  let bytes = 0
  const made = (): { sql: string; parameters: unknown[] } => {
    const row = `(${columns.map(() => '?').join(', ')})`
    const sql = `${into} values ${Array.from({ length: parameters.length / columns.length }, () => row).join(', ')}`
    return { sql, parameters }
  }
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column]
      const isKept = isShelf && column === 'value' && (typeof value === 'string' || value instanceof Uint8Array)
      parameters.push(isKept ? toShelf(value) : value)
      bytes += typeof value === 'string' ? value.length : value instanceof Uint8Array ? value.byteLength : 8
    }
    if (parameters.length + columns.length < PARAMETERS && bytes < BYTES) continue
    yield made()
    parameters = []
    bytes = 0
  }
  if (parameters.length > 0) yield made()
}

// Numbers that the database gives out go on behind those that came.
async function countOn(rows: View['rows']): Promise<void> {
  const columns = await rows(`select format('%I.%I', n.nspname, t.relname) as table, a.attname as column
    from pg_attribute a join pg_class t on t.oid = a.attrelid join pg_namespace n on n.oid = t.relnamespace
    where ${OURS} and a.attidentity <> ''`)
  for (const { table, column } of columns) {
    await rows(`select setval(pg_get_serial_sequence('${table}', '${column}'), max("${column}")) from ${table}
      having max("${column}") is not null`)
  }
}

// The one connection, as a pool that gives out nothing else.
function poolOf(query: (sql: string, parameters?: readonly unknown[]) => Promise<unknown>) {
  const client = { query: query as never, release() {} }
  return { options: {}, connect: () => Promise.resolve(client), end: () => Promise.resolve() }
}
