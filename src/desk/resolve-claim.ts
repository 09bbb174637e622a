// What an id that was once a claim's leads to now: the claim, another that it became, or what is left to tell of it.
import { findClaim, findLinked } from '../archive/linked.ts'
import type { Claim } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { findFormerClaim } from './former-claim.ts'
import { tellDecided } from './list-ledger.ts'

export type ResolvedClaim =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'moved'; readonly to: Id<'claim'> }
  | { readonly kind: 'gone'; readonly told: string } // a decision took it away
  | { readonly kind: 'unknown' }

/** Where the id leads. Quick for a claim's own id. */
export function resolveClaim(desk: Pick<Desk, 'store'>, id: string): ResolvedClaim {
  const claim = findLinked(desk.store, 'claim', id)
  if (claim) return { kind: 'claim', claim }
  const now = findClaim(desk.store, id) ?? findFormerClaim(desk, id)
  if (now) return { kind: 'moved', to: now.claim.id }
  const told = tellDecided(desk, id)
  return told === undefined ? { kind: 'unknown' } : { kind: 'gone', told }
}
