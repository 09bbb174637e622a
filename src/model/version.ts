// A page as it was seen over time: its versions, what changed from one to the next, and when it brought no text.
import type { Act } from './act.ts'
import type { Days } from './attribution.ts'
import type { Doc } from './doc.ts'
import type { Evidence } from './evidence.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { NonEmpty, Span } from './span.ts'
import type { WatchHead } from './watch.ts'

/** A page of which the desk has at least one version. */
export interface PageHistory {
  readonly address?: string // absent: a report that came without one, hence with one version
  readonly versions: NonEmpty<PageVersion> // in the order of the log
  readonly absences: readonly Absence[]
}

/** One text of a page. */
export interface PageVersion {
  readonly doc: Doc
  readonly sightings: NonEmpty<Sighting> // in the order of the log; the first is its own
  readonly isStub?: true // what is left of the version before behind a paywall
  readonly change?: PageChange // from the version before; absent of the first
}

/** One capture that brought the words of a version, or said that they still stand. */
export interface Sighting {
  readonly at: Instant
  readonly name: string // of the report that it is one of: another than the version's where its bytes are others
  readonly bytes?: Digest // absent: the page was said to be unchanged
}

/** A capture that brought no text. */
export interface Absence {
  readonly at: Instant
  readonly told: string // "answered with status 404"
}

/** What changed from one version to the next, and what stands in the changed stretches. */
export interface PageChange extends Comparison {
  readonly from: string // name of the version before
  readonly hunks: readonly Hunk[]
  readonly claims: readonly TouchedClaim[]
  readonly quotations: readonly TouchedQuotation[]
  readonly lines: readonly LeaningLine[]
}

/** Without an own place in one text: `at` is where it would stand there. */
export type Stretch =
  | { readonly kind: 'kept' | 'moved'; readonly earlier: Span; readonly later: Span }
  | { readonly kind: 'removed'; readonly earlier: Span; readonly at: number }
  | { readonly kind: 'added'; readonly later: Span; readonly at: number }

/** Two texts laid side by side. */
export interface Comparison {
  readonly stretches: readonly Stretch[] // in the order of the later text; none crosses the edge of a block
  readonly words: { readonly kept: number; readonly removed: number; readonly added: number }
  readonly headline?: { readonly was: string; readonly became: string } // absent: it is the same
  readonly isByParagraph?: true // too much changed somewhere to be told word by word
  readonly comparedTo?: number // words of each text from its beginning; absent: all
}

/** One place that changed, with a few words around it. */
export type Hunk = NonEmpty<{ readonly kind: Stretch['kind']; readonly text: string }>

/**
 * A claim with words in a changed stretch: gone from the page, new on it, or still there in other words. With an act: an
 * answer to the claim is, such as a denial.
 */
export interface TouchedClaim {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly what: 'gone' | 'new' | 'reworded'
  readonly act?: Act
  readonly evidence: Evidence // of the earlier version; of what is new, of the later one
}

/** A quotation in a changed stretch. */
export interface TouchedQuotation {
  readonly what: 'altered' | 'gone' | 'new'
  readonly was?: Evidence
  readonly became?: Evidence
  readonly told?: string // of an altered one: what was done to it, in words
}

/** A line of an edition that rests on words which the later version has changed or has no more. */
export interface LeaningLine {
  readonly week: string
  readonly watch?: WatchHead
  readonly days?: Days
  readonly issued?: Instant // absent: the latest edition, as it would be printed now
  readonly text: string
  readonly evidence: Evidence
}
