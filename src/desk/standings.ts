// Where each claim stood when last week ended and stands when this one ends: what "changed" is measured by. What counts
// is what had been printed by then, not when it was said: a reader of last week's edition could not know more.
import type { Edge } from '../model/edge.ts'
import type { Day, Id } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { StandingChange } from '../publish/compose.ts'
import { standingKnown } from '../track/standing-known.ts'

/** One entry a claim that was printed before the week ended. What bears no date was known in no week. */
export function standingsOf(
  { claims, appearances }: Pick<Linked, 'claims' | 'appearances'>,
  { stances }: Pick<Tracked, 'stances'>,
  { from, until }: { readonly from: Day | Edge; readonly until: Day | Edge },
): ReadonlyMap<Id<'claim'>, StandingChange> {
  const appearancesOf = Map.groupBy(appearances, ({ claim }) => claim)
  const stancesOf = Map.groupBy(stances, ({ claim }) => claim)
  const changes = new Map<Id<'claim'>, StandingChange>()
  for (const { id } of claims) {
    const grounds = { claim: id, appearances: appearancesOf.get(id) ?? [], stances: stancesOf.get(id) ?? [] }
    const [before, now] = [standingKnown(grounds, from), standingKnown(grounds, until)]
    if (now) changes.set(id, { ...(before && { before }), now })
  }
  return changes
}
