// How far linking may go: up to the end of the log, or to before the first report that is not made out yet.
import { findWalk, isSameMakers } from '../../archive/linked.ts'
import { headOf } from '../../archive/log.ts'
import { lowestUnmade } from '../../archive/unread.ts'
import type { Desk } from '../desk.ts'
import { isPending } from '../is-pending.ts'
import { listRulings } from '../list-rulings.ts'

export interface Linkable {
  readonly to?: number // log number; absent: nothing new can be linked
  readonly isUnread: boolean // something is left to read
  readonly came: number // log entries since linking was last there
}

/** True where people ruled otherwise up to this log number than the ledger has it. */
export function isRuledAnew({ store }: Pick<Desk, 'store'>, to: number): boolean {
  const idsUpTo = (number: number): string =>
    listRulings(store, number)
      .map(({ id }) => id)
      .join(' ')
  return idsUpTo(to) !== idsUpTo(findWalk(store)?.linkedTo ?? 0)
}

/** How far, and what came since. Other versions link nothing before all is read: what they have would replace the ledger. */
export async function findLinkable({ store, makers }: Pick<Desk, 'store' | 'makers'>): Promise<Linkable> {
  if (!isPending({ store, makers })) return { isUnread: false, came: 0 }
  const head = headOf(store).number // before what is unmade: what comes later is for the next look
  const walk = findWalk(store)
  const linkedTo = walk?.linkedTo ?? 0
  const isSame = walk !== undefined && isSameMakers(walk.makers, makers)
  const lowest = await lowestUnmade(store, makers, isSame ? linkedTo : 0) // what is linked was made by the same
  if (lowest === undefined) return { to: head, isUnread: false, came: head - linkedTo }
  const to = Math.min(head, lowest - 1)
  const mayLink = walk === undefined || isSame
  return { isUnread: true, came: to - linkedTo, ...(mayLink && to > linkedTo && { to }) }
}
