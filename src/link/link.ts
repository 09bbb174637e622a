// From read docs to what is one across them: people and bodies, claims, quotations, and the origins behind each claim.
// A batch: the pass is walked from its beginning. What a desk adds to is walked on from where it stopped, see `pass.ts`.
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { VectorOf } from '../model/vector.ts'
import { applyToReading } from './apply-to-reading.ts'
import { compareAt } from './doc-rows.ts'
import { finish } from './finish.ts'
import { gatherFinished } from './gather-finished.ts'
import { MemoryShelf } from './memory-shelf.ts'
import { Pass } from './pass.ts'
import { placeInOrder } from './place-in-order.ts'

export interface LinkOptions {
  readonly rulings?: readonly Decision[] // in force, in log order
  readonly vectorOf?: VectorOf | undefined // absent: claims are joined by words alone
}

/** Links docs, given in any order, and applies what people ruled: what comes out depends on these alone. */
export function link(docs: readonly ReadDoc[], { rulings = [], vectorOf }: LinkOptions = {}): Linked {
  const byId = new Map(docs.map((read) => [read.doc.id, read]))
  const readOf = (id: Id<'doc'>): ReadDoc => {
    const read = byId.get(id)
    if (!read) throw new Error(`no doc ${id} is to be linked`)
    return read
  }
  const pass = new Pass(new MemoryShelf(), readOf, { mayTakeBack: false, vectorOf })
  for (const _ of pass.take([...byId.values()].map((read) => placeInOrder(read))));
  const portions = [...finish(pass, pass.takeChanged(), (id) => applyToReading(readOf(id), rulings), rulings)]
  return {
    ...gatherFinished({
      claims: portions
        .flatMap(({ claims }) => claims)
        .sort((a, b) => compareAt(a, b) || (a.claim.id < b.claim.id ? -1 : 1)),
      grounds: portions.flatMap((portion) => portion.docs),
    }),
    copyGroups: portions.flatMap(({ copies }) => copies.flatMap(({ groups }) => groups)),
  }
}
