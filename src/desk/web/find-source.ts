// What is followed where a person names an address: the feed at it or behind it, or the page itself.
import { ReadoutError } from '../../model/errors.ts'
import { plainOf } from '../feed-file.ts'
import { findFeed } from './find-feed.ts'
import type { NewSource } from './follow-source.ts'
import type { Following } from './following.ts'
import { tidyAddress } from './host-key.ts'

const LONGEST_TITLE = 200 // characters, of what a feed calls itself

/** The feed at the address or behind it, under its own title. Throws USAGE, FEED_UNKNOWN, FETCH_FAILED. */
export async function findFeedSource(following: Following, address: string): Promise<NewSource> {
  const { url, feed, site } = await findFeed(following, address)
  const title = feed.title && plainOf(feed.title).slice(0, LONGEST_TITLE).toWellFormed()
  return { url, kind: 'feed', folder: [], ...(title && { title }), ...(site !== undefined && { site }) }
}

/** The page itself; nothing is asked of the web yet. Throws USAGE. */
export function nameSourcePage(address: string): NewSource {
  const url = tidyAddress(address.includes('://') ? address : `https://${address}`)
  if (!url)
    throw new ReadoutError('USAGE', `"${address}": no address of the web; name one such as https://news.example/`)
  return { url, kind: 'page', folder: [] }
}
