// What there is to tell of a day: what came in, what changed its standing and who moved it, what fell silent. The day is that of
// the clock where anything was printed in the month before it; else the day of the latest report, as on a desk of old reports.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { listDocsSayingAt } from '../../archive/catalogue/doc-of-said.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { findStoryLine, listStoryLines } from '../../archive/catalogue/story-lines.ts'
import { findLinked } from '../../archive/linked.ts'
import { listOfTheseDocs } from '../../archive/linked-parts.ts'
import type { Day, Instant } from '../../model/id.ts'
import { later } from '../../model/instant.ts'
import type { ClaimLine, ReportLine, StoryListLine } from '../../model/listing.ts'
import { weekOf } from '../../publish/iso-week.ts'
import type { CameIn, Moved, SilentSource, TodayView } from '../../publish/pages/today.ts'
import { movesTo } from '../../publish/standing-words.ts'
import type { Desk } from '../desk.ts'
import { onceAState } from '../once-a-state.ts'
import { listHealth } from '../web/health-of.ts'

const DAY_MS = 24 * 3600 * 1000
const MOST = 100 // reports that are counted; more are said to be more
const SHOWN = 6 // of a story
const MOVED = 12
const MOVERS = 10 // reports in which those are looked for who moved a claim
const SILENT = 8
const LOOKED_BACK = 60 // days in which a story may have run
const ONE_ORIGIN_DAYS = 30

/** The day as it is when asked; `since`: an instant from which on what came in counts, whenever it was printed. */
export async function makeToday(desk: Pick<Desk, 'store' | 'now'>, asked: Instant | undefined): Promise<TodayView> {
  const { store } = desk
  const now = desk.now()
  const realDay = now.slice(0, 10)
  const day = await findDay(desk, realDay)
  const since = asked ?? `${daysBefore(day ?? realDay, 1)}T00:00:00.000Z`
  const shown = day ?? realDay
  const wanted = { day: shown, since, isByArrival: asked !== undefined }
  const { came, ...told } = await onceAState(store, `today ${JSON.stringify(wanted)}`, () => tellDay(desk, wanted))
  const minute = `${now.slice(0, 16)}:00.000Z`
  const late = (): Promise<TodayView['late']> => countLate(desk, came, minute)
  const latest = day ?? (await listReportLines(store, { order: 'came', limit: 1 })).items[0]?.firstAt
  return {
    isEmpty: latest === undefined,
    day: shown,
    realDay,
    since,
    isByArrival: asked !== undefined,
    now,
    ...told,
    late:
      asked === undefined ? await onceAState(store, `late ${minute} ${shown}`, late) : { reports: 0, hasMore: false },
    silentSources: await listSilent(desk),
    ...(day && { week: weekOf(day) }),
  }
}

type ToldDay = Omit<
  TodayView,
  'isEmpty' | 'day' | 'realDay' | 'since' | 'isByArrival' | 'now' | 'late' | 'silentSources' | 'week'
>

// What does not depend on the clock.
async function tellDay(
  desk: Pick<Desk, 'store'>,
  { day, since, isByArrival }: { readonly day: Day; readonly since: Instant; readonly isByArrival: boolean },
): Promise<ToldDay & { readonly came: readonly ReportLine[] }> {
  const { items: came, next } = await listReportLines(desk.store, {
    ...(isByArrival ? { order: 'came' } : { order: 'printed', until: day }),
    from: since,
    limit: MOST,
  })
  return {
    came,
    cameIn: await groupByStory(desk, came),
    reports: came.length,
    hasMore: next !== undefined,
    outlets: countOutlets(came),
    ...(await findMoved(desk, since, day)),
    ...(await findSilent(desk, day)),
  }
}

async function findDay({ store }: Pick<Desk, 'store'>, realDay: Day): Promise<Day | undefined> {
  const lately = { order: 'printed', from: daysBefore(realDay, 30), until: realDay, limit: 1 } as const
  if ((await listReportLines(store, lately)).items.length > 0) return realDay
  const [latest] = (await listReportLines(store, { order: 'printed', limit: 1 })).items
  return latest?.published?.slice(0, 10)
}

