// Where a claim stands on a day. A correction or retraction decides first; then a confirmation, unless a denial came
// after it; a denial leaves the claim contested. The number of reports never counts, and silence is no answer. To turn
// an offer down is not to deny that it was made.
import type { Act } from '../model/act.ts'
import type { Day } from '../model/id.ts'
import type { Standing, Timeline, TimelineEvent } from '../model/timeline.ts'
import { dayOf } from './make-timeline.ts'

/** The standing at the end of a day, or with all that is known where no day is given. Undated events count always. */
export function standingOf({ events }: Timeline, day?: Day): Standing {
  const standing = openStanding()
  for (const [at, event] of events.entries()) {
    if (day === undefined || (dayOf(event) ?? day) <= day) standing.add(event, at)
  }
  return standing.now()
}

/** Where a claim stands by the events that are known so far. */
export interface OpenStanding {
  /** `at`: its place in the timeline; places may be added in any order. */
  add(event: TimelineEvent, at: number): void
  now(): Standing
}

export function openStanding(): OpenStanding {
  const last = new Map<Act | 'appears', number>() // place of each
  const placeOf = (act: Act | 'appears'): number => last.get(act) ?? -1
  return {
    add(event, at) {
      if (event.kind === 'decision') return
      const act = event.kind === 'appearance' ? 'appears' : event.stance.act
      last.set(act, Math.max(at, placeOf(act)))
    },
    now() {
      if (last.has('retracts')) return 'retracted'
      if (last.has('corrects')) return 'corrected'
      if (placeOf('confirms') > placeOf('denies')) return 'confirmed'
      if (last.has('denies')) return PUTTING.some((act) => last.has(act)) ? 'contested' : 'denied'
      return last.has('announces') ? 'announced' : 'reported'
    },
  }
}

const PUTTING: readonly (Act | 'appears')[] = ['appears', 'asserts', 'announces', 'confirms']
