// How much there is of everything, for headings: counted anew only when something was linked since.
import { type Counts, countOf } from '../../archive/catalogue/count-of.ts'
import { isTouched } from '../../archive/catalogue/is-touched.ts'
import { findWalk } from '../../archive/linked.ts'
import type { Desk } from '../desk.ts'

/** The totals as they are. */
export async function totalsOf(store: Desk['store']): Promise<Counts> {
  const version = findWalk(store)?.version ?? 0
  const last = known.get(store)
  if (last?.version === version) return last.counts
  const counts = await countOf(store)
  if (!isTouched(store)) known.set(store, { version, counts })
  return counts
}

const known = new WeakMap<Desk['store'], { readonly version: number; readonly counts: Counts }>()
