// The weekly, down to one printed sentence.
import type { Evidence } from './evidence.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { NonEmpty, Span } from './span.ts'

export interface Edition {
  readonly id: Id<'edition'>
  readonly week: string // ISO week: 2024-W07
  readonly asOf: { readonly number: number; readonly before: Digest } // the last log entry it could know
  readonly after?: Id<'edition'> // what "changed" is measured from
  readonly sections: readonly Section[]
  readonly reports?: readonly EditionReport[] // the week's, and apart from them those that bear no date
}

/** A report that the edition could draw on, as a reader would cite it. */
export interface EditionReport {
  readonly doc: Id<'doc'>
  readonly name: string
  readonly title?: string
  readonly outlet?: string // absent: unknown
  readonly published?: Instant // absent: undated, hence in no week
  readonly isLater?: true // a later version of a page
}

export interface Section {
  readonly kind: SectionKind
  readonly items: readonly Item[]
  readonly note?: string // why it is empty, or what it leaves out
}

export type SectionKind =
  | 'lead'
  | 'in other news'
  | 'official briefings'
  | 'denials and non-comments'
  | 'altered quotations' // only in a week that has one
  | 'changed since last edition'

export interface Item {
  readonly story?: Id<'story'>
  readonly heading?: Line // a headline or a claim's wording, quoted
  readonly answer?: 'rejected' // the lines turn down what the heading says, and do not deny it
  readonly lines: NonEmpty<Line>
}

/** One printed sentence. Without evidence it does not compile. */
export interface Line {
  readonly id: Id<'line'>
  readonly text: string
  readonly claims: readonly Id<'claim'>[]
  readonly evidence: NonEmpty<Evidence>
  readonly refs?: readonly LineRef[] // in order of the text
}

/**
 * A stretch of a line's text and the piece of evidence (by its place in the list) that it leans on. `copied`: these are
 * its characters, but for a first letter's case and the shape of quotation marks. `cited`: these words open it.
 * `counted`: how many origins the first of the line's claims has, beside the evidence that puts it forward.
 */
export interface LineRef {
  readonly kind: 'copied' | 'cited' | 'counted'
  readonly span: Span
  readonly evidence: number
}
