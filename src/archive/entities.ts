// Entities as they were linked. Each is kept without its chains, and who the chains of a doc are is kept with the doc, so
// that the row of somebody whom every report names does not grow with each report. Here they come together again.
import type { ChainRef, Entity } from '../model/claim.ts'
import type { DocChains, LinkedNouns } from '../model/linked-nouns.ts'
import type { Store } from './store.ts'

/** All entities, each with its chains in the order of the docs. Two queries. */
export function listEntities({ plain }: Pick<Store, 'plain'>): Entity[] {
  const records = <T>(noun: 'entity' | 'chains'): T[] =>
    plain
      .rows('select record from derived.linked where noun = ? order by sort, id', noun)
      .map(({ record }) => JSON.parse(String(record)) as T)
  const chainsOf = new Map<string, ChainRef[]>()
  for (const { doc, chains } of records<DocChains>('chains')) {
    for (const [chain, entity] of chains) {
      const refs = chainsOf.get(entity)
      if (refs) refs.push({ doc, chain })
      else chainsOf.set(entity, [{ doc, chain }])
    }
  }
  return records<LinkedNouns['entity']>('entity').flatMap(({ id, kind, name, ...others }): Entity[] => {
    const [first, ...refs] = chainsOf.get(id) ?? []
    return first ? [{ id, kind, name, chains: [first, ...refs], ...others }] : [] // none: harmed, as the check says
  })
}
