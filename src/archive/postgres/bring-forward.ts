// door: database
// A database becomes a desk here, or comes forward to what this version knows: each schema whole or not at all. Several processes
// may try at once: one does it, the others find it done. A database that holds other things is left alone.
import type { Client } from 'pg'
import { ReadoutError } from '../../model/errors.ts'
import { SCHEMA_VERSIONS, type Schema } from '../tables.ts'
import { DERIVED_STEPS } from './derived-schema.ts'
import { FUNCTIONS } from './functions.ts'
import { LOCK_SPACE, LOCKS } from './sessions.ts'
import { STATE_STEPS } from './state-schema.ts'
import { type Steps, stepsFrom } from './steps.ts'
import { TRUTH_STEPS } from './truth-schema.ts'

export const STEPS: Readonly<Record<Schema, Steps>> = {
  truth: TRUTH_STEPS,
  derived: DERIVED_STEPS,
  state: STATE_STEPS,
}

const SCHEMAS = ['truth', 'derived', 'state'] as const

export interface Forward {
  readonly place: string
  readonly make: boolean // false: refuse a database that is no desk yet
  readonly remakeDerived: boolean
}

type Numbers = Readonly<Record<Schema, number>>

/** Brings all three schemas forward. Throws NOT_A_DESK, DESK_NEWER, STORE_DAMAGED. */
export async function bringForward(client: Client, forward: Forward): Promise<void> {
  const found = await numbersOf(client)
  if (found && isCurrent(found)) return
  await client.query(`select pg_advisory_lock(${LOCK_SPACE}, ${LOCKS.making})`)
  try {
    const numbers = (await numbersOf(client)) ?? (await makeMarks(client, forward))
    const isLost = forward.remakeDerived && numbers.derived > SCHEMA_VERSIONS.derived
    for (const schema of SCHEMAS) {
      const number = isLost && schema === 'derived' ? 0 : numbers[schema]
      refuseNewer(schema, number, forward.place)
      if (number < SCHEMA_VERSIONS[schema]) await step(client, schema, number)
    }
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK_SPACE}, ${LOCKS.making})`).catch(() => {})
  }
}

function isCurrent(numbers: Numbers): boolean {
  return SCHEMAS.every((schema) => numbers[schema] === SCHEMA_VERSIONS[schema])
}

function refuseNewer(schema: Schema, number: number, place: string): void {
  const known = SCHEMA_VERSIONS[schema]
  if (number <= known) return
  const cure = 'use that Readout, or give this one another database'
  throw new ReadoutError(
    'DESK_NEWER',
    `${place}: ${schema} was written by a newer Readout (${number} > ${known}); ${cure}`,
  )
}

/** The number of each schema; 0: it is not made yet. Undefined where the database is no desk. */
export async function numbersOf(client: Client): Promise<Numbers | undefined> {
  const { rows } = await client.query<{ mark: string | null }>(
    "select to_regclass('readout.schema_number')::text as mark",
  )
  if (rows[0]?.mark === null) return undefined
  const found = await client.query<{ schema: Schema; number: number }>(
    'select schema, number from readout.schema_number',
  )
  const numbers = new Map(found.rows.map(({ schema, number }) => [schema, number]))
  return { truth: numbers.get('truth') ?? 0, derived: numbers.get('derived') ?? 0, state: numbers.get('state') ?? 0 }
}

async function makeMarks(client: Client, { place, make }: Forward): Promise<Numbers> {
  if (!make) {
    const cure = 'make one with "readout add PATH" and the same store'
    throw new ReadoutError('NOT_A_DESK', `${place}: there is no desk here; ${cure}`)
  }
  const others = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by name limit 1`,
  )
  const other = others.rows[0]?.name
  if (other !== undefined) {
    const cure = 'name an empty one'
    throw new ReadoutError('NOT_A_DESK', `${place}: the database holds other things (${other}) and no desk; ${cure}`)
  }
  await within(client, [
    'create schema readout',
    'create domain readout.words as text collate "C"',
    'create table readout.schema_number (schema text primary key, number bigint not null)',
  ])
  return { truth: 0, derived: 0, state: 0 }
}

// The functions are made again with each step: they may have been mended since.
async function step(client: Client, schema: Schema, from: number): Promise<void> {
  const { number, statements } = stepsFrom(STEPS[schema], from)
  const anew = from === 0 ? [`drop schema if exists ${schema} cascade`, `create schema ${schema}`] : []
  const mark = `insert into readout.schema_number (schema, number) values ('${schema}', ${number})
    on conflict (schema) do update set number = excluded.number`
  const at = `set local search_path = ${schema}, readout, pg_catalog`
  await within(client, [...FUNCTIONS, ...anew, at, ...statements, mark])
}

async function within(client: Client, statements: readonly string[]): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
