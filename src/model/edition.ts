// The weekly, down to one printed sentence.
import type { Evidence } from './evidence.ts'
import type { Digest, Id } from './id.ts'
import type { NonEmpty } from './span.ts'

export interface Edition {
  readonly id: Id<'edition'>
  readonly week: string // ISO week: 2024-W07
  readonly asOf: { readonly number: number; readonly before: Digest } // the last log entry it could know
  readonly after?: Id<'edition'> // what "changed" is measured from
  readonly sections: readonly Section[]
}

export interface Section {
  readonly kind: SectionKind
  readonly items: readonly Item[]
}

export type SectionKind =
  | 'lead'
  | 'in other news'
  | 'official briefings'
  | 'denials and non-comments'
  | 'changed since last edition'

export interface Item {
  readonly story?: Id<'story'>
  readonly lines: NonEmpty<Line>
}

/** One printed sentence. Without evidence it does not compile. */
export interface Line {
  readonly id: Id<'line'>
  readonly text: string
  readonly claims: readonly Id<'claim'>[]
  readonly evidence: NonEmpty<Evidence>
}
