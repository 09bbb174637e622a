// How much of one feed is read. What lies beyond a cap is left out, and a note of the feed says so.

export interface FeedCaps {
  readonly bytes: number
  readonly depth: number
  readonly items: number
  readonly references: number
}

export const FEED_CAPS: FeedCaps = {
  bytes: 16 * 1024 * 1024, // above what the door fetches, so that only files meet it
  depth: 200, // the deepest nesting seen in feeds with whole pages in them is under 60
  items: 50_000, // what the sitemap protocol allows in one file
  references: 1_000_000, // references such as &eacute; that are replaced; more of them stay as they stand
}
