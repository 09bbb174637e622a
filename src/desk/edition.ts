// The edition of a week: what the desk holds, composed, and refused if any line does not rest on the stored words.
import { listOfTheseDocs } from '../archive/linked-parts.ts'
import { findLatestDay, findWeek, listDays } from '../archive/week.ts'
import type { Edition } from '../model/edition.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import { checkEdition } from '../publish/check-edition.ts'
import { compose } from '../publish/compose.ts'
import { daysOfWeek, weekOf } from '../publish/iso-week.ts'
import { fileLinks, type Links } from '../publish/links.ts'
import { renderEdition } from '../publish/render-html.ts'
import { renderMarkdown } from '../publish/render-markdown.ts'
import type { Desk } from './desk.ts'
import type { Holdings } from './holdings.ts'
import { loadHoldingsAround } from './holdings-around.ts'
import { knownBy } from './known-by.ts'
import { onceAState } from './once-a-state.ts'
import { openGraphs } from './open-graphs.ts'
import { standingsOf } from './standings.ts'

export type EditionFormat = 'md' | 'html' | 'json'

/** An edition with what it was made of: the holdings as they were known when its week ended. */
export interface Composed {
  readonly edition: Edition
  readonly holdings: Holdings
}

/**
 * The edition of the week; left out, of the latest week that has dated reports (on a desk without any, of this week).
 * Throws WEEK_UNKNOWN for what is no ISO week, EVIDENCE_BROKEN naming the line that its evidence does not bear out.
 */
export async function composeEdition(desk: Pick<Desk, 'store' | 'now'>, week?: string): Promise<Composed> {
  const chosen = week ?? findLatestWeek(desk) ?? weekOf(desk.now())
  const days = daysOfWeek(chosen)
  if (!days) {
    const cure = 'write a year and a week of it, such as 2031-W07'
    throw new ReadoutError('WEEK_UNKNOWN', `"${chosen}": there is no such ISO week; ${cure}`)
  }
  const found = findWeek(desk.store, days)
  const around = await loadHoldingsAround(desk, found.docs, found.undated)
  const { copy_group: copyGroups } = listOfTheseDocs(
    desk.store,
    around.docs.map(({ doc }) => doc.id),
    ['copy_group'],
  )
  const holdings = knownBy({ ...around, linked: { ...around.linked, copyGroups } }, days.until)
  const { docs, linked, tracked, asOf, findDoc } = holdings
  const standings = standingsOf(linked, tracked, days)
  const { hadEarlier, knewClaims, later } = found
  const beside = { hadEarlier, knewClaims, isLater: (id: Id<'doc'>) => later.has(id), graphOf: openGraphs(holdings) }
  const edition = compose({ week: chosen, docs, linked, tracked, asOf, standings, beside })
  const [breach] = checkEdition(edition, findDoc)
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

export interface ListedWeek {
  readonly week: string
  readonly reports: number
}

/** The weeks that have dated reports, the latest first, with how many: counted once for each state of the desk. */
export function listWeeks({ store }: Pick<Desk, 'store'>): Promise<readonly ListedWeek[]> {
  return onceAState(store, 'weeks', async () => countWeeks(store))
}

function countWeeks(store: Desk['store']): ListedWeek[] {
  const counts = new Map<string, number>()
  for (const { day, reports } of listDays(store)) {
    const week = weekOf(day)
    counts.set(week, (counts.get(week) ?? 0) + reports)
  }
  return [...counts].map(([week, reports]) => ({ week, reports })).toSorted((a, b) => (a.week < b.week ? 1 : -1))
}

function findLatestWeek({ store }: Pick<Desk, 'store'>): string | undefined {
  const day = findLatestDay(store)
  return day && weekOf(day)
}
