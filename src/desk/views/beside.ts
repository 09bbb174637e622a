// What bears a tag, and what is followed with what is new on it since its follower last decided anything about it.
import { findClaimLine } from '../../archive/catalogue/claim-lines.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import type { Instant } from '../../model/id.ts'
import { WORDS } from '../../publish/interface-words.ts'
import { dayWords } from '../../publish/iso-week.ts'
import type { BesideItem, BesideView } from '../../publish/pages/beside.ts'
import type { Desk } from '../desk.ts'
import { findThingOf } from '../review/find-thing.ts'
import { type Beside, listTagged, listTags, listWatched } from '../review/list-tagged.ts'
import { listOn, openReviewing, type Reviewing } from '../review/make-target.ts'

const MOST = 500 // things of one list

/** All that bears the tag, or all tags. */
export async function makeTagView(desk: Pick<Desk, 'store'>, tag?: string): Promise<BesideView> {
  const reviewing = openReviewing(desk)
  if (tag === undefined) {
    const tags = listTags(reviewing).map((one) => ({ tag: one, count: listTagged(reviewing, one).length }))
    return { items: [], tags }
  }
  const items: BesideItem[] = []
  for (const one of listTagged(reviewing, tag).slice(0, MOST)) items.push(await makeItem(desk, reviewing, one))
  return { items, tag }
}

/** What this person follows, or what anybody does. */
export async function makeWatchView(desk: Pick<Desk, 'store'>, by: string | undefined): Promise<BesideView> {
  const reviewing = openReviewing(desk)
  const items: BesideItem[] = []
  for (const one of listWatched(reviewing, by).slice(0, MOST)) {
    const item = await makeItem(desk, reviewing, one)
    items.push(item.href === undefined ? item : { ...item, news: await newsOf(desk, reviewing, one) })
  }
  return { items, whose: by === undefined ? 'all' : 'own' }
}

async function makeItem(desk: Pick<Desk, 'store'>, reviewing: Reviewing, one: Beside): Promise<BesideItem> {
  const { number, by, at, what } = one
  const thing = await findThingOf(desk, reviewing, what)
  const called = thing?.label ?? (what.words[1] ?? what.words[0]).quote
  return {
    number,
    by,
    at,
    noun: what.noun,
    called: called.replace(/\s+/g, ' ').trim(),
    ...(thing && { href: thing.page }),
  }
}

const COUNTED = 100 // of what is new; more is told as so many or more

async function newsOf(desk: Pick<Desk, 'store'>, reviewing: Reviewing, { by, what }: Beside): Promise<string[]> {
  const thing = await findThingOf(desk, reviewing, what)
  if (!thing) return []
  const { store } = desk
  const { noun, id } = thing
  const own = listOn(thing, reviewing)
  const last = own.findLast(({ decision }) => decision.by === by)
  const since: Instant = last?.decision.at ?? ''
  const day = since.slice(0, 10)
  const words = WORDS.beside
  const news: string[] = []
  const line = noun === 'claim' ? await findClaimLine(store, id) : undefined
  if (line?.standingBefore && line.standingSince && line.standingSince > since) {
    news.push(words.newStanding(line.standingBefore, dayWords(line.standingSince), line.standing))
  }
  if (noun === 'story') {
    const { items } = await listReportLines(store, { order: 'came', story: id, from: since, limit: COUNTED })
    if (items.length > 0) news.push(words.newReports(items.length, dayWords(day), items.length === COUNTED))
  }
  if (noun === 'claim' || noun === 'entity') {
    const among = noun === 'claim' ? { claim: id } : { entity: id }
    const { items } = await listSaid(store, { ...among, order: 'printed', from: since, limit: COUNTED })
    if (items.length > 0) news.push(words.newSaid(items.length, dayWords(day), items.length === COUNTED))
  }
  const others = own.filter(({ number, decision }) => number > (last?.number ?? 0) && decision.by !== by)
  if (others.length > 0) news.push(words.newDecisions(others.length))
  return news
}
