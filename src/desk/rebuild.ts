// Drops all that is derived and makes it again from the truth, with the code that made it the first time.
import { checkTruth } from '../archive/check-truth.ts'
import { dumpDigest } from '../archive/dump-digest.ts'
import { eraseDerived } from '../archive/erase-derived.ts'
import { findWalk } from '../archive/linked.ts'
import type { Digest } from '../model/id.ts'
import { type Derived, derive, type Progress } from './derive.ts'
import type { Desk } from './desk.ts'

/** What a rebuild did. The same truth under the same versions gives the same digest. */
export interface Rebuilt extends Derived {
  readonly digest: Digest
}

/**
 * Rebuilds everything derived. Cut short, it is completed by the next command. A report whose bytes or record are harmed
 * is a fault. Throws STORE_DAMAGED, before anything is dropped, where the truth cannot be read to its end.
 */
export async function rebuild(desk: Desk, onProgress?: (progress: Progress) => void): Promise<Rebuilt> {
  if (findWalk(desk.store) && !desk.store.isReadOnly) tryTruth(desk)
  await eraseDerived(desk.store)
  const derived = await derive(desk, onProgress)
  return { ...derived, digest: dumpDigest(desk.store) }
}

// A ledger that stands is worth more than one that cannot be finished.
function tryTruth({ store }: Desk): void {
  for (const breach of checkTruth(store)) void breach // what is harmed but can be read costs its own report only
}
