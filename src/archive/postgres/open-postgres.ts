// door: database
// A desk in a PostgreSQL database, opened: the same store as the files of a folder are.
import type { Kysely } from 'kysely'
import type { Client } from 'pg'
import { ReadoutError } from '../../model/errors.ts'
import { onceSearched } from '../search/once-searched.ts'
import type { Row } from '../statement.ts'
import type { Databases, Store, StoreOptions } from '../store.ts'
import type { StoreFacts } from '../store-facts.ts'
import type { Tables } from '../tables.ts'
import { openBridge } from './bridge.ts'
import { bringForward } from './bring-forward.ts'
import { makeClient } from './make-client.ts'
import { connectOver } from './postgres-connection.ts'
import { asStoreError } from './postgres-errors.ts'
import { openPostgresView } from './postgres-view.ts'
import type { Purpose } from './sessions.ts'
import { placeOf } from './store-url.ts'

/**
 * Opens the desk in a database, making its schemas where there are none and bringing them forward where they are older.
 * Throws USAGE for a URL that is none, NOT_A_DESK, DESK_NEWER, DESK_BUSY, STORE_DAMAGED, STORE_FAILED, STORE_AWAY.
 */
export async function openPostgres(
  dir: string,
  url: string,
  { make = true, remakeDerived = false, patienceMs }: StoreOptions = {},
): Promise<Store> {
  const place = placeOf(url)
  try {
    const client = await makeClient(url, 'truth', { patienceMs })
    try {
      await refuseUnsafe(client, place)
      await bringForward(client, { place, make, remakeDerived })
    } finally {
      void client.end().catch(() => {})
    }
  } catch (error) {
    throw asStoreError(error, place)
  }
  return openConnections(dir, url, place, patienceMs)
}

const LEAST = 150_000 // 15.0

async function refuseUnsafe(client: Client, place: string): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string; fsync: string; isCopy: number }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, pg_is_in_recovery() as "isCopy"`,
  )
  const found = rows[0]
  const refuse = (what: string, cure: string): void => {
    throw new ReadoutError('STORE_FAILED', `${place}: ${what}; ${cure}`)
  }
  if (!found) return
  if (Number(found.version) < LEAST) refuse(`PostgreSQL ${found.version} is too old`, 'run 15 or newer')
  if (found.encoding !== 'UTF8') {
    const cure = 'make another with "createdb --encoding=UTF8 --template=template0 NAME"'
    refuse(`the database is encoded in ${found.encoding}, which cannot hold every text`, cure)
  }
  if (found.fsync !== 'on')
    refuse('the server runs with fsync off and may lose what was acknowledged', 'set fsync = on')
  if (found.isCopy === 1) refuse('the server is a copy that takes no writes', 'name the one that it copies')
}

const FACTS = "select current_setting('server_version') as version, pg_database_size(current_database()) as bytes"

function factsOf(row: Row | undefined): StoreFacts {
  return { engine: `PostgreSQL ${row?.version}`, bytes: Number(row?.bytes) }
}

function openConnections(dir: string, url: string, place: string, patienceMs: number | undefined): Store {
  const plain = connectOver(openBridge({ url, place }), place)
  const searching = onceSearched({ url, place })
  const closing: (() => void)[] = [() => plain.close(), () => searching.close()]
  const open = async (purpose: Purpose): Promise<Kysely<Tables>> => {
    const { kyselyOn } = await import('./postgres-dialect.ts')
    const { db, close } = kyselyOn<Tables>({ url, place, purpose, patienceMs })
    closing.push(close)
    return db
  }
  const load = async (): Promise<Databases> => {
    const { toShelf } = await import('./values.ts')
    const [truth, derived, reader] = await Promise.all([open('truth'), open('derived'), open('reader')])
    return { truth, derived, reader, toShelf }
  }
  let databases: Promise<Databases> | undefined
  let state: Promise<Kysely<Tables>> | undefined
  let diary: Promise<Kysely<Tables>> | undefined
  return {
    dir,
    url,
    plain,
    searcher: searching.open,
    kysely: () => {
      databases ??= load()
      return databases
    },
    state: () => {
      state ??= open('state')
      return state
    },
    diary: () => {
      diary ??= open('diary')
      return diary
    },
    view: () => openPostgresView(url, place),
    facts: async () => factsOf(plain.rows(FACTS)[0]),
    scrub: async (of) => (await import('./scrub-database.ts')).scrubDatabase(url, place, of),
    close() {
      for (const close of closing.splice(0)) close()
    },
  }
}
