// One feed from a file or standard input.
import { decodeFeed } from '../ingest/feeds/decode-feed.ts'
import { FEED_CAPS } from '../ingest/feeds/feed-caps.ts'
import { findFeeds } from '../ingest/feeds/find-feeds.ts'
import { type FeedAnswer, parseFeed } from '../ingest/feeds/parse-feed.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import { fileWanted, isAddress } from './incoming.ts'
import { callPath, openBytes } from './open-bytes.ts'

export { plainOf } from '../ingest/feeds/plain-of.ts'
export type { FeedAnswer }

/** The feed at a path. Throws FEED_UNKNOWN where the file is none, FILE_EMPTY, and what the disk refused. */
export async function feedFile(path: string, answer: FeedAnswer): Promise<Feed> {
  if (isAddress(path)) throw fileWanted(path, waysTo(path))
  const bytes = await readBytes(path)
  if (bytes.length === 0) throw new ReadoutError('FILE_EMPTY', `${callPath(path)}: empty; there is no feed in it`)
  const feed = parseFeed(bytes, answer)
  if (feed) return feed
  throw new ReadoutError('FEED_UNKNOWN', `${callPath(path)}: ${sayWhatElse(bytes, answer)}`)
}

function waysTo(address: string): string {
  return `"readout source add ${address}" follows it, or save what stands there and read the file with --url ${address}`
}

/** No more than can be read: one byte over the cap tells that there is more. */
async function readBytes(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of openBytes(path)) {
    parts.push(chunk)
    size += chunk.length
    if (size > FEED_CAPS.bytes) break
  }
  return Buffer.concat(parts).subarray(0, FEED_CAPS.bytes + 1)
}

function sayWhatElse(bytes: Uint8Array, answer: FeedAnswer): string {
  const { text } = decodeFeed(bytes, answer.contentType)
  if (!/<(?:html|head|body|!doctype\s+html)\b/i.test(text.slice(0, 20_000))) {
    return 'no feed: neither RSS, Atom, RDF, CDF, JSON Feed nor a sitemap; check that the whole answer was saved'
  }
  const [feed] = findFeeds(text, answer.url)
  return feed
    ? `a page and no feed; it names one at ${feed.url}: save that and read it`
    : 'a page and no feed, and it names none; look on the site for a link that says RSS, Atom or feed'
}
