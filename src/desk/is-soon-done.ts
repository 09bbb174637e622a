// Whether what is left to make keeps nobody waiting: else a desk is served as it is, and is brought forward meanwhile.
import { isTouched } from '../archive/catalogue/is-touched.ts'
import { findWalk, isSameMakers } from '../archive/linked.ts'
import { headOf } from '../archive/log.ts'
import { countUnmade } from '../archive/unread.ts'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'

const FEW = 300 // log entries: a minute or two on a slow machine
const FEW_LINES = 10_000 // of lists, which another version may write anew: some 20 seconds

/** True where few entries of the log are left to read and to link, and few lines of lists to write. What is unread is counted only where few can be. */
export function isSoonDone({ store, makers }: Pick<Desk, 'store' | 'makers'>): boolean {
  if (!isPending({ store, makers })) return true
  const walk = findWalk(store)
  const isSame = walk !== undefined && isSameMakers(walk.makers, makers) // other versions link all of it anew
  if (isTouched(store, FEW_LINES)) return false
  return headOf(store).number - (isSame ? walk.linkedTo : 0) <= FEW && countUnmade(store, makers) <= FEW
}
