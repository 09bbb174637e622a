// From read docs to what is one across them: people and bodies, claims, quotations, and the origins behind each claim.
// A batch: the pass is walked from its beginning. What a desk adds to is walked on from where it stopped, see `pass.ts`.
import type { Entity } from '../model/claim.ts'
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { NonEmpty } from '../model/span.ts'
import type { VectorOf } from '../model/vector.ts'
import { type Finished, finish } from './finish.ts'
import { MemoryShelf } from './memory-shelf.ts'
import { Pass } from './pass.ts'
import { placeInOrder } from './place-in-order.ts'

export interface LinkOptions {
  readonly rulings?: readonly Decision[] // in force, in log order
  readonly vectorOf?: VectorOf | undefined // absent: claims are joined by words alone
}

/**
 * Links docs, given in any order, each as `applyToReading` leaves it, and applies what people ruled: what comes out depends on
 * these alone.
 */
export function link(docs: readonly ReadDoc[], { rulings = [], vectorOf }: LinkOptions = {}): Linked {
  const byId = new Map(docs.map((read) => [read.doc.id, read]))
  const readOf = (id: Id<'doc'>): ReadDoc => {
    const read = byId.get(id)
    if (!read) throw new Error(`no doc ${id} is to be linked`)
    return read
  }
  const pass = new Pass(new MemoryShelf(), readOf, { mayTakeBack: false, vectorOf })
  for (const _ of pass.take([...byId.values()].map((read) => placeInOrder(read))));
  return gather(finish(pass, pass.takeChanged(), readOf, rulings))
}

/** All that was finished, as one. */
function gather({ docs, claims, copies }: Finished): Linked {
  const entities = new Map<Id<'entity'>, Omit<Entity, 'chains'> & { chains: Entity['chains'][number][] }>()
  for (const { read, chains } of docs) {
    const doc = read.doc.id
    for (const { chain, entity } of chains) {
      const known = entities.get(entity.id) ?? { ...entity, chains: [] }
      known.chains.push({ doc, chain })
      entities.set(entity.id, known)
    }
  }
  return {
    entities: [...entities.values()].map((entity) => ({
      ...entity,
      chains: entity.chains as unknown as NonEmpty<Entity['chains'][number]>,
    })),
    claims: claims.map(({ claim }) => claim),
    bearings: claims.flatMap(({ bearings }) => bearings),
    appearances: claims.flatMap(({ appearances }) => appearances),
    independences: claims.map(({ independence }) => independence),
    quoteMatches: docs.flatMap(({ quotes }) => quotes),
    copyGroups: copies.flatMap(({ groups }) => groups),
  }
}
