// How a claim came into each doc, and how many origins really stand behind it.

import type { Field } from './doc.ts'
import type { Evidence } from './evidence.ts'
import type { Id } from './id.ts'
import type { Bounds, NonEmpty } from './span.ts'

/** How a claim came into a doc, and what shows it. `from` the doc's own outlet: first-hand. */
export type Lineage =
  | { readonly kind: 'named in text' | 'byline or dateline'; readonly from: string; readonly evidence: Evidence }
  | { readonly kind: 'aggregator source'; readonly from: string; readonly field: Field }
  | {
      readonly kind: 'near-identical text'
      readonly from: Id<'doc'>
      readonly shared: NonEmpty<readonly [Evidence, Evidence]>
    }
  | { readonly kind: 'later version'; readonly from: Id<'doc'> } // of the page; why it is counted with an earlier one
  | { readonly kind: 'unknown' }

/** Reports that print one text: the first of them, and every near-copy of it. */
export interface CopyGroup {
  readonly first: Id<'doc'>
  readonly copies: NonEmpty<NearCopy>
}

/** A reprint, a cut copy, one with a new lead or spliced with another, and the characters that show it. */
export interface NearCopy {
  readonly doc: Id<'doc'>
  readonly of: Id<'doc'> // the first report of its group, or another copy that it is nearer to
  readonly share: number // 0 to 1: of the words outside quotations of the shorter of the two
  readonly shared: NonEmpty<readonly [of: Evidence, own: Evidence]>
}

/** Who tells a claim in one doc, as that doc has it, and which outlet heard it. */
export interface Teller {
  readonly kind: 'unnamed' | 'named' | 'outlet' // an outlet that names nobody behind it
  readonly entity: { readonly id: Id<'entity'>; readonly name: string; readonly isRuled?: true } // ruled: to be one with another
  readonly name: string // as this doc has it
  readonly toldTo?: string
  readonly key: string // of an unnamed one: side and kind; else the entity
  readonly side?: string
  readonly heads: Bounds
  readonly isBare?: true // of a named one: "the company", "the mayor", and nothing tells which; of each outlet its own
  readonly isRetold?: boolean // another outlet than the one that heard it tells it
  readonly evidence: Evidence // the words that name or describe it
}

/** Where a claim enters the record: the last voice before the first outlet, and that outlet. */
export interface Origin {
  readonly id: Id<'origin'>
  readonly teller: Id<'entity'> // the Veldanian officials; Anselm Roke
  readonly name: string // the teller's name as the ledger prints it
  readonly toldTo?: string // the outlet it was told to; absent where the words were public
  readonly heads: Bounds // three sources told one agency: one origin, three heads
  readonly appearances: NonEmpty<Id<'appearance'>>
}

/** How many origins a claim really has. Unknown lineage is a bucket of its own and in neither number. */
export interface Independence {
  readonly claim: Id<'claim'>
  readonly origins: readonly Origin[]
  readonly reasons: readonly Reason[]
  readonly unknown: readonly Id<'appearance'>[]
  readonly atLeast: number // all that may be one counted as one
  readonly atMost: number // only what is shown to be one counted as one
}

export type Reason =
  | {
      readonly kind: 'same origin'
      readonly appearance: Id<'appearance'>
      readonly origin: Id<'origin'>
      readonly because: Lineage
    }
  | {
      readonly kind: 'may be one' // any two of them
      readonly origins: readonly [Id<'origin'>, Id<'origin'>, ...Id<'origin'>[]]
      readonly meant?: Id<'origin'> // the one of them that is named in full, and that the others may be; absent: none is
      readonly because: NonEmpty<Evidence> // the words that name or describe each, in their order
    }
  | { readonly kind: 'ruled'; readonly decision: Id<'decision'>; readonly because: string }
