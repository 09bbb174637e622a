// How an edition is headed: by its days, and by its watch where it has one.
import type { Days } from '../model/attribution.ts'
import type { Edition } from '../model/edition.ts'
import { editionKey } from '../model/edition-key.ts'
import { daysOfWeek, daysWords } from './iso-week.ts'

type Headed = Pick<Edition, 'week' | 'watch' | 'days'>

/** "The week of 3 to 9 March 2031"; of a watch "Dam talks: the week of 3 to 9 March 2031". */
export function editionTitle(edition: Headed): string {
  const week = `the week of ${editionDays(edition)}`
  return edition.watch ? `${edition.watch.name}: ${week}` : week.replace(/^t/, 'T')
}

/** The same behind "Readout, "; a name of somebody else's begins as it does: "NATO talks". */
export function titleWithin(title: string): string {
  return title.replace(/^The week of /, 'the week of ')
}

/** "3 to 9 March 2031": the days that it tells of. */
export function editionDays(edition: Headed): string {
  const days = daysOf(edition)
  return days ? daysWords(days) : edition.week
}

/** The days that it tells of, half-open; undefined where its week is none. */
export function daysOf({ week, days }: Headed): Days | undefined {
  return days ?? daysOfWeek(week)
}

/** What it is called in addresses and names of files: 2031-W11, dam-talks-2031-W11. */
export function keyOf({ week, watch }: Pick<Edition, 'week' | 'watch'>): string {
  return editionKey({ week, ...(watch && { watch: watch.id }) })
}
