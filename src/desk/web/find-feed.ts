// What stands behind an address that a person named: a feed, a page that names one, or a page alone. Everything is asked for
// in turns, and kept as all else is.

import { findRobots } from '../../archive/turns.ts'
import { findFeeds, findSitemaps, listCustomaryFeeds } from '../../ingest/feeds/find-feeds.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Feed } from '../../model/feed.ts'
import { askOnce } from './ask-once.ts'
import type { Following } from './following.ts'
import { hostKey, tidyAddress } from './host-key.ts'
import { feedHeaders } from './keep-answer.ts'
import { robotsUrl } from './robots-of.ts'

/** A feed that was found, and the page that led to it. */
export interface FoundFeed {
  readonly url: string
  readonly feed: Feed
  readonly site?: string
}

const CANDIDATES = 8 // addresses tried behind one page, five seconds apart at one host

/**
 * The feed at the address or behind it. Throws FEED_UNKNOWN with what was tried and the cure, and FETCH_FAILED where the
 * address itself cannot be had.
 */
export async function findFeed(following: Following, address: string): Promise<FoundFeed> {
  const url = tidyAddress(address.includes('://') ? address : `https://${address}`)
  if (!url) {
    throw new ReadoutError('USAGE', `"${address}": no address of the web; name one such as https://news.example/feed`)
  }
  const first = await askOnce(following, { url, what: 'feed' })
  const own = await parse(following, first)
  if (own) return { url: first.moved ?? url, feed: own }
  const base = first.hops.at(-1)?.url ?? url
  const html = new TextDecoder().decode(first.body)
  const tried: string[] = []
  for (const candidate of (await listCandidates(following, html, base)).slice(0, CANDIDATES)) {
    const found = await tryOne(following, candidate)
    if (found) return { ...found, site: url }
    tried.push(candidate)
  }
  const what = `${url}: neither it nor ${tried.length > 0 ? tried.join(', ') : 'anything it names'} is a feed`
  throw new ReadoutError('FEED_UNKNOWN', `${what}; name the feed itself, or watch the page alone with --page`)
}

// What the page names comes first, then what its robots.txt names, then where sites keep their feeds.
async function listCandidates({ desk }: Following, html: string, base: string): Promise<string[]> {
  const robots = await findRobots(await desk.store.diary(), hostKey(base))
  const named = findFeeds(html, base).map(({ url }) => url)
  const customary = listCustomaryFeeds(base).map(({ url }) => url)
  return [...new Set([...named, ...findSitemaps(robots?.text ?? '', robotsUrl(base)), ...customary])]
}

async function tryOne(following: Following, url: string): Promise<FoundFeed | undefined> {
  try {
    const fetched = await askOnce(following, { url, what: 'feed' })
    const feed = await parse(following, fetched)
    return feed && feed.items.length > 0 ? { url: fetched.moved ?? url, feed } : undefined
  } catch (error) {
    if (error instanceof ReadoutError) return undefined // not there: the next one is tried
    throw error
  }
}

async function parse({ feeds }: Following, { hops, body }: Fetched): Promise<Feed | undefined> {
  const last = hops.at(-1)
  if (!body || !last) return undefined
  try {
    return await feeds.parse(body, feedHeaders(last))
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'FEED_UNKNOWN') return undefined
    throw error
  }
}
