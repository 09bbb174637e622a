// Drops all that is derived and makes it again from the truth, with the code that made it the first time.
import { dumpDigest } from '../archive/dump-digest.ts'
import { eraseDerived } from '../archive/erase-derived.ts'
import type { Digest } from '../model/id.ts'
import { type Derived, derive, type Progress } from './derive.ts'
import type { Desk } from './desk.ts'

/** What a rebuild did. The same truth under the same versions gives the same digest. */
export interface Rebuilt extends Derived {
  readonly digest: Digest
}

/** Rebuilds everything derived. Cut short, it is completed by the next command. */
export async function rebuild(desk: Desk, onProgress?: (progress: Progress) => void): Promise<Rebuilt> {
  await eraseDerived(desk.store)
  const derived = await derive(desk, onProgress)
  return { ...derived, digest: dumpDigest(desk.store) }
}
