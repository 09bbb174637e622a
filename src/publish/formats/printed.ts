// What every format of an edition is made from: one version of it, and what of the desk its lines lean on.
import type { EditionVersion } from '../../model/edition-version.ts'
import type { Digest, Id, Instant } from '../../model/id.ts'
import type { FindDoc } from '../render-line.ts'

export interface PrintedEdition {
  readonly version: EditionVersion
  readonly at?: Instant // when the version was kept; absent: it was composed now and is not kept
  readonly first?: Instant // when the edition was issued for the first time; absent: it never was
  readonly findDoc: FindDoc
  readonly findArchived?: (doc: Id<'doc'>) => Archived | undefined
}

/** How the desk came by a report: its first capture. */
export interface Archived {
  readonly capture: Id<'capture'>
  readonly at: Instant
  readonly payload?: Digest // SHA-256 of the bytes as they came
}
