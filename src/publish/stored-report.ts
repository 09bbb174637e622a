// What the page of a stored report is made of.
import type { Attribution, SourceKind } from '../model/attribution.ts'
import type { Capture } from '../model/capture.ts'
import type { Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Kind, Reading } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { PageHistory } from '../model/version.ts'
import type { PlacedRemoved } from './place-removed.ts'
import type { CitationBlock } from './render-claim.ts'

export interface StoredReport {
  readonly doc: Doc
  readonly reading?: Reading
  readonly captures?: readonly Capture[] // the sightings, first one first
  readonly copies?: readonly CopyOf[] // reports that print the same text
  readonly history?: PageHistory // of its page
  readonly said?: readonly SaidNote[] // what the reading found, with who is meant; absent: told in a list at the end
  readonly people?: readonly ReportPerson[]
  readonly asked?: readonly AskedWords[] // what the link that led here points at
  readonly quiet?: readonly Evidence[] // other words that links lead to
  readonly citations?: readonly CitationBlock[]
  readonly placed?: readonly PlacedRemoved[] // what was left out, where it stood; absent: it is not asked for
}

/** One attribution with the names of those who are meant. */
export interface SaidNote {
  readonly attribution: Attribution
  readonly who: readonly string[]
  readonly people: readonly { readonly id: Id<'entity'>; readonly name: string }[]
  readonly kind: SourceKind
  readonly words: string
  readonly via: readonly string[]
  readonly said?: string
  readonly claims: readonly { readonly claim: Id<'claim'>; readonly wording: string; readonly contrary?: true }[]
}

/** Somebody in the report, and where the text names them. */
export interface ReportPerson {
  readonly id: Id<'entity'>
  readonly name: string
  readonly kind: Kind
  readonly said: number
  readonly spans: readonly Span[]
}

/** Words that a link points at, under the anchor that it has; without a span they are in this text no more. */
export interface AskedWords {
  readonly anchor: string
  readonly span?: Span
}

/** Which marks a page begins with. */
export type ShownMarks = ReadonlySet<'attributions' | 'people' | 'removed'>

/** Another report of which this one is a near-copy, or the other way round. */
export interface CopyOf {
  readonly doc: Doc
  readonly share: number // 0 to 1, of the shorter one's words
  readonly shared: Evidence // the longest passage, in the other report
}
