// What people ruled on who is who, done to the entities as they were matched: two that are the same become one, two that are
// different are taken apart where the linker has joined them, and a holder whom a report does not mention is the one meant.
import type { ChainRef, Entity, EntityAlias } from '../model/claim.ts'
import type { Decision, Target } from '../model/decision.ts'
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain } from '../model/reading.ts'
import type { NonEmpty } from '../model/span.ts'
import { ruledChainOf } from './apply-to-reading.ts'
import { findChain } from './find-ruled.ts'
import { foldBody } from './fold-name.ts'
import type { Entities } from './match-entities.ts'

export interface RuledEntities extends Entities {
  readonly decisionsOnEntity: ReadonlyMap<Id<'entity'>, readonly Decision[]>
}

interface Part {
  entity: Entity
  chains: ChainRef[]
  readonly aliases: EntityAlias[]
  readonly decisions: Decision[]
}

/** The entities as people ruled. `decisions` are those in force, in log order; without any, nothing changes. */
export function ruleEntities(all: Entities, reads: readonly ReadDoc[], decisions: readonly Decision[]): RuledEntities {
  const own = decisions.filter(
    ({ ruling: { kind } }) => kind === 'same' || kind === 'different' || kind === 're-attribute',
  )
  if (own.length === 0) return { ...all, decisionsOnEntity: new Map() }
  const parts = all.entities.map((entity): Part => ({ entity, chains: [...entity.chains], aliases: [], decisions: [] }))
  const partOf = new Map(parts.flatMap((part) => part.chains.map((ref) => [keyOf(ref), part] as const)))
  const byName = new Map(reads.map((read) => [read.doc.name, read]))
  const byDoc = new Map(reads.map((read) => [read.doc.id, read]))
  for (const decision of own) apply(decision, { parts, partOf, byName, byDoc })
  const made = new Map(parts.map((part) => [part, finish(part)]))
  const byId = new Map([...made].flatMap(([{ aliases }, entity]) => [entity, ...aliases].map(({ id }) => [id, entity])))
  return {
    entities: parts.flatMap((part) => made.get(part) ?? []),
    entityOf: (doc, chain) => {
      const part = partOf.get(keyOf({ doc, chain }))
      return part && made.get(part)
    },
    outletOf: (name) => {
      const found = all.outletOf(name)
      return byId.get(found.id) ?? found
    },
    decisionsOnEntity: new Map(parts.map((part) => [part.entity.id, [...new Set(part.decisions)]])),
  }
}

interface Context {
  readonly parts: Part[]
  readonly partOf: Map<string, Part>
  readonly byName: ReadonlyMap<string, ReadDoc>
  readonly byDoc: ReadonlyMap<Id<'doc'>, ReadDoc>
}

function apply(decision: Decision, context: Context): void {
  const { ruling } = decision
  const { partOf, byName } = context
  if (ruling.kind === 're-attribute') {
    const read = byName.get(ruling.what.words[0].name)
    const part = ruling.to === 'unstated' ? undefined : locate(ruling.to, context)[0]?.part
    const ref = read && { doc: read.doc.id, chain: ruledChainOf(decision.id) }
    if (part && ref && partOf.has(keyOf(ref))) take(part, [ref], context)
    return
  }
  if ((ruling.kind !== 'same' && ruling.kind !== 'different') || ruling.what[0].noun !== 'entity') return
  const [ones, others] = ruling.what.map((target) => locate(target, context)) as [Located[], Located[]]
  const [one, other] = [ones[0]?.part, others[0]?.part]
  if (!one || !other) return
  if (ruling.kind === 'same') {
    if (one !== other) join(one, other, context)
    one.decisions.push(decision)
  } else if (one === other) {
    const apart = takeApart(one, { ones, others }, context)
    for (const part of new Set([one, apart])) part.decisions.push(decision)
  }
}

interface Located {
  readonly part: Part
  readonly ref: ChainRef
}

// Each piece of the words leads to a chain; the first one that is still there says which entity it is.
function locate({ words }: Target, { partOf, byName }: Context): Located[] {
  return words.flatMap((piece): Located[] => {
    const read = byName.get(piece.name)
    const chain = read && findChain(piece, read)
    const ref = chain && { doc: read.doc.id, chain: chain.id }
    const part = ref && partOf.get(keyOf(ref))
    return part ? [{ part, ref }] : []
  })
}

