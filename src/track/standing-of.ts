// Where a claim stands on a day. What counts is each holder's last word: who denied on Monday and confirms on Friday
// confirms. The number of reports never counts, and silence is no answer.
import type { Act } from '../model/act.ts'
import type { Day } from '../model/id.ts'
import type { Standing, Timeline } from '../model/timeline.ts'
import { dayOf } from './make-timeline.ts'

/** The standing at the end of a day, or with all that is known where no day is given. Undated events count always. */
export function standingOf({ events }: Timeline, day?: Day): Standing {
  const known = events.filter((event) => day === undefined || (dayOf(event) ?? day) <= day)
  const lastActs = new Map<string, Act>()
  for (const event of known) {
    if (event.kind !== 'stance' || event.stance.act === 'declines to comment') continue
    lastActs.set(event.stance.holder, event.stance.act)
  }
  const acts = [...lastActs.values()]
  const has = (...wanted: Act[]): boolean => acts.some((act) => wanted.includes(act))
  const isPutForward = known.some(({ kind }) => kind === 'appearance')
  if (has('retracts') && !has('asserts', 'announces', 'confirms')) return 'retracted'
  if (has('corrects', 'retracts')) return 'corrected'
  if (has('denies', 'rejects')) return isPutForward || has('asserts', 'announces', 'confirms') ? 'contested' : 'denied'
  if (has('confirms')) return 'confirmed'
  return has('announces') ? 'announced' : 'reported'
}
