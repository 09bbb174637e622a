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
}

export interface Hop {
  readonly url: string
  readonly status: number
  readonly headers: readonly Header[]
}

/** As received: order and doubles kept. */
export type Header = readonly [name: string, value: string]

export type Outcome =
  | { readonly kind: 'answered' | 'handed in'; readonly payload: Digest } // of the bytes as received
  | { readonly kind: 'refused'; readonly by: 'robots' | 'guard' | 'size' }
  | { readonly kind: 'failed'; readonly code: string }

/** How the payload is to be read. */
export type MediaType = 'text/html' | 'text/plain' | 'text/markdown'

/** What a person said about a report when handing it in. Outranks what the page says of itself. */
export interface Given {
  readonly name: string // what the report answers to: the file's name without its ending, or a line's id
  readonly mediaType: MediaType
  readonly url?: string
  readonly outlet?: string
  readonly title?: string
  readonly published?: string // as given; extract turns it into an instant or says why not
}
