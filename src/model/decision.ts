// What people ruled, and the one log that numbers all truth.
import type { Edition } from './edition.ts'
import type { Evidence } from './evidence.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { NonEmpty } from './span.ts'

/** What a person ruled: who, when, what, why. Kept for ever, applied again in every rebuild. */
export interface Decision {
  readonly id: Id<'decision'>
  readonly by: Id<'editor'>
  readonly at: Instant
  readonly ruling: Ruling
  readonly why: string
}

export type Ruling =
  | { readonly kind: 'confirm' | 'reject'; readonly what: Target }
  | { readonly kind: 'issue'; readonly edition: Edition }
  | { readonly kind: 'undo'; readonly decision: Id<'decision'> }

/** What is ruled on: the id on the screen, and the words looked at, by which it is found again. */
export interface Target {
  readonly id: Id<'attribution' | 'claim' | 'entity' | 'origin' | 'story'>
  readonly words: NonEmpty<Evidence>
}

/** One line of the log. `before` is the digest of the entry before it, so that a gap shows. */
export interface LogEntry {
  readonly number: number
  readonly at: Instant
  readonly what: Id<'capture' | 'decision'>
  readonly before: Digest
}
