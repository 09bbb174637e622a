// The weekly, down to one printed sentence.
import type { Days } from './attribution.ts'
import type { EditionPictures } from './edition-pictures.ts'
import type { Evidence } from './evidence.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { NonEmpty, Span } from './span.ts'
import type { WatchHead } from './watch.ts'

export interface Edition {
  readonly id: Id<'edition'>
  readonly watch?: WatchHead // absent: all that the desk holds
  readonly week: string // ISO week: 2024-W07; of a watch that is issued on another day than Monday, the one that it ends in
  readonly days?: Days // that it tells of, in the watch's time zone; absent: those of the week, in UTC
  readonly asOf: { readonly number: number; readonly before: Digest } // the last log entry it could know
  readonly after?: Id<'edition'> // what "changed" is measured from
  readonly sections: readonly Section[]
  readonly reports?: readonly EditionReport[] // the week's, and apart from them those that bear no date
  readonly pictures?: EditionPictures // absent: it is printed without
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
  readonly own?: readonly OwnLine[] // of an editor, before the items
  readonly note?: string // why it is empty, or what it leaves out
}

export type SectionKind =
  | 'lead'
  | 'in other news'
  | 'official briefings'
  | 'denials and non-comments'
  | 'corrected or withdrawn'
  | 'altered quotations' // only in a week that has one
  | 'changed since last edition'
  | 'one origin' // claims of this week that still rest on one
  | 'who spoke'

/** Why a matter is printed, and where it is: what was counted, what that weighs, and the sum that orders it. */
export interface Choice {
  readonly score: number // the sum of counted × weight; it orders, and says nothing about truth
  readonly because: readonly { readonly what: ChoiceReason; readonly counted: number; readonly weight: number }[]
}

export type ChoiceReason = 'outlets' | 'reports' | 'standing changed' | 'answered' | 'officials' | 'new this week'

export interface Item {
  readonly story?: Id<'story'>
  readonly choice?: Choice
  readonly heading?: Line // a headline or a claim's wording, quoted
  readonly answer?: 'rejected' // the lines turn down what the heading says, and do not deny it
  readonly lines: NonEmpty<Line>
  readonly own?: readonly OwnLine[] // after them
}

/** One printed sentence. Without evidence it does not compile. */
export interface Line {
  readonly id: Id<'line'>
  readonly text: string
  readonly claims: readonly Id<'claim'>[]
  readonly evidence: NonEmpty<Evidence>
  readonly refs?: readonly LineRef[] // in order of the text; none once a person or a model has reworded it
  readonly confidence?: number // 0 to 1: of the least sure statement that it rests on
  readonly reworded?: Reworded
  readonly removed?: Instant // when its words were taken away; what is left says so, and its evidence has no words of it
}

/** That the words are no longer the ruled ones, whose they are, and what in them the evidence does not bear out. */
export interface Reworded {
  readonly by: string // an editor's name, or the model's
  readonly ruled: string // the sentence that the rules had made
  readonly misses: readonly Miss[]
  readonly accepted?: { readonly by: string; readonly why: string } // the misses are known, and it may be issued so
}

/** Words of a sentence that its evidence does not bear out, or that it lacks. */
export interface Miss {
  readonly kind: 'quoted' | 'name' | 'number' | 'date' | 'polarity' | 'attribution'
  readonly words: string // as they stand in the sentence; of what is lacking, as the evidence has it
  readonly span?: Span // in the sentence; absent: it is lacking
}

/** A line of an editor's own, which leans on no report and says so. */
export interface OwnLine {
  readonly id: Id<'line'>
  readonly text: string
  readonly by: string
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
