// The order of what hangs on a claim without what it is: of a claim that thousands print a page is then a few rows by their ids.
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Store } from './store.ts'

/** Where a row stands in an order. */
export interface RowKey {
  readonly key: string
  readonly id: string // of the row
}

/** The rows of a noun on the claim of this very id, in the order of their keys. */
export function listRowKeys<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  claim: string,
  noun: N,
  keyOf: (thing: LinkedNouns[N]) => string,
): RowKey[] {
  const sql = `select id, record from derived.linked where claim = ? and noun = ?`
  return plain
    .rows(sql, claim, noun)
    .map(({ id, record }) => ({ key: keyOf(JSON.parse(String(record)) as LinkedNouns[N]), id: String(id) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The rows of these keys that are there, in their order. */
export function findRows<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  noun: N,
  keys: readonly RowKey[],
): LinkedNouns[N][] {
  const ids = JSON.stringify(keys.map(({ id }) => id))
  const sql = 'select id, record from derived.linked where noun = ? and id in (select value from json_each(?))'
  const recordOf = new Map(plain.rows(sql, noun, ids).map(({ id, record }) => [String(id), String(record)]))
  return keys.flatMap(({ id }) => {
    const record = recordOf.get(id)
    return record === undefined ? [] : [JSON.parse(record) as LinkedNouns[N]]
  })
}
