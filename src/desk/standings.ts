// Where each claim stood when last week ended and stands when this one ends: what "changed" is measured by. What counts
// is what had been printed by then, not when it was said: a reader of last week's edition could not know more.
import type { Edge } from '../model/edge.ts'
import type { Day, Id } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { Standing } from '../model/timeline.ts'
import type { StandingChange } from '../publish/compose.ts'
import { knownBefore } from '../track/known-before.ts'
import { makeTimeline } from '../track/make-timeline.ts'
import { standingOf } from '../track/standing-of.ts'

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
    const timeline = makeTimeline(id, appearancesOf.get(id) ?? [], stancesOf.get(id) ?? [])
    const standsBy = (day: Day | Edge): Standing | undefined => {
      const known = knownBefore(timeline, day)
      return known.events.length > 0 ? standingOf(known) : undefined
    }
    const [before, now] = [standsBy(from), standsBy(until)]
    if (now) changes.set(id, { ...(before && { before }), now })
  }
  return changes
}
