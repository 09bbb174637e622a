// What a desk holds around some of its reports: they themselves, all that is held of the claims that they bear on, the reports
// that bear on these too, who is meant in them, and the stories that they stand in. Enough to tell a week by, however large the desk.

import { inChunks } from '../archive/in-chunks.ts'
import { findWalk, type Walk } from '../archive/linked.ts'
import { listClaimsIn, listOfClaims, listOfDocs, listOfIds, listRuledOrigins } from '../archive/linked-around.ts'
import { listReadDocs } from '../archive/list-reads.ts'
import { headOf } from '../archive/log.ts'
import { openReadsOf } from '../archive/open-reads.ts'
import { listPrintedFrom, listStoryPrints } from '../archive/week.ts'
import { applyToReading } from '../link/apply-to-reading.ts'
import type { Appearance, ChainRef, Entity } from '../model/claim.ts'
import type { Decision } from '../model/decision.ts'
import type { Edge } from '../model/edge.ts'
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Independence } from '../model/origin.ts'
import type { Desk } from './desk.ts'
import { heldReading } from './held-reading.ts'
import { endOf, type HeldDoc, type Holdings } from './holdings.ts'
import { listRulings } from './list-rulings.ts'

const NOUNS: readonly LinkedNoun[] = ['appearance', 'bearing', 'claim', 'stance']
const COUNTED: readonly LinkedNoun[] = ['independence', 'ledger_row'] // anew by `knownBy`

/**
 * Holdings like the whole desk's, but for what has nothing to do with these docs. Where `until` is given, what was printed from then on
 * is left out, and so are the ledger's rows and the origins that can be counted anew: `knownBy` makes the same of the rest, with these
 * made anew. Else near-copies are left out.
 */
export async function loadHoldingsAround(
  { store }: Pick<Desk, 'store'>,
  docs: readonly Id<'doc'>[],
  others: readonly Id<'doc'>[] = [], // held as well, with nothing of what bears on them
  until?: Edge,
): Promise<Holdings> {
  const lateDocs = until ? listPrintedFrom(store, until) : new Set<Id<'doc'>>()
  const skipped = new Set<Id<'doc'>>() // they still tell which stories a claim belongs to
  const partOnly = new Set<Id<'claim'>>()
  const isKnown = (doc: Id<'doc'>, claim?: Id<'claim'>): boolean => {
    if (!lateDocs.has(doc)) return true
    skipped.add(doc)
    if (claim) partOnly.add(claim)
    return false
  }
  const own = listOfDocs(store, docs, ['quote_match'])
  const claims = listClaimsIn(store, docs)
  const held = until ? listOfClaims(store, claims, NOUNS, isKnown) : listOfClaims(store, claims, [...NOUNS, ...COUNTED])
  const walk = findWalk(store)
  const rulings = listRulings(store, walk?.linkedTo ?? 0)
  const counted = until ? listCounted(store, claims, partOnly, held.appearance) : held.independence
  const quoted = own.quote_match.flatMap(({ earlier, later }) => [earlier.doc, later.doc])
  const cited = held.claim.flatMap(({ evidence }) => evidence.map(({ doc }) => doc))
  const bearing = [...held.appearance, ...held.bearing, ...held.stance].map(({ doc }) => doc)
  const around = [...new Set([...docs, ...others, ...quoted, ...cited, ...bearing])].filter((id) => isKnown(id))
  const ofDocs = listOfDocs(store, around, ['chains', 'quote_match', ...(until ? (['copy_group'] as const) : [])])
  const entities = listEntitiesOf(store, ofDocs.chains)
  const { stories, prints } = listStoryPrints(store, [...around, ...skipped])
  const { story } = listOfIds(store, stories, ['story'])
  const reads = await listHeld(store, around, { walk, rulings, isLean: until !== undefined })
  const docById = new Map(reads.map(({ doc }) => [doc.id, doc]))
  const linked: Linked = {
    entities,
    claims: held.claim,
    bearings: held.bearing,
    appearances: held.appearance,
    independences: counted,
    quoteMatches: ofDocs.quote_match,
    copyGroups: ofDocs.copy_group,
  }
  return {
    docs: reads,
    linked,
    tracked: { stances: held.stance, stories: story, rows: held.ledger_row },
    ...(until && { partOnly }),
    asOf: await endOf(store, walk),
    findDoc: (id) => docById.get(id),
    printOf: (id) => docById.get(id) ?? prints.get(id),
  }
}

// As they are kept: of claims that are held whole, and of those that cannot be counted anew from a part, since a person ruled on them, or
// a version of before kept them without who tells them. The ledger may have been made under later rulings than its walk says, while all is
// linked anew.
function listCounted(
  store: Desk['store'],
  claims: readonly Id<'claim'>[],
  partOnly: ReadonlySet<Id<'claim'>>,
  appearances: readonly Appearance[],
): readonly Independence[] {
  const isRuled = partOnly.size > 0 && listRulings(store, headOf(store).number).length > 0
  const untold = appearances.flatMap((one) => (partOnly.has(one.claim) && !one.tellers ? [one.claim] : []))
  const whole = claims.filter((claim) => !partOnly.has(claim))
  return [
    ...listOfClaims(store, [...whole, ...untold], ['independence']).independence,
    ...(isRuled ? listRuledOrigins(store, partOnly) : []),
  ]
}

// Whoever is meant in these docs, with the chains of these docs only.
function listEntitiesOf(store: Desk['store'], chains: readonly LinkedNouns['chains'][]): Entity[] {
  const refs = new Map<Id<'entity'>, ChainRef[]>()
  for (const { doc, chains: named } of chains) {
    for (const [chain, entity] of named) {
      const known = refs.get(entity)
      if (known) known.push({ doc, chain })
      else refs.set(entity, [{ doc, chain }])
    }
  }
  const { entity } = listOfIds(store, refs.keys(), ['entity'])
  return entity.flatMap((one): Entity[] => {
    const [first, ...others] = refs.get(one.id) ?? []
    return first ? [{ ...one, chains: [first, ...others] }] : []
  })
}

const PAGE = 200 // docs with their readings held as text at once

/** These docs with their readings as people ruled on them, in log order; `isLean`: with no more of these than `heldReading` holds. */
async function listHeld(
  store: Desk['store'],
  ids: readonly Id<'doc'>[],
  {
    walk,
    rulings,
    isLean,
  }: { readonly walk: Walk | undefined; readonly rulings: readonly Decision[]; readonly isLean: boolean },
): Promise<HeldDoc[]> {
  const reads = walk && openReadsOf(store, walk)
  const lean = (read: ReadDoc): ReadDoc => {
    const { doc, reading, asRead } = read
    if (!reads || asRead) return read
    const { id } = doc
    return { doc, reading: heldReading(reading, () => applyToReading(reads(id), rulings).reading) }
  }
  const held: HeldDoc[] = []
  for (const part of inChunks(ids, PAGE)) {
    for (const { first, firstAt, readDoc } of await listReadDocs(store, { after: 0, limit: PAGE, ids: part })) {
      const read: ReadDoc = applyToReading(readDoc, rulings)
      held.push({ ...(isLean ? lean(read) : read), first, firstAt })
    }
  }
  return held.sort((a, b) => a.first - b.first)
}
