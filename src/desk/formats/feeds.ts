// The feeds of a desk: of its issued editions, of a story, of a claim. Each asks the store for what it tells and for nothing else.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { findReportLine, listReportLines } from '../../archive/catalogue/report-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { type ClaimFile, findClaim, findLinked } from '../../archive/linked.ts'
import { listLog } from '../../archive/log.ts'
import { digestOf } from '../../model/digest.ts'
import type { Digest, Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { type FeedStep, makeClaimFeed, makeStoryFeed, type ToldClaim } from '../../publish/feeds/claim-feed.ts'
import { makeEditionsFeed } from '../../publish/feeds/editions-feed.ts'
import { FEED_FORMS, type Feed, type FeedForm } from '../../publish/feeds/feed.ts'
import type { PrintedEdition } from '../../publish/formats/printed.ts'
import type { Links } from '../../publish/links.ts'
import { followTimeline } from '../../track/follow-timeline.ts'
import { makeTimeline } from '../../track/make-timeline.ts'
import type { Desk } from '../desk.ts'
import { tellTimeline } from '../tell-timeline.ts'
import { readRuled } from '../views/api-said.ts'

type OfDesk = Pick<Desk, 'store' | 'now'>

/** Where the feeds and what they lead to are found. */
export interface FeedSite {
  /** The whole address of a path. */
  whole(path: string): string
  readonly links: Pick<Links, 'claim' | 'story' | 'report' | 'editions'>
  edition(printed: PrintedEdition): string // a path
  feed(of: FeedOf, form: FeedForm): string // a path
}

/** What a feed is of. */
export type FeedOf =
  | { readonly noun: 'editions'; readonly watch?: string }
  | { readonly noun: 'claim' | 'story'; readonly id: string }

/** The feed of these editions, the newest first. */
export async function editionsFeed(
  desk: OfDesk,
  site: FeedSite,
  editions: readonly PrintedEdition[],
  watch?: string,
): Promise<Feed> {
  const of: FeedOf = { noun: 'editions', ...(watch !== undefined && { watch }) }
  const places = {
    page: site.whole(site.links.editions ?? ''),
    addresses: addressesOf(site, of),
    edition: (printed: PrintedEdition) => site.whole(site.edition(printed)),
  }
  return makeEditionsFeed(editions, places, { ...(await madeBy(desk)), ...(watch !== undefined && { watch }) })
}

/** The feed of a claim; undefined where the ledger has none of this id. */
export async function claimFeed(desk: OfDesk, site: FeedSite, id: string): Promise<Feed | undefined> {
  const file = findClaim(desk.store, id, TOLD)
  if (!file?.row) return undefined
  const told = await tellClaim(desk, site, file, MOST)
  const of: FeedOf = { noun: 'claim', id: file.claim.id }
  return makeClaimFeed(told, { page: told.page, addresses: addressesOf(site, of) }, await madeBy(desk))
}

/** The feed of a story; undefined where there is none of this id. */
export async function storyFeed(desk: OfDesk, site: FeedSite, id: string): Promise<Feed | undefined> {
  const line = await findStoryLine(desk.store, id)
  if (!line) return undefined
  const { story, title } = line
  const reports = await listReportLines(desk.store, { order: 'printed', story, limit: REPORTS })
  const changed = await listClaimLines(desk.store, { order: 'latest', story, limit: CLAIMS })
  const claims: ToldClaim[] = []
  for (const { claim } of changed.items) {
    const file = findClaim(desk.store, claim, TOLD)
    if (file?.row) claims.push(await tellClaim(desk, site, file, EACH))
  }
  const { links, whole } = site
  const told = {
    story,
    title,
    reports: reports.items.map((report) => ({ ...report, address: whole(links.report(report.name)) })),
    claims,
  }
  const places = { page: whole(links.story?.(story) ?? ''), addresses: addressesOf(site, { noun: 'story', id: story }) }
  return makeStoryFeed(told, places, await madeBy(desk))
}

const TOLD = ['row', 'appearances', 'stances'] as const // of a claim
const MOST = 100 // changes of a claim: the latest
const REPORTS = 50 // of a story: the latest
const CLAIMS = 20 // of a story: those printed last
const EACH = 10 // changes of each of these

async function tellClaim(
  desk: OfDesk,
  { links, whole }: FeedSite,
  file: Pick<ClaimFile, 'claim' | (typeof TOLD)[number]>,
  most: number,
): Promise<ToldClaim> {
  const { claim, appearances, stances } = file
  const reads = new Map<Id<'doc'>, ReadDoc>()
  const steps = followTimeline(makeTimeline(claim.id, appearances, stances))
  for (const { doc } of steps.slice(-most)) if (!reads.has(doc)) reads.set(doc, readRuled(desk, doc))
  const told = tellTimeline({
    ...file,
    findRead: (doc) => reads.get(doc),
    nameOf: (entity) => findLinked(desk.store, 'entity', entity)?.name,
  })
  const latest: FeedStep[] = []
  for (const step of told.slice(-most)) {
    const line = await findReportLine(desk.store, step.evidence.doc)
    latest.push({
      ...step,
      came: line?.firstAt ?? desk.now(),
      address: whole(links.report(step.doc, step.evidence)),
    })
  }
  return { claim: claim.id, wording: claim.wording, page: whole(links.claim?.(claim.id) ?? ''), steps: latest }
}

function addressesOf(site: FeedSite, of: FeedOf): Feed['addresses'] {
  const [rss, atom, json] = FEED_FORMS.map((form) => site.whole(site.feed(of, form)))
  return { rss: rss ?? '', atom: atom ?? '', json: json ?? '' }
}

/** What tells this desk from all others: the first entry of its log, which never changes. */
async function madeBy(desk: OfDesk): Promise<{ readonly desk: Digest; readonly made: string }> {
  const [first] = await listLog(desk.store, 0, 1)
  return { desk: digestOf(JSON.stringify(first ?? null)), made: first?.at ?? desk.now() }
}
