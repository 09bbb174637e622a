// The reports that bear on one claim, with their readings: what it takes to tell of a claim without the whole desk.
import { findDoc } from '../archive/docs.ts'
import type { ClaimFile } from '../archive/linked.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { listRuledDocs } from './list-rulings.ts'

/** The reports of the appearances and stances of a claim, by doc, as people ruled on them. */
export async function readsOfClaim(
  { store }: Pick<Desk, 'store'>,
  { appearances, stances }: Pick<ClaimFile, 'appearances' | 'stances'>,
): Promise<ReadonlyMap<Id<'doc'>, ReadDoc>> {
  const reads = new Map<Id<'doc'>, ReadDoc>()
  for (const id of new Set([...appearances, ...stances].map(({ doc }) => doc))) {
    const doc = await findDoc(store, id)
    const alike = doc ? await listRuledDocs(store, { after: 0, limit: ALIKE, name: doc.name }) : []
    const found = alike.find(({ readDoc }) => readDoc.doc.id === id)
    if (found) reads.set(id, found.readDoc)
  }
  return reads
}

const ALIKE = 1000 // reports of one name: of several outlets
