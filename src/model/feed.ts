// A feed as it was read: what it says of itself and of each item, in the feed's own words. A page that an item leads to
// outranks what the feed says of it.
import type { Instant } from './id.ts'

/** Which family of formats a feed is written in; `version` says which member: `2.0`, `1.0`, `0.91`. */
export type FeedKind = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json' | 'sitemap' | 'sitemap index'

export interface Feed extends FeedHead {
  readonly kind: FeedKind
  readonly version?: string
  readonly encoding: string // the charset that the bytes were read in, in lower case
  readonly base?: string // what relative addresses at its root are resolved against
  readonly items: readonly FeedItem[]
  readonly notes: readonly string[] // what could not be read, or was left out, and why
}

/** What a feed says of itself; of an item's `source`, what the item says of the feed that it was taken from. */
export interface FeedHead extends FeedNames {
  readonly subtitle?: FeedText
  readonly info?: FeedText
  readonly generator?: { readonly name: string; readonly url?: string; readonly version?: string }
  readonly image?: { readonly url?: string; readonly title?: string; readonly link?: string }
}

/** What feeds and items have in common. */
interface FeedNames {
  readonly id?: string
  readonly title?: FeedText
  readonly link?: string // the page that it stands for
  readonly links: readonly FeedLink[]
  readonly language?: string // BCP 47, as given but for the underscore
  readonly published?: FeedDate
  readonly updated?: FeedDate
  readonly created?: FeedDate
  readonly authors: readonly FeedPerson[]
  readonly contributors: readonly FeedPerson[]
  readonly publisher?: FeedPerson
  readonly categories: readonly FeedCategory[]
  readonly rights?: FeedText
}

export interface FeedItem extends FeedNames {
  readonly id: string // as given, or a digest of link and title where the item has none
  readonly summary?: FeedText
  readonly content: readonly FeedText[]
  readonly enclosures: readonly FeedEnclosure[]
  readonly source?: FeedHead // whose it is, where an aggregator says so
  readonly credits: readonly { readonly name: string; readonly role?: string }[] // of a picture or film
  readonly comments?: string
  readonly license?: string
  readonly expires?: FeedDate
  readonly lacks: readonly ('id' | 'link' | 'title' | 'date')[] // what the item did not say
}

/** Words of a feed. HTML is cleaned: nothing in it runs, and its addresses are resolved. */
export interface FeedText {
  readonly value: string
  readonly type: string // a media type; `text/html` and `application/xhtml+xml` are HTML, all else is plain text
  readonly language?: string
  readonly base?: string
}

/** A date as the feed has it, and the instant, where the words name one. */
export interface FeedDate {
  readonly given: string
  readonly at?: Instant
}

export interface FeedPerson {
  readonly name?: string
  readonly email?: string
  readonly url?: string
}

export interface FeedLink {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly title?: string
  readonly hreflang?: string
  readonly length?: string
}

export interface FeedEnclosure {
  readonly url: string
  readonly type?: string
  readonly length?: string // as given: many feeds write none, nought or words
}

export interface FeedCategory {
  readonly term: string
  readonly scheme?: string
  readonly label?: string
}

/** True where the value is HTML and not plain text. */
export function isMarkup(text: FeedText): boolean {
  return text.type === 'text/html' || text.type === 'application/xhtml+xml'
}
