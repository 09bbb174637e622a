// What an id that was once a claim's leads to now: the claim, another that it became, or what is left to tell of it.
import { findNow } from '../archive/catalogue/former.ts'
import { listDecisionsOn } from '../archive/decisions-on.ts'
import { findLinked } from '../archive/linked.ts'
import type { Claim } from '../model/claim.ts'
import { targetsOf } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import { WORDS } from '../publish/interface-words.ts'
import type { Desk } from './desk.ts'

export type ResolvedClaim =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'moved'; readonly to: Id<'claim'> }
  | { readonly kind: 'gone'; readonly told: string } // a decision was about it
  | { readonly kind: 'unknown' }

/** Where the id leads. A few lookups. */
export function resolveClaim({ store }: Pick<Desk, 'store'>, id: string): ResolvedClaim {
  const claim = findLinked(store, 'claim', id)
  if (claim) return { kind: 'claim', claim }
  const now = findLinked(store, 'claim', findNow(store, 'claim', id) ?? '')
  if (now) return { kind: 'moved', to: now.id }
  const about = listDecisionsOn(store, [id]).findLast(({ decision }) =>
    targetsOf(decision.ruling).some((target) => target.noun === 'claim' && target.id === id),
  )
  return about ? { kind: 'gone', told: WORDS.claim.gone(about.number, about.decision) } : { kind: 'unknown' }
}
