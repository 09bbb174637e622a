// The events of one claim in the order in which they happened: by when it was said, else by when it was printed. The
// order of arrival plays no part, so an old report that turns up late takes its place.
import type { Appearance } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Stance, Timeline, TimelineEvent } from '../model/timeline.ts'

/** The timeline of a claim. Undated events stand at the end; equal days are told apart by printing, then by id. */
export function makeTimeline(
  claim: Id<'claim'>,
  appearances: readonly Appearance[],
  stances: readonly Stance[],
): Timeline {
  const events: TimelineEvent[] = [
    ...appearances
      .filter((appearance) => appearance.claim === claim)
      .map((appearance) => ({ kind: 'appearance', appearance }) as const),
    ...stances.filter((stance) => stance.claim === claim).map((stance) => ({ kind: 'stance', stance }) as const),
  ]
  const keyed = events.map((event) => ({ event, key: keyOf(event) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return { claim, events: keyed.map(({ event }) => event) }
}

/** The day of an event, 2024-02-14: said, else printed; undefined where neither is known. */
export function dayOf(event: TimelineEvent): string | undefined {
  if (event.kind === 'appearance') return event.appearance.at?.slice(0, 10)
  if (event.kind === 'decision') return event.decision.at.slice(0, 10)
  return event.stance.said?.from ?? event.stance.printed?.slice(0, 10)
}

const UNDATED = '9999'

function keyOf(event: TimelineEvent): string {
  const day = dayOf(event) ?? UNDATED
  if (event.kind === 'decision') return [day, event.decision.at, 'decision', event.decision.id].join(' ')
  if (event.kind === 'appearance') {
    const { at = UNDATED, doc, evidence, id } = event.appearance
    return [day, at, 'appearance', doc, pad(evidence.span.start), id].join(' ')
  }
  const { printed = UNDATED, doc, evidence, attribution, holder, act } = event.stance
  return [day, printed, 'stance', doc, pad(evidence.span.start), attribution, holder, act].join(' ')
}

function pad(offset: number): string {
  return String(offset).padStart(9, '0')
}
