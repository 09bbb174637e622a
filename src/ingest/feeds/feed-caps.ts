// How much of one feed is read. What lies beyond a cap is left out, and a note of the feed says so.

export interface FeedCaps {
  readonly bytes: number
  readonly depth: number
  readonly items: number
  readonly entries: number
  readonly children: number
  readonly attributes: number
  readonly markup: number
  readonly references: number
}

export const FEED_CAPS: FeedCaps = {
  bytes: 16 * 1024 * 1024, // above what the door fetches, so that only files meet it
  depth: 200, // the deepest nesting seen in feeds with whole pages in them is under 60
  items: 10_000, // a feed that lists a year of a large outlet
  entries: 50_000, // of a sitemap, as its protocol allows
  children: 20_000, // elements directly in one other than the items: a long text has some hundreds
  attributes: 500, // of one element
  markup: 500_000, // signs `<` and `&` of HTML that are weighed; HTML beyond that is given as words alone
  references: 500_000, // references such as &eacute; that are replaced; more of them stay as they stand
}
