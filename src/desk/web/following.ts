// What following sources is done with, as a value.

import type { FeedAnswer } from '../../ingest/feeds/parse-feed.ts'
import type { Fetcher } from '../../ingest/fetch.ts'
import type { Capture } from '../../model/capture.ts'
import type { Feed } from '../../model/feed.ts'
import type { Desk } from '../desk.ts'
import type { NoIntake } from '../ops/why-no-intake.ts'
import type { Settings } from '../settings.ts'
import type { Clock } from './clock.ts'

/** How long a turn is held at most: longer than any chain of requests may last. */
export const LEASE_MS = 15 * 60 * 1000

export interface Following {
  readonly desk: Pick<Desk, 'store'>
  readonly settings: Settings
  readonly clock: Clock
  readonly fetcher: Fetcher
  readonly feeds: FeedParser
  readonly nextHolder: () => string // a name for a turn, unlike any other of any process
  readonly isGone?: (holder: string) => boolean // true: whoever took the turn so named is surely there no more
  readonly random: () => number
  readonly leaseMs?: number // LEASE_MS unless told
  readonly signal?: AbortSignal
  readonly onAsked?: (asked: Asked) => void
  /** Why nothing may be taken in just now; absent: nobody asks. */
  readonly whyNot?: () => Promise<NoIntake | undefined>
  /** Is told when intake stops, and with nothing when it goes on. */
  readonly onIntake?: (no: NoIntake | undefined) => void
  readonly mayKeep?: () => Promise<boolean> // false: another leads the asking by now, and nothing of ours is kept
}

/** Reads feeds apart from the loop that asks: a long one takes seconds. */
export interface FeedParser {
  /** The feed in these bytes. Throws ReadoutError FEED_UNKNOWN or FILE_TOO_LARGE. */
  parse(bytes: Uint8Array, at: FeedAnswer & { readonly url: string }): Promise<Feed>
  close(): Promise<void>
}

/** One request as it went, for those who watch. */
export interface Asked {
  readonly url: string
  readonly what: Capture['what']
  readonly outcome: string // "had", "unchanged", "status 404", "refused by robots" …
  readonly reason?: string
  readonly found: number // new pages that a feed led to
  readonly report?: string // what the report answers to, where the page is one
}