function join(kept: Part, other: Part, { parts, partOf }: Context): void {
  const offices = [...(kept.entity.offices ?? []), ...(other.entity.offices ?? [])]
  const firstOf = new Map(offices.toReversed().map((office) => [foldBody(office.title.quote), office]))
  const own = offices.filter((office) => firstOf.get(foldBody(office.title.quote)) === office)
  kept.entity = { ...kept.entity, ...(own.length > 0 && { offices: own }) }
  kept.chains.push(...other.chains)
  kept.aliases.push({ id: other.entity.id, name: other.entity.name }, ...other.aliases)
  kept.decisions.push(...other.decisions)
  for (const ref of other.chains) partOf.set(keyOf(ref), kept)
  parts.splice(parts.indexOf(other), 1)
}

// The chains looked at under the second go with it, and those of its names; the id stays with the part seen first.
function takeApart(part: Part, { ones, others }: { ones: Located[]; others: Located[] }, context: Context): Part {
  const refs = (located: readonly Located[]): Set<string> =>
    new Set(located.filter((one) => one.part === part).map(({ ref }) => keyOf(ref)))
  const [own, its] = [refs(ones), refs(others)]
  const names = (keys: ReadonlySet<string>): Set<string> =>
    new Set(part.chains.filter((ref) => keys.has(keyOf(ref))).map((ref) => nameOf(ref, context)))
  const [ownNames, itsNames] = [names(own), names(its)]
  const isIts = (ref: ChainRef): boolean => {
    if (own.has(keyOf(ref))) return false
    const name = nameOf(ref, context)
    return its.has(keyOf(ref)) || (itsNames.has(name) && !ownNames.has(name))
  }
  const moved = part.chains.filter(isIts)
  const [first] = moved
  if (!first || moved.length === part.chains.length) return part
  const isFirstMoved = first === part.chains[0]
  const leaving = isFirstMoved ? part.chains.filter((ref) => !isIts(ref)) : moved
  const made = makePart(part.entity, leaving as unknown as NonEmpty<ChainRef>, context)
  context.parts.splice(context.parts.indexOf(part) + 1, 0, made)
  take(made, leaving, context)
  const isStillCalled =
    part.entity.kind === 'group' || part.chains.some((ref) => nameOf(ref, context) === foldBody(part.entity.name))
  if (!isStillCalled) part.entity = { ...part.entity, name: longestName(part.chains, context) }
  return made
}

function longestName(chains: readonly ChainRef[], context: Context): string {
  const names = chains.map((ref) => chainOf(ref, context)?.name ?? '')
  return names.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function makePart({ kind, offices = [] }: Entity, chains: NonEmpty<ChainRef>, context: Context): Part {
  const [first] = chains
  const docs = new Set(chains.map(({ doc }) => doc))
  const own = offices.filter(({ title }) => docs.has(title.doc))
  const entity: Entity = {
    id: asId<'entity'>(digestOfParts('entity', first.doc, first.chain)),
    kind: chainOf(first, context)?.kind ?? kind,
    name: longestName(chains, context),
    chains,
    ...(own.length > 0 && { offices: own }),
  }
  return { entity, chains: [], aliases: [], decisions: [] }
}

function take(part: Part, refs: readonly ChainRef[], { parts, partOf }: Context): void {
  for (const ref of refs) {
    const from = partOf.get(keyOf(ref))
    if (from === part) continue
    if (from) from.chains = from.chains.filter((one) => keyOf(one) !== keyOf(ref))
    if (from && from.chains.length === 0) parts.splice(parts.indexOf(from), 1)
    part.chains.push(ref)
    partOf.set(keyOf(ref), part)
  }
}

function finish({ entity, chains, aliases }: Part): Entity {
  const [first = entity.chains[0], ...others] = chains
  const { id, aliases: before = [], ...rest } = entity
  const all = [...before, ...aliases]
  return { id, ...(all.length > 0 && { aliases: all }), ...rest, chains: [first, ...others] }
}

function nameOf(ref: ChainRef, context: Context): string {
  return foldBody(chainOf(ref, context)?.name ?? '')
}

function chainOf({ doc, chain }: ChainRef, { byDoc }: Context): Chain | undefined {
  return byDoc.get(doc)?.reading.chains.find(({ id }) => id === chain)
}

function keyOf({ doc, chain }: ChainRef): string {
  return `${doc} ${chain}`
}
