// How far linking may go: up to the end of the log, or to before the first report that is not made out yet.
import { findWalk, isSameMakers } from '../../archive/linked.ts'
import { headOf } from '../../archive/log.ts'
import { lowestUnmade } from '../../archive/unread.ts'
import type { Desk } from '../desk.ts'
import { isPending } from '../is-pending.ts'

export interface Linkable {
  readonly to: number // log number
  readonly isAll: boolean // nothing is left to read
  readonly came: number // log entries since linking was last there
}

/** Undefined where there is nothing new to link. Other versions link nothing before all is read: what they have would replace the ledger. */
export async function findLinkable({ store, makers }: Pick<Desk, 'store' | 'makers'>): Promise<Linkable | undefined> {
  if (!isPending({ store, makers })) return undefined
  const head = headOf(store).number // before what is unmade: what comes later is for the next look
  const lowest = await lowestUnmade(store, makers)
  const walk = findWalk(store)
  const isSame = walk === undefined || isSameMakers(walk.makers, makers)
  const to = lowest === undefined ? head : Math.min(head, lowest - 1)
  if (lowest !== undefined && (!isSame || to <= (walk?.linkedTo ?? 0))) return undefined
  return { to, isAll: lowest === undefined, came: to - (walk?.linkedTo ?? 0) }
}
