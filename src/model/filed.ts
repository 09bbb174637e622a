// A report as it was filed under a story, and the register where filed reports stand in the one order that all reports have.
import type { Instant } from './id.ts'
import type { Vector } from './vector.ts'

/** Where a report stands among all reports: by its printing, then its name, then its id. Undated reports come last. */
export interface FiledPlace {
  readonly id: string
  readonly name: string
  readonly published?: Instant | undefined
}

/** A report with all that filing later ones needs of it. A story is named by the id of its first report here. */
export interface Filed extends FiledPlace {
  readonly stems: Uint32Array // its words as numbers, in rising order
  readonly counts: Uint16Array // how often each counts
  readonly weights: Float32Array // what each weighed when the report was filed
  readonly vector?: Vector | undefined // what its title and its beginning are about
  readonly joined: string // the story that it was filed under
  readonly moves: readonly Move[] // the reports before it that its coming put under another story
  readonly story: string // the story that it is of now: where it was filed, unless a later one moved it
}

/** A report is put under a story. */
export interface Move {
  readonly report: string
  readonly story: string
}

/** Where filed reports stand, in memory or in the store. */
export interface Register {
  /** The last so many before a place, in order; of dated ones only those printed since then. */
  listBefore(place: FiledPlace, most: number, since?: Instant): Promise<Filed[]>
  /** The first so many from a place on, or after it, in order. */
  listFrom(place: FiledPlace, most: number): Promise<Filed[]>
  listAfter(place: FiledPlace, most: number): Promise<Filed[]>
  find(ids: readonly string[]): Promise<Filed[]>
  /** Puts reports there, each instead of what had its id. */
  keep(filed: readonly Filed[]): Promise<void>
  move(moves: readonly Move[]): Promise<void>
  drop(ids: readonly string[]): Promise<void>
}

/** Below 0 where `a` comes first. */
export function comparePlaces(a: FiledPlace, b: FiledPlace): number {
  const [early, late] = [a.published ?? UNDATED, b.published ?? UNDATED]
  return compareText(early, late) || compareText(a.name, b.name) || compareText(a.id, b.id)
}

/** Comes after every date. */
export const UNDATED = '~'

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
