// What lists show of the things of a desk: one flat line each, so that a page of a list is one question to the store.
import type { Act } from './act.ts'
import type { Attribution, SourceKind } from './attribution.ts'
import type { Id, Instant } from './id.ts'
import type { Kind } from './reading.ts'
import type { Span } from './span.ts'
import type { Standing } from './timeline.ts'

/** A page of a list. `next` leads to the one after it; absent: this is the last. */
export interface Listed<T> {
  readonly items: readonly T[]
  readonly next?: string // a cursor: opaque, and good for this list in this order only
}

/** Which page of a list is wanted. Throws CURSOR_UNKNOWN where the cursor is none of this list. */
export interface WantedPage {
  readonly after?: string | undefined
  readonly limit: number // 1 to 1000
}

export interface ReportLine {
  readonly doc: Id<'doc'>
  readonly name: string
  readonly first: number // log number of the first sighting
  readonly firstAt: Instant
  readonly title?: string
  readonly outlet?: string
  readonly published?: Instant
  readonly language: string
  readonly url?: string
  readonly said: number // attributions in it
  readonly story?: Id<'story'>
  readonly isLater?: true // a later version of a page
}

/** What somebody did to a claim on one day. */
export interface TakenAct {
  readonly act: Act
  readonly printed?: Instant // absent: undated
}

export interface ClaimLine {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly standing: Standing
  readonly standingBefore?: Standing // that it had until it changed last
  readonly standingSince?: Instant // when what made it so was printed
  readonly firstPrinted?: Instant
  readonly lastPrinted?: Instant // of what was printed of it last: put forward or answered
  readonly reports: number // that put it forward, one a page
  readonly atLeast: number // origins
  readonly atMost: number
  readonly unknown: number // reports of unknown lineage
  readonly denied: number // holders
  readonly declined: number
  readonly confirmed: number
  readonly altered: number // printings that changed a quotation
  readonly story?: Id<'story'>
}

export interface StoryListLine {
  readonly story: Id<'story'>
  readonly title: string
  readonly from?: Instant // of its first dated report
  readonly until?: Instant
  readonly reports: number // later versions of a page are not counted
  readonly claims: number
}

export interface PersonLine {
  readonly entity: Id<'entity'>
  readonly kind: Kind
  readonly name: string
  readonly office?: string // the last that a report gave
  readonly said: number // attributions
  readonly reports: number // in which it speaks
  readonly lastPrinted?: Instant
}

/** One attribution, as lists and search show it. */
export interface SaidLine {
  readonly doc: Id<'doc'>
  readonly name: string // of the report
  readonly attribution: Id<'attribution'>
  readonly who: readonly Id<'entity'>[]
  readonly source: string // the words that name it, or "unstated"
  readonly kind: SourceKind
  readonly act: Act
  readonly form: Attribution['form']
  readonly outlet?: string
  readonly published?: Instant
  readonly confidence: number // 0 to 1
  readonly words: string // what was said
  readonly start: number // of its first piece, in UTF-16 units
  readonly end: number
  readonly claims: readonly Id<'claim'>[] // that it bears on
}

/** What a search found, with the words that it was found by. */
export type Hit =
  | { readonly in: 'reports'; readonly report: ReportLine; readonly excerpt: Excerpt }
  | { readonly in: 'said'; readonly said: SaidLine; readonly excerpt: Excerpt }
  | { readonly in: 'claims'; readonly claim: ClaimLine; readonly excerpt: Excerpt }

/** A stretch of what was searched. */
export interface Excerpt {
  readonly text: string
  readonly marks: readonly Span[] // in `text`: what was looked for
  readonly at: number // where it begins in the report's text, in what was said, or in the wording
  readonly isCut: boolean // there is more than this
}
