// What came in, kept as it came. Truth: never changed, never derived.
import type { Digest, Id, Instant } from './id.ts'

/** One attempt at one address, or one file handed in, kept as it came, whatever came. */
export interface Capture {
  readonly id: Id<'capture'> // the digest of this record
  readonly at: Instant
  readonly asked: string // the address we went for, or the name of the file handed in
  readonly hops: readonly Hop[] // each answer on the way, the last one final; none for a file
  readonly outcome: Outcome
  readonly given?: Given // what the hand that gave it said about it
  readonly foundIn?: Id<'capture'> // the feed or page that led here
  readonly what?: Wanted // what we went to the address for; absent for what was handed in
  readonly sent?: readonly Header[] // the header lines of the first request
  readonly told?: Told // what the feed said of the page
  readonly from?: ArchiveRecord // absent for what was fetched or handed in by itself
  readonly archived?: Instant // when that archive says it was captured; `at` is when it came in here
  readonly removed?: true // its bytes and what it told in words were taken away; a decision says when and why
}

/** Where in a web archive a capture was taken from. */
export interface ArchiveRecord {
  readonly file: string // its name, without folders
  readonly record: string // the id of the record
}

/** What an address is asked for; a sitemap is a feed. */
export type Wanted = 'feed' | 'page' | 'robots'

/** What a feed said of the page that it led to. The page itself outranks it; `source` is lineage. */
export interface Told {
  readonly item: string // the item's id in the feed, or its address
  readonly title?: string
  readonly published?: string // as the feed has it
  readonly updated?: string
  readonly authors?: readonly string[]
  readonly summary?: string // text, without markup
  readonly source?: { readonly title?: string; readonly url?: string } // RSS <source>, Atom <source>: whose it is
  readonly feed?: string // what the feed calls itself
  readonly outlet?: string // who prints what this feed leads to, as a person said; outranks the page
}

export interface Hop {
  readonly url: string
  readonly status: number
  readonly headers: readonly Header[]
  readonly address?: string // the IP address that answered
  readonly at?: Instant // when the answer began
}

/** As received: order and doubles kept. */
export type Header = readonly [name: string, value: string]

/**
 * `payload`: of the bytes as received, still content-coded where the last hop says so. An answer with status 404 is
 * `answered`. `unchanged`: 304, what was there before still stands.
 */
export type Outcome =
  | { readonly kind: 'answered' | 'handed in'; readonly payload: Digest }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly by: 'robots' | 'guard' | 'size'; readonly reason: string } // by us: nothing more was asked or read
  | { readonly kind: 'failed'; readonly code: FetchFault; readonly reason: string }

/** Why an address could not be had. */
export type FetchFault =
  | 'FETCH_DNS' // the name is not known
  | 'FETCH_CONNECT' // refused, unreachable, reset before an answer
  | 'FETCH_TLS' // the certificate does not hold
  | 'FETCH_TIMEOUT' // to connect, between bytes, or in all
  | 'FETCH_BROKEN_OFF' // the answer ended before its time
  | 'FETCH_PROTOCOL' // no HTTP, or headers over their cap
  | 'FETCH_REDIRECTS' // too many, in a circle, or to nowhere
  | 'FETCH_CODING' // a content coding that is not known, nested, or broken

/** How the payload is to be read. */
export type MediaType = 'text/html' | 'text/plain' | 'text/markdown' | 'application/pdf' | 'multipart/related'

/** What a person said about a report when handing it in. Outranks what the page says of itself. */
export interface Given {
  readonly name: string // what the report answers to: the file's name without its ending, or a line's id
  readonly mediaType: MediaType
  readonly url?: string
  readonly outlet?: string
  readonly title?: string
  readonly published?: string // as given; extract turns it into an instant or says why not
}
