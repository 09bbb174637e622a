// The reports that bear on one claim, with their readings: what it takes to tell of a claim without the whole desk.
import type { ClaimFile } from '../archive/linked.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { readsById } from './reads-by-id.ts'

/** The reports of the appearances and stances of a claim, by doc, as people ruled on them. */
export function readsOfClaim(
  desk: Pick<Desk, 'store'>,
  { appearances, stances }: Pick<ClaimFile, 'appearances' | 'stances'>,
): ReadonlyMap<Id<'doc'>, ReadDoc> {
  return readsById(
    desk,
    [...appearances, ...stances].map(({ doc }) => doc),
  )
}
