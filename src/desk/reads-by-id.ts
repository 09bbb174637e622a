// Some reports with their readings, by the id of their docs, as people ruled on them.

import { findWalk } from '../archive/linked.ts'
import { openReadsOf } from '../archive/open-reads.ts'
import { applyToReading } from '../link/apply-to-reading.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { listRulings } from './list-rulings.ts'

/** These docs with their readings; one that is not there is left out. */
export function readsById({ store }: Pick<Desk, 'store'>, ids: Iterable<Id<'doc'>>): Map<Id<'doc'>, ReadDoc> {
  const reads = new Map<Id<'doc'>, ReadDoc>()
  const walk = findWalk(store)
  if (!walk) return reads
  const rulings = listRulings(store, walk.linkedTo)
  const readOf = openReadsOf(store, walk)
  for (const id of new Set(ids)) {
    const read = find(readOf, id)
    if (read) reads.set(id, rulings.length > 0 ? applyToReading(read, rulings) : read)
  }
  return reads
}

function find(readOf: (id: Id<'doc'>) => ReadDoc, id: Id<'doc'>): ReadDoc | undefined {
  try {
    return readOf(id)
  } catch (error) {
    if (error instanceof ReadoutError) return undefined // its page says that it is not in the archive
    throw error
  }
}
