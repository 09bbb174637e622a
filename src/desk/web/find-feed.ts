// What stands behind an address that a person named: a feed, a page that names one, or a page alone. Everything is asked for
// in turns, and kept as all else is.
import { giveTurnBack, takeTurn } from '../../archive/turns.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { findFeeds } from '../../ingest/find-feeds.ts'
import type { Wanted } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Feed } from '../../model/feed.ts'
import { instantOf } from './clock.ts'
import { hopTurns } from './enter-hop.ts'
import type { Following } from './following.ts'
import { hostKey, tidyAddress } from './host-key.ts'
import { headerOf, keepAnswer } from './keep-answer.ts'
import { askRobots, knownRobots } from './robots-of.ts'
import { isHad, tellOutcome } from './settle-page.ts'

/** A feed that was found, and the page that led to it. */
export interface FoundFeed {
  readonly url: string
  readonly feed: Feed
  readonly site?: string
}

const CANDIDATES = 8 // addresses tried behind one page, five seconds apart at one host
const LEASE_MS = 15 * 60 * 1000

/**
 * The feed at the address or behind it. Throws FEED_UNKNOWN with what was tried and the cure, and FETCH_FAILED where the
 * address itself cannot be had.
 */
export async function findFeed(following: Following, address: string): Promise<FoundFeed> {
  const url = tidyAddress(address.includes('://') ? address : `https://${address}`)
  if (!url) {
    throw new ReadoutError('USAGE', `"${address}": no address of the web; name one such as https://news.example/feed`)
  }
  const first = await ask(following, url, 'page')
  const own = await parse(following, first)
  if (own) return { url: first.moved ?? url, feed: own }
  const base = first.hops.at(-1)?.url ?? url
  const html = new TextDecoder().decode(first.body)
  const tried: string[] = []
  for (const candidate of findFeeds(html, base).slice(0, CANDIDATES)) {
    const found = await tryOne(following, candidate.url)
    if (found) return { ...found, site: url }
    tried.push(candidate.url)
  }
  const what = `${url}: neither it nor ${tried.length > 0 ? tried.join(', ') : 'anything it names'} is a feed`
  throw new ReadoutError('FEED_UNKNOWN', `${what}; name the feed itself, or watch the page alone with --page`)
}

async function tryOne(following: Following, url: string): Promise<FoundFeed | undefined> {
  try {
    const fetched = await ask(following, url, 'feed')
    const feed = await parse(following, fetched)
    return feed && feed.items.length > 0 ? { url: fetched.moved ?? url, feed } : undefined
  } catch (error) {
    if (error instanceof ReadoutError) return undefined // not there: the next one is tried
    throw error
  }
}

async function parse({ feeds }: Following, { hops, body }: Fetched): Promise<Feed | undefined> {
  const last = hops.at(-1)
  const contentType = last && headerOf(last, 'content-type')
  if (!body || !last) return undefined
  try {
    return await feeds.parse(body, { url: last.url, ...(contentType && { contentType }) })
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'FEED_UNKNOWN') return undefined
    throw error
  }
}

/** One request for a person who waits: in its turn, as robots.txt allows. Throws FETCH_FAILED with the reason. */
async function ask(following: Following, url: string, what: Wanted): Promise<Fetched> {
  const { desk, clock, settings, leaseMs = LEASE_MS, fetcher, signal } = following
  const state = await desk.store.state()
  const gapMs = settings.hostGapSeconds * 1000
  const fail = (reason: string): ReadoutError => new ReadoutError('FETCH_FAILED', `${url}: ${reason}`)
  for (;;) {
    signal?.throwIfAborted()
    const terms = { holder: following.nextHolder(), now: instantOf(clock), until: instantOf(clock, leaseMs), gapMs }
    const turn = await takeTurn(state, hostKey(url), terms)
    if (!turn) {
      await clock.sleep(250, signal)
      continue
    }
    const hops = hopTurns(following, turn)
    try {
      const robots = knownRobots(turn.robots, url, instantOf(clock))
      if (!robots) {
        await askRobots(following, turn, url)
        continue
      }
      const why = robots.whyNot(url)
      if (why !== undefined) throw fail(why)
      const fetched = await fetcher.fetch({
        url,
        what,
        isAllowedHop: (next) => hops.enter(next),
        ...(signal && { signal }),
      })
      await keepAnswer(desk, { url, what: 'feed' }, fetched, instantOf(clock))
      if (isHad(fetched)) return fetched
      throw fail(`${tellOutcome(fetched).reason ?? 'it brought nothing'}; look at the address in a browser`)
    } finally {
      await hops.giveBack()
      await giveTurnBack(state, turn, { now: instantOf(clock), gapMs })
    }
  }
}
