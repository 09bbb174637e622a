// The ledger: one row a claim, with all that stands behind it and against it.
import type { Attribution } from './attribution.ts'
import type { Appearance, Bearing, Claim, Entity } from './claim.ts'
import type { Doc } from './doc.ts'
import type { Evidence } from './evidence.ts'
import type { Id, Instant } from './id.ts'
import type { CopyGroup, Independence } from './origin.ts'
import type { QuoteMatch } from './quote-match.ts'
import type { Reading } from './reading.ts'
import type { Story } from './story.ts'
import type { Stance, Standing } from './timeline.ts'

/** One report with its reading: what linking works on. */
export interface ReadDoc {
  readonly doc: Doc
  readonly reading: Reading
  readonly asRead?: Reading // as the reader left it, where people ruled otherwise
}

/** What `link` makes of a desk's docs. */
export interface Linked {
  readonly entities: readonly Entity[]
  readonly claims: readonly Claim[] // in the order in which they were first put, by printing
  readonly bearings: readonly Bearing[]
  readonly appearances: readonly Appearance[]
  readonly independences: readonly Independence[] // one a claim
  readonly quoteMatches: readonly QuoteMatch[]
  readonly copyGroups: readonly CopyGroup[]
}

/** What `track` makes of what was linked. */
export interface Tracked {
  readonly stances: readonly Stance[]
  readonly stories: readonly Story[]
  readonly rows: readonly LedgerRow[]
}

/** One claim as the ledger prints it. Names are those of entities; every list is in order of first printing. */
export interface LedgerRow {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly standing: Standing
  readonly firstPrinted?: Instant
  readonly independentOrigins: readonly string[] // "outlet: source", or the source alone where it spoke in public
  readonly atLeast: number
  readonly atMost: number
  readonly unknownLineage: number // reports of unknown lineage, in neither number
  readonly reasons: readonly string[] // one sentence a fold or doubt
  readonly assertedIn: readonly string[] // names of docs, one a page
  readonly laterVersions?: readonly string[] // names of later versions of these that have it too; absent: none
  readonly confirmedBy: readonly Holder[]
  readonly deniedBy: readonly Holder[]
  readonly declinedToComment: readonly Holder[]
  readonly correctedBy: readonly Holder[]
  readonly rejectedBy?: readonly Holder[] // turned down, which is not denied; absent: nobody
  readonly altered?: readonly Alteration[] // printings that changed the words inside the marks; absent: none
  readonly story?: Id<'story'>
}

/** Rows that are made when they are asked for: of the thousands of a week a few hundred are printed. */
export interface Ledger {
  readonly claims: readonly Id<'claim'>[] // in the order of the rows
  readonly headOf: (claim: Id<'claim'>) => RowHead | undefined
  readonly rowOf: (claim: Id<'claim'>) => LedgerRow | undefined
}

/** What of a row is asked of many claims, made without the rest of it. */
export interface RowHead extends Pick<LedgerRow, 'wording' | 'story'> {
  readonly reports: number // in which it is asserted
  readonly confirmed: number // holders
  readonly denied: number
  readonly declined: number
  readonly atLeast: number
  readonly atMost: number
  readonly unknownLineage: number
}

/** A quotation of the claim that a later printing changed inside its marks. */
export interface Alteration {
  readonly doc: string // name of the doc that changed it
  readonly was: string // the remark as printed before, marks left out
  readonly became: string
  readonly betweenVersions?: true // of one page
}

/** Who took a stance, when and where it was printed, and the words. */
export interface Holder {
  readonly name: string
  readonly via: readonly string[]
  readonly said?: string // a day, or a first and a last day joined by "/"
  readonly silence?: NonNullable<Attribution['silence']> // how a non-comment came about
  readonly doc: string // name of the doc
  readonly evidence: Evidence
}
