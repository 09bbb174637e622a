// What an edition is composed of: the week's reports and all that they hang on, as it was known when the week ended.
import { findLatestPrinted, findWeek } from '../archive/week.ts'
import type { Item } from '../model/edition.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import type { Watch } from '../model/watch.ts'
import { weekBefore } from '../publish/iso-week.ts'
import { periodOf, weekOfMoment } from '../publish/period.ts'
import type { ComposeInput } from '../publish/week-view.ts'
import type { Desk } from './desk.ts'
import { findIssued } from './editions/find-edition.ts'
import type { Holdings } from './holdings.ts'
import { loadHoldingsAround } from './holdings-around.ts'
import { knownBy } from './known-by.ts'
import { openGraphs } from './open-graphs.ts'
import { standingsOf } from './standings.ts'
import { isAll } from './watches.ts'

export interface LoadedWeek {
  readonly input: ComposeInput
  readonly holdings: Holdings
}

/** Of the week, or the latest that has dated reports, as the watch has it. Throws WEEK_UNKNOWN. */
export async function loadWeek(desk: Pick<Desk, 'store' | 'now'>, watch: Watch, week?: string): Promise<LoadedWeek> {
  const chosen = week ?? weekOfMoment(findLatestPrinted(desk.store, desk.now()) ?? desk.now(), watch)
  const period = periodOf(chosen, watch)
  if (!period) {
    const cure = 'write a year and a week of it, such as 2031-W07'
    throw new ReadoutError('WEEK_UNKNOWN', `"${chosen}": there is no such ISO week; ${cure}`)
  }
  const found = findWeek(desk.store, period)
  const last = findIssued(desk, { week: weekBefore(chosen), ...(!isAll(watch) && { watch: watch.id }) })?.version
    .edition
  const followed = last?.sections.flatMap(({ items }) => items.flatMap(docsOfItem)) ?? []
  const around = await loadHoldingsAround(desk, found.docs, [...new Set([...found.undated, ...followed])], period.until)
  const holdings = knownBy(around, period.until)
  const { docs, linked, tracked, ledger, asOf } = holdings
  const { hadEarlier, knewClaims, later } = found
  const input: ComposeInput = {
    week: chosen,
    watch,
    period,
    docs,
    linked,
    tracked,
    ledger,
    asOf,
    standings: standingsOf(linked, tracked, period),
    beside: { hadEarlier, knewClaims, isLater: (id: Id<'doc'>) => later.has(id) },
    graphOf: openGraphs(holdings),
    ...(last && { last, after: last.id }),
  }
  return { input, holdings }
}

function docsOfItem({ heading, lines }: Item): Id<'doc'>[] {
  return (heading ?? lines[0]).evidence.map(({ doc }) => doc)
}
