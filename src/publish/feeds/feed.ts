// A feed before it takes one of its three forms. Addresses are whole, and ids are for good: they hang on what a thing is, and not on
// where it is found or in which version.
import { digestOf } from '../../model/digest.ts'
import type { Digest, Instant } from '../../model/id.ts'

export interface Feed {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly page: string // what it is the feed of
  readonly addresses: Readonly<Record<FeedForm, string>> // of the feed itself
  readonly updated: Instant
  readonly entries: readonly FeedEntry[] // the newest first
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly page: string
  readonly summary: string // plain text
  readonly html?: string // all of it; absent: the summary is all
  readonly published?: Instant
  readonly updated: Instant
}

export const FEED_FORMS = ['rss', 'atom', 'json'] as const

export type FeedForm = (typeof FEED_FORMS)[number]

/** The media type that each form is sent as. */
export const FEED_TYPES: Readonly<Record<FeedForm, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** An id for good, for something of one desk: a UUID made of a digest (RFC 9562, version 8). `desk`: what tells it from others. */
export function lastingId(desk: Digest, ...parts: readonly string[]): string {
  const hex = digestOf(JSON.stringify([desk, ...parts]))
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}`
}
