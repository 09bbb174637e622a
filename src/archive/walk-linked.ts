// All of one noun that was linked, some at a time: of what everybody says there are millions.
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Store } from './store.ts'

const PAGE = 500

/** Everything of this noun, in the order of the desk. What changes meanwhile may be left out, or come as it is then. */
export function* walkLinked<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  noun: N,
  limit = PAGE,
): Generator<LinkedNouns[N]> {
  for (let [sort, id] = ['', '']; ; ) {
    const rows = plain.rows(
      'select sort, id, record from derived.linked where noun = ? and (sort, id) > (?, ?) order by sort, id limit ?',
      noun,
      sort,
      id,
      limit,
    )
    for (const { record } of rows) yield JSON.parse(String(record)) as LinkedNouns[N]
    const last = rows.at(-1)
    if (last === undefined || rows.length < limit) return
    ;[sort, id] = [String(last.sort), String(last.id)]
  }
}
