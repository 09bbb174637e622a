// What the page of a form for one ruling shows: the thing, what there is to choose from, what was filled in before, and why
// it was not kept the first time.
import type { Instant } from '../../model/id.ts'
import type { TextMark } from '../mark-text.ts'
import type { Action, ReviewTarget } from './review-target.ts'

/** A form for one ruling. */
export interface ReviewForm {
  readonly target: ReviewTarget
  readonly action: Action
  readonly passage?: Passage // the words of the report that it is about
  readonly words?: OwnWords // of an attribution, for correcting
  readonly people?: { readonly here: readonly PersonChoice[]; readonly found: readonly PersonChoice[] }
  readonly claims?: { readonly near: readonly ClaimChoice[]; readonly found: readonly ClaimChoice[] }
  readonly bearings?: { readonly items: readonly BearingChoice[]; readonly isPart: boolean }
  readonly tagsKnown?: readonly string[]
  readonly search?: string // the words that were searched for
  readonly filled?: Filled
  readonly problem?: Problem
}

/** A stretch of a report with its marks, whose places count from its first character. */
export interface Passage {
  readonly text: string
  readonly marks: readonly TextMark[]
  readonly report: {
    readonly title: string
    readonly outlet?: string
    readonly published?: Instant
    readonly href: string
  }
}

/** The words of an attribution, one stretch a line. */
export interface OwnWords {
  readonly source: string
  readonly cue: string
  readonly content: string
}

export interface PersonChoice {
  readonly id: string
  readonly name: string
  readonly office?: string
  readonly said: number
}

export interface ClaimChoice {
  readonly id: string
  readonly wording: string
  readonly href: string
  readonly because?: string // why it is held to be another
  readonly nearness?: number // 0 to 1
}

/** An attribution that bears on the claim. */
export interface BearingChoice {
  readonly id: string
  readonly who: string
  readonly words: string
  readonly report: string
  readonly href: string
  readonly because: string
}

/** What was filled in, so that nothing is lost when a form comes back. */
export interface Filled {
  readonly why?: string
  readonly text?: string
  readonly tag?: string
  readonly to?: string
  readonly source?: string
  readonly cue?: string
  readonly content?: string
  readonly chosen?: readonly string[] // ids that were ticked
}

/** Why it was not kept. `stale`: others ruled on it since the page was made. */
export type Problem =
  | { readonly kind: 'stale'; readonly decided: readonly DecidedMeanwhile[] }
  | { readonly kind: 'refused'; readonly message: string }

/** A decision of another that came while the page was open. */
export interface DecidedMeanwhile {
  readonly number: number
  readonly kind: string // of the ruling; or "undo of" such a kind
  readonly by: string
  readonly at: Instant
  readonly why: string
}
