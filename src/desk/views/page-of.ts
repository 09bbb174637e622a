// A page of a list that is in memory whole, by the key of the last thing on the page before: what came or went meanwhile
// neither doubles nor skips anything.
import { ReadoutError } from '../../model/errors.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'

interface Keyed<T> {
  readonly list: string // its name: a cursor of another list is refused
  keyOf(thing: T): string // in the order of the list
}

/** The page. Throws CURSOR_UNKNOWN where the cursor is none of this list. */
export function pageOf<T>(all: readonly T[], { after, limit }: WantedPage, { list, keyOf }: Keyed<T>): Listed<T> {
  const key = after === undefined ? undefined : openCursor(after, list)
  const from = key === undefined ? 0 : countUpTo(all, key, keyOf)
  const items = all.slice(from, from + limit)
  const last = items.at(-1)
  const isLast = from + limit >= all.length || last === undefined
  return isLast ? { items } : { items, next: makeCursor(list, keyOf(last)) }
}

/** The cursor that leads on after this key. */
export function makeCursor(list: string, key: string): string {
  return Buffer.from(JSON.stringify([list, key])).toString('base64url')
}

/** The key in a cursor. Throws CURSOR_UNKNOWN where it is none of this list. */
export function openCursor(cursor: string, list: string): string {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === 2 && parts[0] === list && typeof parts[1] === 'string') return parts[1]
  } catch {
    // told below: whatever is wrong with it, the cure is one
  }
  throw new ReadoutError('CURSOR_UNKNOWN', 'this cursor is none of this list; leave `after` out and begin again')
}

// How many stand up to the key, by halving: the list is in the order of its keys.
function countUpTo<T>(all: readonly T[], key: string, keyOf: (thing: T) => string): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const thing = all[middle]
    if (thing !== undefined && keyOf(thing) <= key) low = middle + 1
    else high = middle
  }
  return low
}
