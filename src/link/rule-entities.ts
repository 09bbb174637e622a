// What people ruled on who is who, done to the entities as they were matched.
import type { ChainRef, Entity, HeldOffice } from '../model/claim.ts'
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { NonEmpty } from '../model/span.ts'
import { findChain } from './find-ruled.ts'
import { foldBody } from './fold-name.ts'
import type { Entities } from './match-entities.ts'
import { type Borne, type EntityPlan, planEntities, type RuledEntity } from './plan-entities.ts'

export interface RuledEntities extends Entities {
  readonly now: (entity: Id<'entity'>) => Id<'entity'> // the one that its id leads to
  readonly plan: Pick<EntityPlan, 'decisionsOn'>
}

interface Group extends RuledEntity {
  readonly sources: Set<Entity>
  readonly chains: ChainRef[]
}

/** The entities as people ruled. `decisions` are those in force, in log order; without any, nothing changes. */
export function ruleEntities(all: Entities, reads: readonly ReadDoc[], decisions: readonly Decision[]): RuledEntities {
  const byName = new Map(reads.map((read) => [read.doc.name, read]))
  const readOf = (name: string): ReadDoc | undefined => byName.get(name)
  const chainAt = (words: Parameters<typeof findChain>[0]): Borne | undefined => {
    const read = readOf(words.name)
    const chain = read && findChain(words, read)
    const entity = chain && all.entityOf(read.doc.id, chain.id)
    return entity && { ref: { doc: read.doc.id, chain: chain.id }, called: chain.name, entity }
  }
  const plan = planEntities(decisions, { chainAt, readOf })
  if (decisions.length === 0) return { ...all, now: (id) => id, plan }
  const byDoc = new Map(reads.map((read) => [read.doc.id, read]))
  const groups = new Map<Id<'entity'>, Group>()
  const groupOf = new Map<string, Id<'entity'>>()
  for (const entity of all.entities) {
    for (const ref of entity.chains) {
      const called = byDoc.get(ref.doc)?.reading.chains.find(({ id }) => id === ref.chain)?.name ?? entity.name
      const { id, kind, name, aliases } = plan.entityOf<RuledEntity>({ ref, called, entity })
      const group = groups.get(id) ?? { id, kind, name, ...(aliases && { aliases }), sources: new Set(), chains: [] }
      group.sources.add(entity)
      group.chains.push(ref)
      groups.set(id, group)
      groupOf.set(`${ref.doc} ${ref.chain}`, id)
    }
  }
  const made = new Map([...groups.values()].map((group) => [group.id, finish(group)]))
  const byId = new Map([...made.values()].flatMap((one) => [one, ...(one.aliases ?? [])].map(({ id }) => [id, one])))
  return {
    entities: [...made.values()],
    entityOf: (doc, chain) => made.get(groupOf.get(`${doc} ${chain}`) as Id<'entity'>),
    outletOf(name) {
      const found = all.outletOf(name)
      return byId.get(found.id) ?? found
    },
    now: (id) => byId.get(id)?.id ?? id,
    plan,
  }
}

// Untouched, it is the very one that was matched.
function finish({ id, kind, name, aliases, sources, chains }: Group): Entity {
  const [only, ...others] = sources
  if (only?.id === id && others.length === 0 && !aliases && only.chains.length === chains.length) return only
  const docs = new Set(chains.map(({ doc }) => doc))
  const offices = new Map<string, HeldOffice>()
  for (const office of [...sources].flatMap((source) => source.offices ?? [])) {
    const key = foldBody(office.title.quote)
    if (docs.has(office.title.doc) && !offices.has(key)) offices.set(key, office)
  }
  return {
    id,
    ...(aliases && { aliases }),
    kind,
    name,
    chains: chains as unknown as NonEmpty<ChainRef>,
    ...(offices.size > 0 && { offices: [...offices.values()] }),
  }
}
