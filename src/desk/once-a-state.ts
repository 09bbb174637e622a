// What takes long and is asked for again and again, of the whole desk, a claim or a person, is made once for each state of the desk: as
// long as its tag is the same, the same questions have the same answers. Little is kept, and nothing of a state before. What is of one
// kind has a place of its own: whoever walks long lists pushes no page out.
import type { Store } from '../archive/store.ts'
import { keepLast } from '../model/keep-last.ts'
import { tagOfDesk } from './tag-of-desk.ts'

const KEPT = {
  pages: 50, // some hundred lines each
  people: 50, // likewise
  feeds: 20, // a hundred entries each
  steps: 12, // of the timeline of one claim: up to some megabytes each
  origins: 20, // of one claim: up to some hundred kilobytes each
  reasons: 6, // of the origins of one claim: up to some megabytes each
}

/** A place of its own for what is of one kind. */
export type KeptKind = keyof typeof KEPT

interface Kept {
  readonly tag: string
  readonly made: Readonly<Record<KeptKind, Map<string, Promise<unknown>>>>
}

const keptOf = new WeakMap<Store, Kept>()

/**
 * What `make` gives, or gave under this key since the desk last changed; it must read nothing but the store and its key. While
 * lines of the catalogue are being written it is made each time. What failed is tried again.
 */
export function onceAState<T>(store: Store, key: string, make: () => Promise<T>, kind: KeptKind = 'pages'): Promise<T> {
  const tag = tagOfDesk({ store })
  if (tag === undefined) return make()
  let kept = keptOf.get(store)
  if (kept?.tag !== tag) {
    kept = {
      tag,
      made: {
        pages: new Map(),
        people: new Map(),
        feeds: new Map(),
        steps: new Map(),
        origins: new Map(),
        reasons: new Map(),
      },
    }
    keptOf.set(store, kept)
  }
  const made = kept.made[kind]
  const known = made.get(key) ?? make()
  known.catch(() => made.delete(key))
  return keepLast(made, { key, value: known, most: KEPT[kind] }) as Promise<T>
}
