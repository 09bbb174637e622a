// The nouns of the newsstand: hosts of invented outlets, their pages over virtual time, and the one vice that some have.
import type { Vice } from './vices.ts'

export interface Stand {
  readonly seed: number
  readonly epoch: number // virtual milliseconds, as all instants here
  readonly span: number
  readonly hosts: readonly Host[]
}

export interface Host {
  readonly name: string // karsk-courier.example
  readonly outlet: string
  readonly feed: Feed
  readonly robots: 'missing' | 'open' | 'partly' | 'slow' // slow: a crawl-delay of twenty seconds
  readonly validators: 'etag' | 'modified' | 'both' | 'none'
  readonly coding: Coding
  readonly pages: readonly Page[]
  readonly vice?: Vice
}

export interface Feed {
  readonly kind: 'rss' | 'atom' | 'json' | 'sitemap'
  readonly path: string
  readonly lists: number // so many of the newest pages
}

export type Coding = 'identity' | 'gzip' | 'br' | 'zstd'

export interface Page {
  readonly path: string
  readonly number: number
  readonly versions: readonly [number, ...number[]] // when each was printed; the first is when the page appears
  readonly moved?: { readonly at: number; readonly status: 301 | 302 | 308; readonly to: string }
  readonly gone?: { readonly at: number; readonly status: 404 | 410 }
  readonly isClosed: boolean // its host's robots.txt forbids it
  readonly isStruck: boolean // by its host's vice, where that is one of pages
}

/** What a path of a host is. */
export type Asked = 'robots' | 'feed' | 'page' | 'other'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** Until then a vice that heals is there. */
export const HEALS = 6 * HOUR

/** Which version stands at the time; -1 before the page appears. */
export function versionAt({ versions }: Page, time: number): number {
  return versions.findLastIndex((at) => at <= time)
}

/** The pages that a feed lists at the time, the newest first. */
export function listedAt({ pages, feed }: Host, time: number): readonly Page[] {
  const there = pages.filter(({ versions }) => versions[0] <= time)
  return there.sort((a, b) => b.versions[0] - a.versions[0] || b.number - a.number).slice(0, feed.lists)
}
