// door: files, clock
// A folder becomes a desk here.
import { readdir } from 'node:fs/promises'
import { hasStore, openStore } from '../archive/open-store.ts'
import { storeUrl } from '../archive/postgres/store-url.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Instant } from '../model/id.ts'
import type { Desk, Extractor, Rooms } from './desk.ts'
import { makeFolders } from './keep-file.ts'
import { rooms as ownRooms } from './rooms.ts'

export interface DeskOptions {
  readonly make?: boolean // false: refuse a folder that is no desk yet instead of making one; default true
  readonly remakeDerived?: boolean // remake derived.db where it is damaged or of a newer version
  readonly url?: string | null // the database to open; null: the folder's own files; default: what READOUT_STORE says
  readonly rooms?: Rooms
  readonly now?: () => Instant
}

/**
 * Opens the desk in a folder, or the one in a database, with a folder for what is written out; makes folder and desk where there
 * are none. Throws USAGE for a URL that is none, NOT_A_DESK, DESK_NEWER, DESK_BUSY, STORE_DAMAGED, STORE_FAILED, STORE_AWAY.
 */
export async function openDesk(dir: string, options: DeskOptions = {}): Promise<Desk> {
  const { make = true, remakeDerived = false, rooms = ownRooms, now = () => new Date().toISOString() } = options
  const { url = storeUrl() ?? null } = options
  if (url !== null) await makeFolders(dir)
  else if (!hasStore(dir)) await makeFolder(dir, make)
  const store = await openStore(dir, { remakeDerived, make, url })
  let opened: Promise<Extractor> | undefined
  return {
    dir,
    store,
    makers: rooms.makers,
    extractor: once(() => {
      const extractor = rooms.openExtractor()
      opened = extractor
      return extractor
    }),
    openReader: (terms) => rooms.openReader(terms),
    linker: once(() => rooms.loadLinker()),
    now,
    async close() {
      const extractor = opened
      opened = undefined
      try {
        await (await extractor)?.close()
      } finally {
        store.close()
      }
    },
  }
}

async function makeFolder(dir: string, make: boolean): Promise<void> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    if (error.code !== 'ENOTDIR') throw unusable(dir, error)
    throw new ReadoutError('NOT_A_DESK', `${dir}: a file, not a folder; name the folder of a desk with --desk`)
  })
  const others = names?.filter((name) => !name.startsWith('.') && name !== 'settings.json') ?? []
  if (others.length > 0) {
    const cure = 'name an empty or new folder with --desk'
    throw new ReadoutError('NOT_A_DESK', `${dir}: this folder holds other things (${others[0]}) and no desk; ${cure}`)
  }
  if (!make) {
    const cure = `make one with "readout add PATH --desk ${dir}"`
    throw new ReadoutError('NOT_A_DESK', `${dir}: there is no desk here; ${cure}`)
  }
  await makeFolders(dir).catch((error: unknown) => {
    throw unusable(dir, error)
  })
}

function unusable(dir: string, error: unknown): ReadoutError {
  const said = error instanceof Error ? error.message : String(error)
  const cure = 'name a folder that you may write to with --desk'
  return new ReadoutError('STORE_FAILED', `${dir}: cannot be opened (${said}); ${cure}`, { cause: error })
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
