// What the desk needs of linking and tracking: reports are taken one after the other, on from where the last walk stopped.
import type { Within } from '../archive/keep-linked.ts'
import type { Placed } from '../link/pass.ts'
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Shelf } from '../model/shelf.ts'
import type { VectorOf } from '../model/vector.ts'
import type { Filer } from '../track/make-filer.ts'

/** Where linking goes on from. */
export interface LinkingFrom {
  readonly shelf: Shelf
  readonly readOf: (doc: Id<'doc'>) => ReadDoc // as the reader left it
  readonly rulings: readonly Decision[] // in force, in log order
  readonly vectorOf?: VectorOf // absent: by words alone
  readonly filer?: Filer | undefined // as it stood at the end of the walk before
}

/** What rulings bear on beside the claims that they name, which linking finds by itself. */
export interface RuledOn {
  readonly read: readonly Id<'doc'>[] // read otherwise than before
  readonly docs: readonly Id<'doc'>[] // that name somebody who is somebody else now
  readonly claims: readonly Id<'claim'>[] // of which these are among the origins
}

export interface Linking {
  readonly filer: Filer // what it holds of the reports that were filed
  /** True where the report was taken. */
  has(doc: Id<'doc'>): boolean
  /** True where the last walk ended before it had taken all again that it had taken back. */
  readonly isBegun: boolean
  /** Takes reports and drops others; yields the number taken after every so many. Throws TooFarBack: all must be taken anew. */
  take(added: readonly Placed[], dropped: readonly Id<'doc'>[], every: number): Iterable<number>
  /** Says what other rulings than those of the last time bear on, so that it is written anew. */
  touch(ruledOn: RuledOn): void
  /** Writes what changed since the last time, and puts on the shelf what must be remembered. */
  write(within: Within): Promise<void>
}

export type OpenLinking = (from: LinkingFrom) => Linking
