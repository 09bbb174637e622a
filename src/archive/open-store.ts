// door: database
// The files of a desk, opened. truth.db is the backup-worthy one; derived.db can be dropped and remade; state.db, with accounts, mail
// and the diary of what is asked of the web, is made when first asked for.
import { existsSync } from 'node:fs'
import { chmod, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { ReadoutError } from '../model/errors.ts'
import { bringForward, sizeOf, versionOf } from './bring-forward.ts'
import { type Connection, connect } from './connection.ts'
import { isForReading } from './open-for-reading.ts'
import { openReadOnly } from './open-read-only.ts'
import { storeUrl } from './postgres/store-url.ts'
import { onceSearched } from './search/once-searched.ts'
import { openSqliteView } from './sqlite-view.ts'
import type { Databases, Store, StoreOptions } from './store.ts'
import { damaged } from './store-errors.ts'
import type { Tables } from './tables.ts'

/**
 * Opens the store of an existing folder, making its files where there are none and migrating them where they are older; or the
 * desk in the database that is named. Throws DESK_NEWER, DESK_BUSY, STORE_DAMAGED, STORE_FAILED.
 */
export async function openStore(dir: string, options: StoreOptions = {}): Promise<Store> {
  const { remakeDerived = false, patienceMs, url = storeUrl() ?? null } = options
  if (url !== null) {
    const { openPostgres } = await import('./postgres/open-postgres.ts')
    return openPostgres(dir, url, options)
  }
  const truth = join(dir, 'truth.db')
  const derived = join(dir, 'derived.db')
  if (isForReading([truth, derived])) return openReadOnly(dir, { truth, derived }, patienceMs)
  const hasDerived = sizeOf(derived) > 0 // before truth is looked at: another process may be making both, truth first
  if (hasDerived && (await versionOf(truth)) === 0) {
    throw damaged(truth, 'it is missing or empty, yet derived.db holds what was made from it')
  }
  await bringForward('truth', truth)
  try {
    await bringForward('derived', derived)
  } catch (error) {
    if (!remakeDerived || !isLost(error)) throw error
    for (const end of ['', '-wal', '-shm']) await rm(derived + end, { force: true })
    await bringForward('derived', derived)
  }
  return openConnections(dir, { truth, derived }, patienceMs)
}

/** True where the folder holds a desk's files, whole or harmed. */
export function hasStore(dir: string): boolean {
  return existsSync(join(dir, 'truth.db')) || existsSync(join(dir, 'derived.db'))
}

function isLost(error: unknown): boolean {
  return error instanceof ReadoutError && (error.code === 'STORE_DAMAGED' || error.code === 'DESK_NEWER')
}

// It holds what passwords and tokens are tried against. Its owner and their group keep what they may do.
async function hideFromOthers(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o007) !== 0) await chmod(path, mode & 0o770).catch(() => {}) // another's file: theirs to hide
}

interface Files {
  readonly truth: string
  readonly derived: string
}

function openConnections(dir: string, { truth, derived }: Files, patienceMs?: number): Store {
  const opened: Connection[] = []
  const open = (...files: Parameters<typeof connect>[0]): Connection => {
    const connection = connect(files, { ...(patienceMs !== undefined && { patienceMs }) })
    opened.unshift(connection) // closed last in, first out: the last to close truth.db must be able to write it
    return connection
  }
  const searching = onceSearched([{ schema: 'derived', path: derived, readOnly: true }])
  const close = (): void => {
    searching.close()
    for (const connection of opened.splice(0)) connection.close()
  }
  try {
    const truthFile = open({ schema: 'truth', path: truth })
    const derivedFile = open({ schema: 'derived', path: derived }, { schema: 'truth', path: truth, readOnly: true })
    const plain = open(
      { schema: 'derived', path: derived, readOnly: true },
      { schema: 'truth', path: truth, readOnly: true },
    )
    let databases: Promise<Databases> | undefined
    const load = async (): Promise<Databases> => {
      const { kyselyOver } = await import('./sqlite-dialect.ts')
      return { truth: kyselyOver(truthFile), derived: kyselyOver(derivedFile), reader: kyselyOver(plain) }
    }
    const loadState = async (isForgetful: boolean): Promise<Kysely<Tables>> => {
      const path = join(dir, 'state.db')
      await bringForward('state', path)
      await hideFromOthers(path)
      const { kyselyOver } = await import('./sqlite-dialect.ts')
      return kyselyOver(open({ schema: 'state', path, isForgetful }))
    }
    let state: Promise<Kysely<Tables>> | undefined
    let diary: Promise<Kysely<Tables>> | undefined
    return {
      dir,
      plain,
      searcher: searching.open,
      kysely: () => {
        databases ??= load()
        return databases
      },
      state: () => {
        state ??= loadState(false)
        return state
      },
      view: async () => openSqliteView(dir),
      diary: () => {
        diary ??= loadState(true)
        return diary
      },
      scrub: async (of) => (await import('./scrub-files.ts')).scrubFiles(dir, of),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
