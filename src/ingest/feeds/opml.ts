// A list of feeds as programs hand it on: OPML 1.0 and 2.0 (opml.org).

export interface FeedList {
  readonly title?: string
  readonly feeds: readonly ListedFeed[]
  readonly faults: readonly OpmlFault[]
}

export interface ListedFeed {
  readonly url: string
  readonly title?: string
  readonly page?: string // the site that the feed is of
  readonly folders: readonly string[] // the names of the outlines around it, the outermost first
  readonly description?: string
  readonly language?: string
}

export interface OpmlFault {
  readonly line: number
  readonly message: string
}