async function groupByStory({ store }: Pick<Desk, 'store'>, lines: readonly ReportLine[]): Promise<CameIn[]> {
  const groups = [...Map.groupBy(lines, ({ story }) => story)]
  const named = await Promise.all(
    groups.map(async ([story, own]): Promise<CameIn> => {
      const title = story && (await findStoryLine(store, story))?.title
      const items = own.slice(0, SHOWN)
      return { ...(story && title !== undefined && { story, title }), items, more: own.length - items.length }
    }),
  )
  // what belongs to no story comes last
  const sizeOf = ({ story, items, more }: CameIn): number => (story === undefined ? 0 : items.length + more)
  return named.toSorted((a, b) => sizeOf(b) - sizeOf(a))
}

function countOutlets(lines: readonly ReportLine[]): TodayView['outlets'] {
  return [...Map.groupBy(lines, ({ outlet }) => outlet)]
    .map(([outlet, own]) => ({ ...(outlet !== undefined && { outlet }), reports: own.length }))
    .toSorted((a, b) => b.reports - a.reports)
}

// What came in since yesterday by the clock, but was printed before what is shown, or bears no date.
async function countLate(
  { store }: Pick<Desk, 'store'>,
  shown: readonly ReportLine[],
  now: Instant,
): Promise<TodayView['late']> {
  const known = new Set(shown.map(({ doc }) => doc))
  const { items, next } = await listReportLines(store, { order: 'came', from: later(now, -DAY_MS), limit: MOST })
  return { reports: items.filter(({ doc }) => !known.has(doc)).length, hasMore: next !== undefined }
}

async function findMoved(
  { store }: Pick<Desk, 'store'>,
  since: Instant,
  until: Day,
): Promise<Pick<TodayView, 'moved' | 'hasMoreMoved'>> {
  const wanted = { order: 'changed', isTurned: true, from: since.slice(0, 10), until, limit: MOVED } as const
  const { items, next } = await listClaimLines(store, wanted)
  const moved = await Promise.all(items.map(async (line) => ({ line, by: await findMovers(store, line) })))
  return { moved, hasMoreMoved: next !== undefined }
}

/** Who did what brought the claim to where it stands, in the reports printed when it came there. */
async function findMovers(store: Desk['store'], { claim, standing, standingSince }: ClaimLine): Promise<Moved['by']> {
  if (standingSince === undefined) return []
  const docs = listDocsSayingAt(store, claim, standingSince, MOVERS)
  const { stance } = listOfTheseDocs(store, docs, ['stance'], claim)
  const moving = stance.filter(({ act, printed }) => printed === standingSince && movesTo(standing, act))
  return [...new Set(moving.map(({ holder }) => findLinked(store, 'entity', holder)?.name ?? 'unknown'))]
}

async function findSilent(
  { store }: Pick<Desk, 'store'>,
  day: Day,
): Promise<Pick<TodayView, 'silentStories' | 'oneOrigin'>> {
  const ran = await listStoryLines(store, {
    order: 'latest',
    from: daysBefore(day, LOOKED_BACK),
    until: day,
    limit: MOST,
  })
  const claims = await listClaimLines(store, {
    order: 'reach',
    from: daysBefore(day, ONE_ORIGIN_DAYS),
    until: day,
    limit: MOST,
  })
  return {
    silentStories: firstOf(ran.items.filter((line) => isSilent(line, day)).toSorted((a, b) => b.reports - a.reports)),
    oneOrigin: firstOf(
      claims.items.filter(
        ({ atLeast, atMost, unknown, reports }) => atLeast === 1 && atMost === 1 && unknown === 0 && reports > 1,
      ),
    ),
  }
}

/** A story that ran: at least three reports, and since the last of them three times the usual gap between two, days at least. */
function isSilent({ from, until, reports }: StoryListLine, day: Day): boolean {
  if (from === undefined || until === undefined || reports < 3) return false
  const usual = Math.max((Date.parse(until) - Date.parse(from)) / (reports - 1), DAY_MS)
  return Date.parse(day) - Date.parse(until) > 3 * usual
}

async function listSilent(desk: Pick<Desk, 'store' | 'now'>): Promise<SilentSource[]> {
  return (await listHealth(desk))
    .filter(({ source, health }) => source.state === 'followed' && health.isSilent)
    .map(({ source: { id, title, url }, health: { latest, usualGapMs } }) => ({
      id,
      title: title ?? url,
      ...(latest && { latest }),
      ...(usualGapMs !== undefined && { usualGapMs }),
    }))
}

function firstOf<T>(items: readonly T[]): { items: readonly T[]; hasMore: boolean } {
  return { items: items.slice(0, SILENT), hasMore: items.length > SILENT }
}

function daysBefore(day: Day, days: number): Day {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}
