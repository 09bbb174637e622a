// What the store of a desk offers, whether it lies in files or in a database.
import type { Kysely } from 'kysely'
import type { Connection } from './connection.ts'
import type { Searcher } from './search/open-searcher.ts'
import type { StoreFacts } from './store-facts.ts'
import type { Schema, Tables } from './tables.ts'
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
