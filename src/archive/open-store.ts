// door: database
// The files of a desk, opened. truth.db is the backup-worthy one; derived.db can be dropped and remade; state.db, with accounts, mail
// and the diary of what is asked of the web, is made when first asked for.
import { existsSync, statSync } from 'node:fs'
import { chmod, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { ReadoutError } from '../model/errors.ts'
import { type Connection, connect } from './connection.ts'
import { hasJournal, isForReading, openForReading } from './open-for-reading.ts'
import { storeUrl } from './postgres/store-url.ts'
import { onceSearched } from './search/once-searched.ts'
import type { Searcher } from './search/open-searcher.ts'
import { openSqliteView } from './sqlite-view.ts'
import { damaged, isBusy } from './store-errors.ts'
import type { StoreFacts } from './store-facts.ts'
import { SCHEMA_VERSIONS, type Schema, type Tables } from './tables.ts'
import type { View } from './view.ts'

/** A desk's store. Loading Kysely takes longer than a whole short command may: it is loaded when first asked for. */
export interface Store {
  readonly dir: string
  /** The database that the desk is in; absent: its files are in the folder. */
  readonly url?: string
  /** Read-only, over both files: for the few questions that the short commands ask. */
  readonly plain: Connection
  /** True where folder or files may not be written: what is there can be read, nothing can be kept or made. */
  readonly isReadOnly?: boolean
  /** `truth` writes truth.db; `derived` writes derived.db and reads truth.db; `reader` reads both. */
  kysely(): Promise<Databases>
  /** Searches, on threads that are begun when first asked for. */
  searcher(): Promise<Searcher>
  /** Writes state.db, which is made and opened when first asked for: most commands never do. Throws as `openStore`. */
  state(): Promise<Kysely<Tables>>
  /** All that it holds as it is now, on a connection of its own, whatever is written meanwhile. Whoever opens it closes it. */
  view(): Promise<View>
  /**
   * The same, for the diary alone: a cut of the current may take its last lines, which spares a wait for the disk at each. The truths
   * say what had been asked by then.
   */
  diary(): Promise<Kysely<Tables>>
  /**
   * Leaves no byte of what was deleted in what the store has written. Slow: all of it is written anew. `of`: in
   * this schema alone. Throws DESK_BUSY.
   */
  scrub(of?: Schema): Promise<void>
  /** What keeps it and how large it is, where that is not told by files in its folder. */
  facts?(): Promise<StoreFacts>
  close(): void
}

export interface Databases {
  readonly truth: Kysely<Tables>
  readonly derived: Kysely<Tables>
  readonly reader: Kysely<Tables>
  /** What lies on the shelf as its column takes it; absent: as it is. */
  toShelf?(value: string | Uint8Array): string | Uint8Array
}

export interface StoreOptions {
  /** Remake derived.db where it is damaged or newer, instead of refusing. */
  readonly remakeDerived?: boolean
  /** How long to wait for another process's lock, in milliseconds; 5000 unless told. */
  readonly patienceMs?: number | undefined
  /** The database to open; null: the folder's files, whatever the environment says; absent: what the environment says. */
  readonly url?: string | null | undefined
  /** False: refuse a database that is no desk yet instead of making one. */
  readonly make?: boolean | undefined
}

// As long as SQLite itself would wait: making a file's journal does not wait by itself, and what does has waited when it fails. A desk
// whose holder was frozen while it closed a file was else waited for fifty times as long.
const PATIENCE_MS = 5000
const AGAIN_MS = 100

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

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

async function versionOf(path: string): Promise<number> {
  if (sizeOf(path) === 0) return 0
  const file = await patiently(() => connect([{ schema: 'main', path }]))
  try {
    return Number(file.rows('pragma user_version')[0]?.user_version)
  } finally {
    file.close()
  }
}

async function bringForward(schema: Schema, path: string): Promise<void> {
  const file = await patiently(() => connect([{ schema: 'main', path }]))
  try {
    const version = Number(file.rows('pragma user_version')[0]?.user_version)
    const known = SCHEMA_VERSIONS[schema]
    if (version > known) {
      const cure = 'use that Readout, or give this one another desk'
      throw new ReadoutError('DESK_NEWER', `${path}: written by a newer Readout (${version} > ${known}); ${cure}`)
    }
    if (version === known) return
    const { migrate } = await import('./migrate.ts')
    await migrate(schema, file)
  } finally {
    file.close()
  }
}

async function patiently<T>(work: () => T): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error
      await pause(AGAIN_MS)
    }
  }
}

function openReadOnly(dir: string, { truth, derived }: Files, patienceMs?: number): Store {
  const plain = openForReading(
    [
      { schema: 'derived', path: derived },
      { schema: 'truth', path: truth },
    ],
    patienceMs,
  )
  const load = async (): Promise<Databases> => {
    const { kyselyOver } = await import('./sqlite-dialect.ts')
    const reader = kyselyOver<Tables>(plain)
    return { truth: reader, derived: reader, reader }
  }
  const refuse = () => Promise.reject(new ReadoutError('STORE_FAILED', `${dir}: the desk may not be written`))
  let databases: Promise<Databases> | undefined
  const searching = onceSearched([{ schema: 'derived', path: derived, readOnly: true, isFixed: !hasJournal(derived) }])
  return {
    dir,
    plain,
    isReadOnly: true,
    searcher: searching.open,
    kysely: () => {
      databases ??= load()
      return databases
    },
    state: refuse,
    diary: refuse,
    view: async () => openSqliteView(dir, { isReadOnly: true }),
    scrub: refuse,
    close() {
      searching.close()
      plain.close()
    },
  }
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
    const connection = connect(files, patienceMs)
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
