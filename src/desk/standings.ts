// Where each claim stood when last week ended and stands when this one ends: what "changed" is measured by. What counts
// is what had been printed by then, not when it was said: a reader of last week's edition could not know more.
import type { Days } from '../model/attribution.ts'
import type { Id, Instant } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { StandingChange } from '../publish/compose.ts'
import { makeTimeline } from '../track/make-timeline.ts'
import { standingOf } from '../track/standing-of.ts'

/** One entry a claim that was printed before the week ended. What bears no date counts both before and now. */
export function standingsOf(
  { claims, appearances }: Pick<Linked, 'claims' | 'appearances'>,
  { stances }: Pick<Tracked, 'stances'>,
  { from, until }: Days,
): ReadonlyMap<Id<'claim'>, StandingChange> {
  const appearancesOf = Map.groupBy(appearances, ({ claim }) => claim)
  const stancesOf = Map.groupBy(stances, ({ claim }) => claim)
  const changes = new Map<Id<'claim'>, StandingChange>()
  for (const { id } of claims) {
    const printed = appearancesOf.get(id) ?? []
    const taken = stancesOf.get(id) ?? []
    const moments = [...printed.map(({ at }) => at), ...taken.map((stance) => stance.printed)]
    const isKnownBy = (day: string) => moments.some((moment) => moment !== undefined && moment < day)
    const standsBy = (day: string) => {
      const by = (moment: Instant | undefined) => moment === undefined || moment < day
      const events = [printed.filter(({ at }) => by(at)), taken.filter((stance) => by(stance.printed))] as const
      return standingOf(makeTimeline(id, ...events))
    }
    if (!isKnownBy(until)) continue
    changes.set(id, { ...(isKnownBy(from) && { before: standsBy(from) }), now: standsBy(until) })
  }
  return changes
}
