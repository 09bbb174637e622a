// The edition of a week: what the desk holds, composed, and refused if any line does not rest on the stored words.
import { countBetween, listDays } from '../archive/week.ts'
import type { Days } from '../model/attribution.ts'
import type { Edition } from '../model/edition.ts'
import { type EditionName, editionKey } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Watch, WatchHead } from '../model/watch.ts'
import { checkEdition } from '../publish/check-edition.ts'
import { compose } from '../publish/compose.ts'
import { fileLinks, type Links } from '../publish/links.ts'
import { daysOfPeriod, type Period, periodOf, weekOfMoment } from '../publish/period.ts'
import { renderEdition } from '../publish/render-html.ts'
import { renderMarkdown } from '../publish/render-markdown.ts'
import type { Desk } from './desk.ts'
import type { Holdings } from './holdings.ts'
import { loadWeek } from './load-week.ts'
import { onceAState } from './once-a-state.ts'
import { findWatch, isAll, listWatches } from './watches.ts'

export type EditionFormat = 'md' | 'html' | 'json'

/** An edition with what it was made of: the holdings as they were known when its week ended. */
export interface Composed {
  readonly edition: Edition
  readonly holdings: Holdings
}

/**
 * The edition of a week and a watch. Of no week: of the latest that has dated reports (on a desk without any, of this one); of no watch:
 * of all that the desk holds. Throws WEEK_UNKNOWN for what is no ISO week, WATCH_UNKNOWN, EVIDENCE_BROKEN naming the line that its
 * evidence does not bear out.
 */
export async function composeEdition(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  { week, watch: id }: Partial<EditionName> = {},
): Promise<Composed> {
  const watch = await findWatch(desk, id)
  const { input, holdings } = await loadWeek(desk, watch, week)
  const edition = compose(input)
  const [breach] = checkEdition(edition, holdings.findDoc)
  if (breach) {
    const line = `the line "${breach.line.text}" cannot be printed: ${breach.reason}`
    throw new ReadoutError('EVIDENCE_BROKEN', `${line}; run "readout check", then "readout rebuild"`)
  }
  return { edition, holdings }
}

/** The edition as text in one format, its links those of a folder that `writeEdition` makes. */
export function printEdition(
  { edition, holdings }: Composed,
  format: EditionFormat,
  links: Links = fileLinks(''),
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(edition, undefined, 2)}\n`
    case 'html':
      return renderEdition(edition, links, holdings.findDoc)
    case 'md':
      return renderMarkdown(edition, links, holdings.findDoc)
  }
}

/** The period of an edition, by its name. Throws WATCH_UNKNOWN; undefined for what is no ISO week. */
export async function findPeriod(desk: Pick<Desk, 'dir'>, { week, watch }: EditionName): Promise<Period | undefined> {
  return periodOf(week, await findWatch(desk, watch))
}

export interface ListedWeek {
  readonly week: string
  readonly key: string // of its edition
  readonly days: Days
  readonly reports: number // printed in these days, whatever they tell of
}

/** The weeks that have dated reports, the latest first, with how many: counted once for each state of the desk. */
export async function listWeeks(desk: Pick<Desk, 'store' | 'dir'>, watch?: string): Promise<readonly ListedWeek[]> {
  const found = await findWatch(desk, watch)
  const { weekday, zone } = found
  return await onceAState(desk.store, `weeks ${found.id} ${weekday} ${zone}`, async () => countWeeks(desk.store, found))
}

/** The weeks of one watch; `watch` absent: of all that the desk holds. */
interface ListedEditions {
  readonly watch?: WatchHead
  readonly weeks: readonly ListedWeek[]
}

/** The weeks of every watch, those of all that the desk holds first. */
export async function listEditions(desk: Pick<Desk, 'store' | 'dir'>): Promise<ListedEditions[]> {
  return await Promise.all(
    (await listWatches(desk)).map(async (watch) => ({
      ...(!isAll(watch) && { watch }),
      weeks: await listWeeks(desk, watch.id),
    })),
  )
}

// Days are counted in UTC; where a watch's are others, its periods are counted one by one.
function countWeeks(store: Desk['store'], watch: Watch): ListedWeek[] {
  const counts = new Map<string, number>()
  const isUtc = watch.zone === 'UTC'
  for (const { day, reports } of listDays(store)) {
    const weeks = isUtc ? [day] : [`${day}T00:01:00.000Z`, `${day}T23:59:00.000Z`]
    for (const moment of weeks) {
      const week = weekOfMoment(moment, watch)
      counts.set(week, (counts.get(week) ?? 0) + reports)
    }
  }
  return [...counts]
    .flatMap(([week, counted]): ListedWeek[] => {
      const period = periodOf(week, watch)
      const reports = period && !isUtc ? countBetween(store, period) : counted
      const key = editionKey({ week, ...(!isAll(watch) && { watch: watch.id }) })
      return period && reports > 0 ? [{ week, key, days: daysOfPeriod(period), reports }] : []
    })
    .toSorted((a, b) => (a.week < b.week ? 1 : -1))
}
