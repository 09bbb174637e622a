// When an address is asked again. Pages: after an hour, a day and a week, for most changes come within a day and pages
// vanish later; one that is watched for itself goes on, daily or as a person set it. Feeds: twice as often as they bring something, within limits.
import type { Finds } from '../../archive/finds.ts'
import type { Followed } from '../../model/followed.ts'
import type { Settings } from '../settings.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds from when a page was first had to its next time, the `step`th; undefined: it has none left. */
export function pageTime(step: number, { askAgainMinutes }: Pick<Settings, 'askAgainMinutes'>): number | undefined {
  const minutes = askAgainMinutes[step]
  return minutes === undefined ? undefined : minutes * MINUTE
}

/** Milliseconds between two requests for a page that is watched for itself: a person's own number of minutes, else a day. */
export function watchTime({ everyMinutes }: Pick<Followed, 'everyMinutes'>): number {
  return everyMinutes === undefined ? DAY : everyMinutes * MINUTE
}

/** The median time between two finds in ms; undefined where fewer than five moments are known. */
export function usualGap({ times }: Pick<Finds, 'times'>): number | undefined {
  if (times.length < 5) return undefined
  const gaps = times.slice(1).map((time, i) => Date.parse(times[i] ?? time) - Date.parse(time))
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]
}

/** Milliseconds until a feed is asked again. A person's own number of minutes counts before its habits. */
export function feedTime(
  finds: Pick<Finds, 'times'>,
  { feedMinutes }: Pick<Settings, 'feedMinutes'>,
  everyMinutes?: number,
): number {
  if (everyMinutes !== undefined) return everyMinutes * MINUTE
  const gap = usualGap(finds)
  const wanted = gap === undefined ? HOUR : gap / 2
  return Math.min(Math.max(wanted, feedMinutes.least * MINUTE), feedMinutes.most * MINUTE)
}

/** True where a source that used to bring something has brought nothing for three times its usual gap. */
export function isSilent(finds: Finds, now: number): boolean {
  const gap = usualGap(finds)
  const latest = finds.times[0]
  if (gap === undefined || latest === undefined) return false
  return now - Date.parse(latest) > 3 * Math.max(gap, HOUR)
}

/** Items a day over the last seven days, or since the first where that is shorter; never over less than a day. */
export function perDay({ lately, first }: Finds, now: number): number {
  if (first === undefined) return 0
  const days = Math.min(Math.max((now - Date.parse(first)) / DAY, 1), 7)
  return Math.round((10 * lately) / days) / 10
}
