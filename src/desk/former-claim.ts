// The claim that an id leads to which was a claim's once: until a report that came late, and was printed earlier, put it first.
import { type ClaimFile, findClaim, findWalk } from '../archive/linked.ts'
import { openShelf } from '../archive/shelf.ts'
import { findPut } from '../link/doc-rows.ts'
import type { Claim } from '../model/claim.ts'
import type { Desk } from './desk.ts'

/** The claim that the words now put by which another claim once had this id; undefined where no words had it. */
export function findFormerClaim({ store }: Pick<Desk, 'store'>, id: string): ClaimFile | undefined {
  const walk = findWalk(store)
  if (!walk || !/^[0-9a-f]{20}$/.test(id)) return undefined
  const shelf = openShelf(store, walk)
  const number = findPut(shelf, id)
  const draft = number === undefined ? undefined : shelf.get(`draft ${number}`)
  if (typeof draft !== 'string') return undefined
  return findClaim(store, (JSON.parse(draft) as Pick<Claim, 'id'>).id)
}
