// What hangs on a claim, a page at a time: one walk along an index, of a claim that thousands print as of any other.
import type { LinkedNouns } from '../model/linked-nouns.ts'
import type { Listed, WantedPage } from '../model/listing.ts'
import { readCursor, writeCursor } from './catalogue/cursor.ts'
import { unsought } from './catalogue/walk-lines.ts'
import type { Row } from './statement.ts'
import type { Store } from './store.ts'

/** What a claim has many of, in an order of its own. */
export type HangingNoun = 'appearance' | 'stance'

/**
 * A page of what the claim of this very id has of a noun, in the order of printing as rows stand in it. `keyOf` tells the things of one doc
 * apart: the page after one goes on from its last thing, wherever that stands meanwhile. Throws CURSOR_UNKNOWN.
 */
export function listRowsOnClaim<N extends HangingNoun>(
  store: Pick<Store, 'plain'>,
  claim: string,
  noun: N,
  keyOf: (thing: LinkedNouns[N]) => string,
  { after, limit }: WantedPage,
): Listed<LinkedNouns[N]> {
  const list = `${noun}s ${claim}`
  const thingOf = (row: Row): LinkedNouns[N] => JSON.parse(String(row.record)) as LinkedNouns[N]
  const [opened] = store.plain.rows("select sort from derived.linked where noun = 'claim' and id = ?", claim)
  const place = String(opened?.sort) // what hangs on it stands behind it: the same, a space, and a number
  const last = readCursor(list, ['string', 'string', 'string'], after)?.map(String)
  const { sort = `${place} `, isPast = false } = last
    ? findAgain(store, { claim, noun, last }, (row) => keyOf(thingOf(row)))
    : {}
  const rows = store.plain.rows(
    `select sort, doc, record from derived.linked where noun = ? and ${unsought('claim')} = ?
      and sort ${isPast ? '>' : '>='} ? and sort < ? order by sort, id limit ?`,
    ...[noun, claim, sort, `${place}!`, limit + 1],
  )
  const items = rows.slice(0, limit).map(thingOf)
  const [row, item] = [rows[limit - 1], items.at(-1)]
  if (rows.length <= limit || !row || !item) return { items }
  return { items, next: writeCursor(list, [String(row.sort), String(row.doc), keyOf(item)]) }
}

interface Last {
  readonly claim: string
  readonly noun: HangingNoun
  readonly last: readonly string[] // where it stood, its doc, and its key
}

// Where it is gone, what stands in its place now came after it.
function findAgain(
  { plain }: Pick<Store, 'plain'>,
  { claim, noun, last: [sort = '', doc, key] }: Last,
  keyOf: (row: Row) => string,
): { sort: string; isPast: boolean } {
  const sql = `select sort, record from derived.linked where doc = ? and noun = ? and ${unsought('claim')} = ?`
  const alike = plain.rows(sql, doc, noun, claim).filter((row) => keyOf(row) === key)
  const found = alike.find((row) => row.sort === sort) ?? alike[0]
  return found ? { sort: String(found.sort), isPast: true } : { sort, isPast: false }
}
