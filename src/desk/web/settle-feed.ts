// What follows from an answer to a feed: the pages that it leads to enter the diary, and it is asked again by its habits.
import type { Address, NewAddress, Settled } from '../../archive/address.ts'
import { addAddresses, tellAgain } from '../../archive/addresses.ts'
import { findsOf } from '../../archive/finds.ts'
import { findRemovedAddress } from '../../archive/removals.ts'
import { nextTryMs } from '../../ingest/fetching/back-off.ts'
import { LONGEST_URL } from '../../ingest/fetching/vet-url.ts'
import type { Told } from '../../model/capture.ts'
import { digestOf } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Feed, FeedItem, FeedText } from '../../model/feed.ts'
import type { Followed } from '../../model/followed.ts'
import type { Id } from '../../model/id.ts'
import { later } from '../../model/instant.ts'
import { plainOf } from '../feed-file.ts'
import type { Following } from './following.ts'
import { hostKey, tidyAddress } from './host-key.ts'
import { feedHeaders } from './keep-answer.ts'
import { feedTime } from './schedule.ts'
import { type Answer, isHad, tellOutcome, tokensOf } from './settle-page.ts'

/** A feed's answer with its bytes as they are read, and the capture that holds them. */
export interface FeedAnswer extends Answer {
  readonly body?: Uint8Array
  readonly capture?: Id<'capture'>
}

const DAY = 24 * 3600 * 1000
const SITEMAPS = 5 // of an index, the newest: the others hold the years before

/** Takes in what a feed lists and gives back the diary's next line on it, with how many new pages it led to. */
export async function settleFeed(
  { desk, settings, feeds }: Pick<Following, 'desk' | 'settings' | 'feeds'>,
  { address, source }: { readonly address: Address; readonly source: Followed | undefined },
  answer: FeedAnswer,
  random: () => number,
): Promise<{ settled: Settled; found: number }> {
  const told = { ...tellOutcome(answer), asked: answer.at, ...(answer.moved && { movedTo: answer.moved }) }
  const inVain = (reason: string | undefined): { settled: Settled; found: number } => {
    const failures = address.failures + 1
    const wait = Math.max(nextTryMs(failures, random), answer.retryAfterMs ?? 0)
    return { settled: { ...told, reason, failures, due: later(answer.at, wait) }, found: 0 }
  }
  if (!isHad(answer)) return inVain(told.reason)
  const state = await desk.store.diary()
  let found = 0
  const isNews = answer.outcome.kind === 'answered' && answer.outcome.payload !== address.digest
  if (isNews && answer.body && answer.capture) {
    try {
      const hop = answer.hops.at(-1)
      const feed = await feeds.parse(answer.body, hop ? feedHeaders(hop) : { url: address.url })
      found = await enterItems({ desk, settings }, { feed, source, address, answer, capture: answer.capture })
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error
      return { ...inVain(error.message), found: 0 }
    }
  }
  const finds = await findsOf(state, address.source ?? '', later(answer.at, -7 * DAY))
  const due = later(answer.at, Math.max(feedTime(finds, settings, source?.everyMinutes), 1000))
  return { settled: { ...told, ...tokensOf(answer), failures: 0, step: address.step + 1, had: answer.at, due }, found }
}

interface Entering {
  readonly feed: Feed
  readonly source: Followed | undefined
  readonly address: Address
  readonly answer: Answer
  readonly capture: Id<'capture'>
}

async function enterItems(
  { desk, settings }: Pick<Following, 'desk' | 'settings'>,
  { feed, source, address, answer, capture }: Entering,
): Promise<number> {
  const state = await desk.store.diary()
  const base = answer.hops.at(-1)?.url ?? address.url
  const entries = new Map<string, NewAddress>()
  const most = feed.kind === 'sitemap index' ? Math.min(SITEMAPS, settings.itemsAtOnce) : settings.itemsAtOnce
  for (const item of newestFirst(feed.items).slice(0, most)) {
    const url = item.link && tidyAddress(item.link, base)
    if (!url || url.length > LONGEST_URL || entries.has(url) || findRemovedAddress(desk.store, url)) continue
    const what = feed.kind === 'sitemap index' ? 'feed' : 'page'
    const entry = { url, host: hostKey(url), what, due: answer.at, foundIn: capture } as const
    entries.set(url, {
      ...entry,
      ...(address.source && { source: address.source }),
      ...(what === 'page' && { told: tellItem(item, feed, source) }),
    })
  }
  const added = await addAddresses(state, [...entries.values()], answer.at)
  const isNew = new Set(added)
  let again = 0
  for (const { url, told } of entries.values()) {
    if (told && !isNew.has(url) && (await tellAgain(state, url, told, answer.at))) again += 1
  }
  return added.length + again
}

function newestFirst(items: readonly FeedItem[]): FeedItem[] {
  const at = ({ published, updated }: FeedItem): string => published?.at ?? updated?.at ?? ''
  return [...items].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
}

/** What the feed says of a page, for the capture that its request will make. */
export function tellItem(item: FeedItem, feed: Feed, source: Followed | undefined): Told {
  const { published, updated } = item
  const authors = item.authors.slice(0, AUTHORS).flatMap(({ name }) => (name ? cut(name) : []))
  const title = plain(item.title)
  const summary = plain(item.summary)
  const name = plain(feed.title)
  const whose = item.source && { title: plain(item.source.title), url: item.source.link && cut(item.source.link) }
  return {
    item: item.id.length > LONGEST ? digestOf(item.id) : item.id,
    ...(title && { title }),
    ...(published && { published: published.at ?? cut(published.given) }),
    ...(updated && { updated: updated.at ?? cut(updated.given) }),
    ...(authors.length > 0 && { authors }),
    ...(summary && { summary }),
    ...(whose && (whose.title || whose.url) && { source: onlyKnown(whose) }),
    ...(name && { feed: name }),
    ...(source?.outlet && { outlet: source.outlet }),
  }
}

const LONGEST = 1000 // characters; a feed may hold whole articles there, and what it says of itself is kept with every page
const AUTHORS = 50

function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text
}

function onlyKnown({ title, url }: { title: string | undefined; url: string | undefined }): {
  title?: string
  url?: string
} {
  return { ...(title && { title }), ...(url && { url }) }
}

function plain(text: FeedText | undefined): string | undefined {
  return (text && cut(plainOf(text))) || undefined
}
