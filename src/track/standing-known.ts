// Where a claim stood by what had been printed before a day. The order of its events is looked for only where it decides: whether a
// confirmation came after a denial.
import type { Appearance } from '../model/claim.ts'
import { type Edge, isBefore } from '../model/edge.ts'
import type { Day, Id, Instant } from '../model/id.ts'
import type { Stance, Standing, TimelineEvent } from '../model/timeline.ts'
import { knownBefore } from './known-before.ts'
import { makeTimeline } from './make-timeline.ts'
import { standingOf } from './standing-of.ts'

interface Grounds {
  readonly claim: Id<'claim'>
  readonly appearances: readonly Appearance[] // of this claim, like the stances
  readonly stances: readonly Stance[]
}

/** As `standingOf` the timeline that was known on the eve of the day; undefined where nothing of it was. */
export function standingKnown({ claim, appearances, stances }: Grounds, day: Day | Edge): Standing | undefined {
  const isKnown = (printed: Instant | undefined): boolean => printed !== undefined && isBefore(printed, day)
  const put = appearances.filter(({ at }) => isKnown(at))
  const taken = stances.filter(({ printed }) => isKnown(printed))
  if (put.length + taken.length === 0) return undefined
  const isOrdered = taken.some(({ act }) => act === 'confirms') && taken.some(({ act }) => act === 'denies')
  if (isOrdered) return standingOf(knownBefore(makeTimeline(claim, appearances, stances), day))
  const events = [...put.slice(0, 1).map(asAppearance), ...taken.map(asStance)]
  return standingOf({ claim, events })
}

function asAppearance(appearance: Appearance): TimelineEvent {
  return { kind: 'appearance', appearance }
}

function asStance(stance: Stance): TimelineEvent {
  return { kind: 'stance', stance }
}
