// What was finished of claims, and of the reports that they rest on, as one: as if these were all there is.
import type { Entity } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Linked } from '../model/ledger.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Finished } from './finish.ts'

/** The claims of it, with whoever is named in what they rest on. */
export function gatherFinished({ claims, grounds }: Pick<Finished, 'claims' | 'grounds'>): Omit<Linked, 'copyGroups'> {
  const entities = new Map<Id<'entity'>, Omit<Entity, 'chains'> & { chains: Entity['chains'][number][] }>()
  for (const { read, chains } of grounds) {
    for (const { chain, entity } of chains) {
      const known = entities.get(entity.id) ?? { ...entity, chains: [] }
      known.chains.push({ doc: read.doc.id, chain })
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
    quoteMatches: grounds.flatMap(({ quotes }) => quotes),
  }
}
