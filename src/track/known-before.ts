// What of a timeline was known when a day began: what had been printed before it. When it was said decides the order in which
// things happened, never when a reader could know of them. What bears no date was known on no day.
import { type Edge, isBefore } from '../model/edge.ts'
import type { Day, Instant } from '../model/id.ts'
import type { Timeline, TimelineEvent } from '../model/timeline.ts'

/** The timeline as it was known on the eve of the day. */
export function knownBefore({ claim, events }: Timeline, day: Day | Edge): Timeline {
  const isKnown = (printed: Instant | undefined): boolean => printed !== undefined && isBefore(printed, day)
  return { claim, events: events.filter((event) => isKnown(printedOf(event))) }
}

/** When an event was printed or decided; undefined where no date tells. */
export function printedOf(event: TimelineEvent): Instant | undefined {
  if (event.kind === 'appearance') return event.appearance.at
  return event.kind === 'stance' ? event.stance.printed : event.decision.at
}
