// What is new on a desk since it was last looked at, for whoever watches: a few cheap questions, however large the desk.
import { lastDecision } from '../../archive/keep-decision.ts'
import { findWalk } from '../../archive/linked.ts'
import { headOf } from '../../archive/log.ts'
import type { Desk } from '../desk.ts'
import { listDecisionsAfter, type ToldDecision } from './api-decisions.ts'

/** How far the desk had come. */
export interface Seen {
  readonly number: number // of the log
  readonly version: number // of the walk
}

/** What came since. */
export interface News {
  readonly seen: Seen
  readonly decisions: readonly ToldDecision[]
  readonly captures: number
  readonly isLinked: boolean // the ledger was made anew, in part or whole
}

/** How far the desk has come. Two cheap queries. */
export function lookAtDesk({ store }: Pick<Desk, 'store'>): Seen {
  return { number: headOf(store).number, version: findWalk(store)?.version ?? 0 }
}

/** What came since. Where nothing did, two cheap queries. */
export function listNews(desk: Pick<Desk, 'store'>, since: Seen): News {
  const seen = lookAtDesk(desk)
  const hasDecisions = seen.number > since.number && lastDecision(desk.store) > since.number
  const decisions = hasDecisions ? listDecisionsAfter(desk, since.number) : []
  const captures = Math.max(0, seen.number - since.number - decisions.length)
  return { seen, decisions, captures, isLinked: seen.version !== since.version }
}
