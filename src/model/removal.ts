// What was taken away for good, and what stands in its place: the one exception to "kept for ever". It tells digests and never words.
import type { Digest, Id, Instant } from './id.ts'

/** `law`: a court or a right; `person at risk`; `retention`: the desk's own rule, of bytes that nothing leans on. */
export const REMOVAL_CAUSES = ['law', 'person at risk', 'retention'] as const

export type RemovalCause = (typeof REMOVAL_CAUSES)[number]

/** All that one removal took. Each list is in a fixed order, so that the same removal has the same digest. */
export interface Removal {
  readonly cause: RemovalCause
  readonly reports: readonly RemovedReport[]
  readonly captures: readonly Replaced<Id<'capture'>>[] // their records without what they told in words
  readonly payloads: readonly Digest[] // bytes as received, and texts that were pinned
  readonly docs: readonly Id<'doc'>[] // every text ever made of the reports
  readonly decisions: readonly Replaced<Id<'decision'>>[] // their records without the words looked at
  readonly versions: readonly Replaced<Digest>[] // records of editions, what is printed of the reports struck
  readonly addresses: readonly Digest[] // of the pages, as pages are compared: they are not asked for again
  readonly many?: Many // of the desk's rule on keeping: more than a decision should name
}

/** Things that are named beside the decision: how many, and one digest of their list in its order. */
export interface Many {
  readonly count: number
  readonly digest: Digest
}

/** A report that was removed: how it is called from then on, and the digests of its names before, by which old links find it. */
export interface RemovedReport {
  readonly report: string // its key
  readonly number: number // of the log, where it first came in
  readonly name: string // as before where only its bytes went
  readonly was: readonly Digest[] // its name and that of its page; none: the name stays
}

/** A record by the digest that the log has of it, and the digest of what stands there now. */
export interface Replaced<Of> {
  readonly id: Of
  readonly now: Digest
}

/** A removal as pages and exports tell of it. */
export interface ToldRemoval {
  readonly number: number // of its decision in the log
  readonly at: Instant
  readonly by: string
  readonly cause: RemovalCause
  readonly why: string
}

/** What stands where words were removed. */
export const REMOVED_WORDS = '[removed]'
