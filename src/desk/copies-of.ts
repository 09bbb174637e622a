// The other reports that print the text of one report, nearest first: found by what linking remembers of that report.
import { findWalk } from '../archive/linked.ts'
import { listOfTheseDocs } from '../archive/linked-parts.ts'
import { openShelf } from '../archive/shelf.ts'
import { numberOf, readCopies, readDocRow } from '../link/doc-rows.ts'
import { isNearCopy } from '../link/fold-copies.ts'
import { Memory } from '../link/memory.ts'
import type { Id } from '../model/id.ts'
import type { NearCopy } from '../model/origin.ts'
import type { Desk } from './desk.ts'

const MOST = 200 // reports that share text with one; a text that more print is told from these

/** Every report that this one is a near-copy of, and every near-copy of it, with the group's own word on what they share. */
export function listCopies({ store }: Pick<Desk, 'store'>, id: Id<'doc'>): NearCopy[] {
  const around = [id, ...listSharing(store, id)]
  const groups = listOfTheseDocs(store, around, ['copy_group']).copy_group
  return groups.flatMap(({ copies }) => copies.filter(({ doc, of }) => doc === id || of === id))
}

// A group is kept with the first of its reports, which need not share text with all the others: they are followed for a while.
function listSharing(store: Desk['store'], id: Id<'doc'>): Id<'doc'>[] {
  const walk = findWalk(store)
  if (!walk) return []
  const memory = new Memory(openShelf(store, walk))
  const own = numberOf(memory, id)
  if (own === undefined) return []
  const numbers = new Set([own])
  for (const number of numbers) {
    if (numbers.size >= MOST) break
    for (const { earlier, later, ...copy } of readCopies(memory, number, MOST)) {
      if (isNearCopy(copy)) numbers.add(earlier).add(later)
    }
  }
  return [...numbers].filter((number) => number !== own).map((number) => readDocRow(memory, number).id)
}
