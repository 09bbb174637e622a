// What the desk asks by itself: the addresses that people follow. What a person set is a decision; how it goes is state.
import type { Id } from './id.ts'

/** An address that is followed, as people set it. The last decision on it counts. */
export interface Followed {
  readonly id: Id<'source'> // the beginning of the digest of the address it was first followed at
  readonly url: string
  readonly kind: 'feed' | 'page' // a sitemap is a feed; a page is watched for changes of its own
  readonly state: 'followed' | 'paused' | 'removed'
  readonly title?: string // as the feed calls itself, or as a person does
  readonly site?: string // the page that it was found behind
  readonly outlet?: string // who prints what it leads to; absent: each page tells
  readonly folder: readonly string[] // such as ['Karsk', 'Agencies']
  readonly gapSeconds?: number // between two requests to its host, where that is other than the settings have it
  readonly everyMinutes?: number // between two requests; absent: by how often something new comes
}

/** How it goes with a source. */
export interface Health {
  readonly asked?: string // instant of the last request
  readonly succeeded?: string // of the last answer that could be read
  readonly fault?: string // why the last request brought nothing, in words; absent: it did
  readonly due?: string // when it is asked again; absent: never
  readonly moved?: string // where the address leads for good
  readonly items: number // found in all
  readonly perDay: number // over the last seven days, or since it is followed
  readonly usualGapMs?: number // the median time between two finds; absent: too few to tell
  readonly latest?: string // instant of the last find
  readonly isSilent: boolean // nothing for three times its usual gap
}
