// The shelf of a desk: what linking must remember from one report to the next, read from the store when it is asked for.
// What is set stays in memory until it is kept, in the transaction that keeps what was linked with it.
import { ReadoutError } from '../model/errors.ts'
import type { Shelf } from '../model/shelf.ts'
import type { Walk } from './linked.ts'
import { makeRecent } from './make-recent.ts'
import { shortKey } from './postgres/short-key.ts'
import type { Store } from './store.ts'

/** What lies on a shelf under a key, or undefined. */
export type ShelfValue = string | Uint8Array | undefined

export interface OpenShelf extends Shelf {
  /** What was set since it was last kept. */
  changes(): ReadonlyMap<string, ShelfValue>
  /** Says that the changes are in the store now, as of this walk. */
  settle(walk: Walk): void
}

/**
 * The shelf as the walk left it. `isBlank`: what lies there is overlooked, since all is linked anew.
 * Its `get` throws Overtaken where another process has linked since.
 */
export function openShelf({ dir, plain }: Pick<Store, 'dir' | 'plain'>, before?: Walk, isBlank = !before): OpenShelf {
  const recent = makeRecent(CACHED_BYTES)
  const query = plain.prepare('select value from derived.shelf where key = ?')
  const versions = plain.prepare('select version from derived.walk')
  let changes = new Map<string, ShelfValue>()
  let version = before?.version
  let isEmpty = isBlank
  let looks = 0
  const look = (key: string): ShelfValue => {
    if (looks++ % LOOKS === 0 && versions.all([])[0]?.version !== version) throw new Overtaken(dir)
    const own = plain.kind === 'postgres' ? shortKey(key) : key
    return (query.all([own])[0]?.value as ShelfValue | null) ?? undefined
  }
  return {
    get(key) {
      if (changes.size > 0 && changes.has(key)) return changes.get(key)
      if (isEmpty) return undefined
      const known = recent.find(key)
      if (known) return known.value
      const value = look(key)
      if (isSmall(value)) recent.put(key, value)
      return value
    },
    set: (key, value) => void changes.set(key, value),
    changes: () => changes,
    settle(walk) {
      for (const [key, value] of changes) {
        if (isSmall(value)) recent.put(key, value)
        else recent.drop(key)
      }
      changes = new Map()
      version = walk.version
      looks = 0
      isEmpty = false
    },
  }
}

/** Another process linked the desk meanwhile: what this one remembers is no longer so, and it begins again from there. */
export class Overtaken extends ReadoutError {
  constructor(dir: string) {
    super('DESK_BUSY', `${dir}: another process made the ledger meanwhile; run the command again when it is done`)
  }
}

const LOOKS = 100 // after so many it is asked whether another process has linked; before anything is kept it is asked as well
const CACHED_BYTES = 64 * 2 ** 20
const SMALL_BYTES = 4096

// Buckets of the index are kept at hand by the index.
function isSmall(value: ShelfValue): boolean {
  return !(value instanceof Uint8Array) || value.byteLength <= SMALL_BYTES
}
