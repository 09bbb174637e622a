// What takes long and is asked for again and again, of the whole desk, a claim or a person, is made once for each state of the desk: as
// long as its tag is the same, the same questions have the same answers. Little is kept, and nothing of a state before. What is of one
// kind has a place of its own: whoever walks long lists pushes no page out.
import type { Store } from '../archive/store.ts'
import { tagOfDesk } from './tag-of-desk.ts'

// How much of each kind is kept. A part of a claim weighs as many as the reports that print it: each takes a kilobyte or two of it, so
// the claims of a week that all look at are kept, or a few that thousands print.
const KEPT = {
  pages: 50, // some hundred lines each
  people: 50, // likewise
  feeds: 20, // a hundred entries each
  steps: 20_000, // of the timelines of claims
  origins: 20_000, // of claims
  reasons: 20_000, // for these
}

/** A place of its own for what is of one kind. */
export type KeptKind = keyof typeof KEPT

interface Made {
  readonly value: Promise<unknown>
  readonly weight: number
}

interface Kept {
  readonly tag: string
  readonly made: Readonly<Record<KeptKind, Map<string, Made>>>
}

const keptOf = new WeakMap<Store, Kept>()

/**
 * What `make` gives, or gave under this key since the desk last changed; it must read nothing but the store and its key. While
 * lines of the catalogue are being written it is made each time. What failed is tried again.
 */
export function onceAState<T>(
  store: Store,
  key: string,
  make: () => Promise<T>,
  { kind = 'pages', weight = 1 }: { readonly kind?: KeptKind; readonly weight?: number } = {},
): Promise<T> {
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
  const value = made.get(key)?.value ?? make()
  value.catch(() => made.delete(key))
  made.delete(key) // last to go again
  made.set(key, { value, weight })
  let held = 0
  for (const one of made.values()) held += one.weight
  for (const [oldest, one] of made) {
    if (held <= KEPT[kind] || oldest === key) break
    made.delete(oldest)
    held -= one.weight
  }
  return value as Promise<T>
}
