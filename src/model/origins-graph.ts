// What the picture of a claim's origins is drawn from: who told it, which outlet heard it, which reports printed it and how
// each came by it; what may be one; and the reports of which nobody knows.
import type { Instant } from './id.ts'
import type { Lineage } from './origin.ts'
import type { Bounds } from './span.ts'

export interface OriginsGraph {
  readonly wording: string
  readonly origins: readonly GraphOrigin[]
  readonly reports: readonly GraphReport[] // of the origins, in the order in which they were printed
  readonly unknown: readonly GraphReport[] // whose lineage is unknown: in neither number
  readonly doubts: readonly (readonly string[])[] // ids of origins, any two of which may be one
  readonly atLeast: number
  readonly atMost: number
  readonly unknownReports?: number // of one that keeps the most: how many there are in all
  readonly left?: { readonly origins: number; readonly reports: number } // what it leaves out
}

/** A teller as obtained by an outlet. */
export interface GraphOrigin {
  readonly id: string
  readonly name: string
  readonly heads: Bounds
  readonly toldTo?: string // absent: said in public
  readonly isOutlet: boolean // the outlet names nobody behind it
  readonly prints: readonly GraphPrint[]
}

/** How the claim came from an origin into a report. */
export interface GraphPrint {
  readonly report: string // its doc's id
  readonly how: PrintedHow
}

/** The kind of lineage; `first-hand`: the outlet that heard it prints it itself. */
export type PrintedHow = Lineage['kind'] | 'first-hand'

export interface GraphReport {
  readonly id: string
  readonly name: string
  readonly outlet?: string
  readonly published?: Instant
}
