// Why words were held to be a claim, and why others that are near it were not.
import { type ClaimFile, findLinked, findWalk } from '../archive/linked.ts'
import { openShelf } from '../archive/shelf.ts'
import { openVectors } from '../archive/vectors.ts'
import { embedder } from '../link/embedder.ts'
import { listNearMisses, type NearMiss } from '../link/list-near-misses.ts'
import type { Claim } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { readsOfClaim } from './reads-of-claim.ts'

/** Words of a report that bear on the claim, and why they were held to. */
export interface Joined {
  readonly doc: string // its name
  readonly words: string
  readonly contrary?: true // they say that it is not so
  readonly because: string
}

export interface Explained {
  readonly joined: readonly Joined[] // in the order of printing
  readonly near: readonly NearMiss[] // other claims, the nearest first
}

const MOST = 5

/** The reasons behind a claim: of each of its bearings, and of the nearest claims that are others. */
export function explainClaim(desk: Pick<Desk, 'store'>, file: ClaimFile): Explained {
  const reads = readsOfClaim(desk, file)
  return {
    joined: file.bearings.map(({ doc, evidence, contrary, because }) => ({
      doc: nameOf(doc, reads),
      words: evidence.quote,
      ...(contrary && { contrary }),
      because,
    })),
    near: listNear(desk, file.claim),
  }
}

/** The nearest claims that are others, each with the reason. */
export function listNear({ store }: Pick<Desk, 'store'>, { id, aliases }: Pick<Claim, 'id' | 'aliases'>): NearMiss[] {
  const walk = findWalk(store)
  const vectorOf = openVectors(store, embedder)
  const near = walk ? listNearMisses(openShelf(store, walk), id, vectorOf, 2 * MOST) : []
  const merged = new Set<string>(aliases)
  return near.filter(({ claim }) => !merged.has(claim) && findLinked(store, 'claim', claim)).slice(0, MOST)
}

function nameOf(doc: Id<'doc'>, reads: ReadonlyMap<Id<'doc'>, ReadDoc>): string {
  return reads.get(doc)?.doc.name ?? doc
}
