// Feeds as the server sends them, with the addresses of its own pages.
import { findClaimLine } from '../../archive/catalogue/claim-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { keyOf } from '../../publish/edition-title.ts'
import type { Feed, FeedForm } from '../../publish/feeds/feed.ts'
import { writeFeed } from '../../publish/feeds/write-feed.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { onceAState } from '../once-a-state.ts'
import { MANY } from '../views/claim.ts'
import { claimFeed, editionsFeed, type FeedOf, type FeedSite, storyFeed } from './feeds.ts'
import { listIssued } from './open-printed.ts'

export { FEED_FORMS, FEED_TYPES, type FeedForm } from '../../publish/feeds/feed.ts'

type OfDesk = Pick<Desk, 'store' | 'now'>

/** The feed of one thing in one form, or undefined where the desk has no such thing. `origin`: https://desk.example */
export async function servedFeed(
  desk: OfDesk,
  of: FeedOf,
  { origin, form }: { readonly origin: string; readonly form: FeedForm },
): Promise<string | undefined> {
  const feed = await find(desk, of, siteAt(origin))
  return feed && writeFeed(feed, form)
}

async function find(desk: OfDesk, of: FeedOf, site: FeedSite): Promise<Feed | undefined> {
  if (of.noun === 'editions') return await editionsFeed(desk, site, listIssued(desk, of.watch), of.watch)
  const make = (): Promise<Feed | undefined> => (of.noun === 'claim' ? claimFeed : storyFeed)(desk, site, of.id)
  const line = await (of.noun === 'claim' ? findClaimLine : findStoryLine)(desk.store, of.id)
  if (!line || line.reports < MANY) return await make()
  const key = `${site.feed(of, 'rss')} ${site.whole('')}` // in whatever form it is asked for
  return await onceAState(desk.store, key, make, { kind: 'feeds' })
}

function siteAt(origin: string): FeedSite {
  return {
    whole: (path) => new URL(path, origin).href,
    links: serverLinks,
    edition: ({ version: { edition } }) => serverLinks.edition(keyOf(edition)),
    feed: (of, form) =>
      of.noun === 'editions'
        ? withWatch(`/editions/feed.${form}`, of.watch)
        : `/${of.noun}/${encodeURIComponent(of.id)}/feed.${form}`,
  }
}

function withWatch(path: string, watch: string | undefined): string {
  return watch === undefined ? path : `${path}?watch=${encodeURIComponent(watch)}`
}
