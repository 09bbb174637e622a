// An edition over time: drafted, edited, issued, corrected. Each version is kept for ever.
import type { Edition } from './edition.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { Standing } from './timeline.ts'

/** Which version of which edition, and the digest of its record, under which it is stored. */
export interface EditionRef {
  readonly watch?: string // absent: the watch of all that the desk holds
  readonly week: string
  readonly number: number // 1 for the first draft
  readonly state: EditionState
  readonly digest: Digest
}

/** `corrected`: issued before, and printed otherwise since; the corrections say how. */
export type EditionState = 'draft' | 'issued' | 'corrected'

export interface EditionVersion {
  readonly edition: Edition
  readonly number: number
  readonly state: EditionState
  readonly title?: string // an editor's own; absent: "The week of ..."
  readonly corrections: readonly Correction[] // all so far, the newest last
  readonly before?: Digest // of the version that it was made from
  readonly composed?: Digest // of the edition as the rules composed it, before anybody edited it
  readonly stood?: readonly Stood[] // the claims of its lines, as they stood on the desk when it was composed or issued
  readonly pinned?: readonly Pinned[] // of an issued one, every doc that it cites; of a draft after it, the same
  readonly removals?: readonly EditionRemoval[] // what was struck in it since, by law or for somebody's safety; the newest last
}

/** That lines of an edition were struck since it was kept, with the reports that they rested on. It is shown with the edition, dated. */
export interface EditionRemoval {
  readonly at: Instant
  readonly lines: number
  readonly why: string
}

/** Where a claim stood. */
export interface Stood {
  readonly claim: Id<'claim'>
  readonly standing: Standing
}

/** A doc that is kept among the truths, so that the words pointed at cannot be rebuilt away: its record lies under the digest. */
export interface Pinned {
  readonly doc: Id<'doc'>
  readonly text: Digest
}

/** What an issued edition printed otherwise from then on. It is shown with the edition, dated, and sent on. */
export interface Correction {
  readonly at: Instant
  readonly line?: Id<'line'> // as it is now; absent: it was taken out
  readonly was?: string // absent: it was put in
  readonly now?: string // absent: it was taken out
  readonly why: string
}
