// door: files
// What keeps a desk, and how much room that takes.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from './store.ts'

export interface StoreFacts {
  readonly engine: string // "SQLite 3.51.3"
  readonly bytes: number
  readonly journalBytes?: number // of it, what SQLite has not yet brought into its files
}

const FILES = ['truth.db', 'derived.db', 'state.db']

/** The facts of a store; a store that is no folder tells its own. */
export async function storeFacts(store: Pick<Store, 'dir' | 'plain' | 'facts'>): Promise<StoreFacts> {
  if (store.facts) return await store.facts()
  const [files, journals] = await Promise.all([
    sizeOf(store.dir, FILES),
    sizeOf(
      store.dir,
      FILES.map((file) => `${file}-wal`),
    ),
  ])
  const version = store.plain.rows('select sqlite_version() as version')[0]?.version
  return { engine: `SQLite ${version}`, bytes: files + journals, journalBytes: journals }
}

async function sizeOf(dir: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const found = await stat(join(dir, file)).catch(() => undefined) // state.db is made when first asked for
      return found?.size ?? 0
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
