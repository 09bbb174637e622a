// The matters of a week, and which of them belong to a watch.
import type { Days } from '../model/attribution.ts'
import type { Watch } from '../model/watch.ts'
import { type ListedMatter, listMatters } from '../publish/list-matters.ts'
import { daysOfPeriod } from '../publish/period.ts'
import type { Desk } from './desk.ts'
import { loadWeek } from './load-week.ts'

export interface WatchedWeek {
  readonly week: string
  readonly days?: Days
  readonly matters: readonly ListedMatter[] // in the order in which the watch would print them
}

/** Of the week, or the latest that has dated reports. Throws WEEK_UNKNOWN. */
export async function listMattersOf(
  desk: Pick<Desk, 'store' | 'now'>,
  watch: Watch,
  week?: string,
): Promise<WatchedWeek> {
  const { input } = await loadWeek(desk, watch, week)
  const { period } = input
  return { week: input.week, ...(period && { days: daysOfPeriod(period) }), matters: listMatters({ ...input, watch }) }
}
