// What was said, drawn by places in the order of ids. An id is a digest, so that a place drawn by chance leads to a thing by
// chance: which one has nothing to do with what it says.
import type { SaidLine } from '../../model/listing.ts'
import type { Store } from '../store.ts'
import { asSaidLines, PLACES } from './said-lines.ts'

/** Of each place the first thing from there on, the last ids followed by the first ones. Where little was said, some twice. */
export function drawSaid(
  store: Pick<Store, 'plain'>,
  places: readonly string[],
): { readonly place: string; readonly line: SaidLine }[] {
  const select = `select s.*, r.doc, r.name from derived.said s join derived.report_line r on r.first = s.n / ${PLACES}`
  const rows = places.flatMap((place) => {
    const [row] = store.plain.rows(`${select} where s.attribution >= ? order by s.attribution limit 1`, place)
    return row ? [row] : store.plain.rows(`${select} order by s.attribution limit 1`)
  })
  return asSaidLines(store, rows).map((line, at) => ({ place: places[at] ?? '', line }))
}
