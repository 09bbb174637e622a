// Whether the ledger lags behind. Light: a short command asks this before anything else.
import { isTouched } from '../archive/catalogue/is-touched.ts'
import { findWalk, isSameMakers } from '../archive/linked.ts'
import { headOf } from '../archive/log.ts'
import type { Desk } from './desk.ts'

/** True where something came in since the ledger was last made, where other versions made it, or where its lists lag behind. */
export function isPending({ store, makers }: Pick<Desk, 'store' | 'makers'>): boolean {
  const walk = findWalk(store)
  const head = headOf(store).number
  if (!walk) return head > 0
  return walk.linkedTo < head || !isSameMakers(walk.makers, makers) || isTouched(store)
}
