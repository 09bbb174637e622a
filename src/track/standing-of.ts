// Where a claim stands on a day. A correction or retraction decides first; then a confirmation, unless a denial came
// after it; a denial leaves the claim contested. The number of reports never counts, and silence is no answer. To turn
// an offer down is not to deny that it was made.
import type { Act } from '../model/act.ts'
import type { Day } from '../model/id.ts'
import type { Standing, Timeline } from '../model/timeline.ts'
import { dayOf } from './make-timeline.ts'

/** The standing at the end of a day, or with all that is known where no day is given. Undated events count always. */
export function standingOf({ events }: Timeline, day?: Day): Standing {
  const known = events.filter((event) => day === undefined || (dayOf(event) ?? day) <= day)
  const acts = known.map((event): Act | 'appears' | undefined => {
    if (event.kind === 'appearance') return 'appears'
    return event.kind === 'stance' ? event.stance.act : undefined
  })
  const last = (...wanted: (Act | 'appears')[]): number => acts.findLastIndex((act) => act && wanted.includes(act))
  if (last('retracts') >= 0) return 'retracted'
  if (last('corrects') >= 0) return 'corrected'
  if (last('confirms') > last('denies')) return 'confirmed'
  if (last('denies') >= 0) return last('appears', 'asserts', 'announces', 'confirms') >= 0 ? 'contested' : 'denied'
  return last('announces') >= 0 ? 'announced' : 'reported'
}
