// What an incremental pass remembers between two reports, and what it says is to be put in the place of what.
import type { LinkedNoun } from './linked-nouns.ts'

/** Where an incremental pass keeps what it must remember: small values by key. Synchronous: a page of a local file. */
export interface Shelf {
  get(key: string): string | Uint8Array | undefined
  set(key: string, value: string | Uint8Array | undefined): void // undefined: take away
}

/** Rows that stand for one thing (a claim with all that hangs on it, say), to be put in place of all its earlier rows. */
export interface Replacement {
  readonly owner: string // "claim 3f…", "quotes <doc id>", "entity <id>", "copies <doc id>", "story <id>", "chains <doc id>"
  readonly rows: readonly MadeRow[]
}

/** One row: unique by noun and id, listed by sort and then id. */
export interface MadeRow {
  readonly noun: LinkedNoun
  readonly id: string
  readonly sort: string
  readonly claim?: string
  readonly doc?: string
  readonly thing: object
}

/** What changed in one walk: `isWhole`: everything of before is dropped first. */
export interface LinkedChanges {
  readonly isWhole: boolean
  readonly replacements: readonly Replacement[]
}
