// What a desk holds around some of its reports: they themselves, all that is held of the claims that they bear on, the reports
// that bear on these too, who is meant in them, and the stories that they stand in. Enough to tell a week by, however large the desk.
import { listReadDocs } from '../archive/docs.ts'
import { inChunks } from '../archive/in-chunks.ts'
import { findWalk } from '../archive/linked.ts'
import { listOfClaims, listOfDocs, listOfIds } from '../archive/linked-around.ts'
import { listStoryPrints } from '../archive/week.ts'
import { applyToReading } from '../link/apply-to-reading.ts'
import type { ChainRef, Entity } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { LinkedNouns } from '../model/linked-nouns.ts'
import type { Desk } from './desk.ts'
import { endOf, type HeldDoc, type Holdings } from './holdings.ts'
import { listRulings } from './list-rulings.ts'

/** Holdings like the whole desk's, but for what has nothing to do with these docs; near-copies are left out. */
export async function loadHoldingsAround(
  { store }: Pick<Desk, 'store'>,
  docs: readonly Id<'doc'>[],
  others: readonly Id<'doc'>[] = [], // held as well, with nothing of what bears on them
): Promise<Holdings> {
  const own = await listOfDocs(store, docs, ['appearance', 'bearing', 'stance', 'claim', 'quote_match'])
  const claims = new Set([
    ...[...own.appearance, ...own.bearing, ...own.stance].map(({ claim }) => claim),
    ...own.claim.map(({ id }) => id),
  ])
  const held = await listOfClaims(store, claims)
  const quoted = own.quote_match.flatMap(({ earlier, later }) => [earlier.doc, later.doc])
  const cited = held.claim.flatMap(({ evidence }) => evidence.map(({ doc }) => doc))
  const bearing = [...held.appearance, ...held.bearing, ...held.stance].map(({ doc }) => doc)
  const around = [...new Set([...docs, ...others, ...quoted, ...cited, ...bearing])]
  const ofDocs = await listOfDocs(store, around, ['chains', 'quote_match'])
  const entities = await listEntitiesOf(store, ofDocs.chains)
  const { stories, prints } = listStoryPrints(store, around)
  const { story } = await listOfIds(store, stories, ['story'])
  const reads = await listHeld(store, around)
  const docById = new Map(reads.map(({ doc }) => [doc.id, doc]))
  const linked: Linked = {
    entities,
    claims: held.claim,
    bearings: held.bearing,
    appearances: held.appearance,
    independences: held.independence,
    quoteMatches: ofDocs.quote_match,
    copyGroups: [],
  }
  return {
    docs: reads,
    linked,
    tracked: { stances: held.stance, stories: story, rows: held.ledger_row },
    asOf: await endOf(store, findWalk(store)),
    findDoc: (id) => docById.get(id),
    printOf: (id) => docById.get(id) ?? prints.get(id),
  }
}

// Whoever is meant in these docs, with the chains of these docs only.
async function listEntitiesOf(store: Desk['store'], chains: readonly LinkedNouns['chains'][]): Promise<Entity[]> {
  const refs = new Map<Id<'entity'>, ChainRef[]>()
  for (const { doc, chains: named } of chains) {
    for (const [chain, entity] of named) {
      const known = refs.get(entity)
      if (known) known.push({ doc, chain })
      else refs.set(entity, [{ doc, chain }])
    }
  }
  const { entity } = await listOfIds(store, refs.keys(), ['entity'])
  return entity.flatMap((one): Entity[] => {
    const [first, ...others] = refs.get(one.id) ?? []
    return first ? [{ ...one, chains: [first, ...others] }] : []
  })
}

const PAGE = 200 // docs with their readings held as text at once

/** These docs with their readings as people ruled on them, in log order. */
async function listHeld(store: Desk['store'], ids: readonly Id<'doc'>[]): Promise<HeldDoc[]> {
  const rulings = listRulings(store, findWalk(store)?.linkedTo ?? 0)
  const held: HeldDoc[] = []
  for (const part of inChunks(ids, PAGE)) {
    for (const { first, firstAt, readDoc } of await listReadDocs(store, { after: 0, limit: PAGE, ids: part })) {
      const read: ReadDoc = applyToReading(readDoc, rulings)
      held.push({ ...read, first, firstAt })
    }
  }
  return held.sort((a, b) => a.first - b.first)
}
