// A page of a list that is in memory whole, by the key of the last thing on the page before: what came or went meanwhile
// neither doubles nor skips anything.
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'

interface Keyed<T> {
  readonly list: string // its name: a cursor of another list is refused
  keyOf(thing: T): string // in the order of the list
}

/** The page. Throws CURSOR_UNKNOWN where the cursor is none of this list. */
export function pageOf<T>(all: readonly T[], { after, limit }: WantedPage, { list, keyOf }: Keyed<T>): Listed<T> {
  const [key] = readCursor(list, ['string'], after) ?? []
  const from = key === undefined ? 0 : countUpTo(all, String(key), keyOf)
  const items = all.slice(from, from + limit)
  const last = items.at(-1)
  const isLast = from + limit >= all.length || last === undefined
  return isLast ? { items } : { items, next: writeCursor(list, [keyOf(last)]) }
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
