// Who a chain of a report is once people have ruled who is the same and who is not. Worked out from the reports that the
// rulings name alone, so that it can be asked of one chain at a time. Rulings count in log order.
import type { ChainRef, Entity, EntityAlias } from '../model/claim.ts'
import type { Decision, LookedAt, RuledHolder, Target } from '../model/decision.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { ruledChainOf } from './apply-to-reading.ts'
import { foldBody } from './fold-name.ts'

export type Known = Pick<Entity, 'id' | 'kind' | 'name'>

/** A chain with the name that its report gives, and who it is before anything is ruled. */
export interface Borne {
  readonly ref: ChainRef
  readonly called: string
  readonly entity: Known
  readonly at?: string // where the first doc of the entity stands in the order
}

/** Where words are looked for: the chain that they mention, and a report by its name. */
export interface ChainPlaces {
  readonly chainAt: (words: LookedAt) => Borne | undefined
  readonly readOf: (name: string) => ReadDoc | undefined
}

export interface EntityPlan {
  /** Who a chain is, with those that were ruled the same; the very entity given where no ruling touches it. */
  readonly entityOf: <E extends Known>(borne: Borne & { readonly entity: E }) => E | RuledEntity
  readonly decisionsOn: (entity: Id<'entity'>) => readonly Decision[]
}

export interface RuledEntity extends Known {
  readonly at?: string
  readonly aliases?: readonly EntityAlias[]
}

interface Node extends Known {
  name: string
  at?: string
  into?: Node // the one that it was ruled to be the same as
  readonly aliases: EntityAlias[]
  readonly decisions: Decision[]
  readonly leaving: { readonly node: Node; readonly isIts: (borne: Borne) => boolean }[] // those taken apart from it
}

interface State {
  readonly nodes: Map<string, Node>
  readonly given: Map<string, Node> // chains that a re-attribution made
}

/** The plan of the decisions in force, given in log order. */
export function planEntities(decisions: readonly Decision[], places: ChainPlaces): EntityPlan {
  const state: State = { nodes: new Map(), given: new Map() }
  for (const decision of decisions) apply(decision, state, places)
  const live = new Map([...state.nodes.values()].filter(({ into }) => !into).map((node) => [node.id, node]))
  return {
    entityOf(borne) {
      const node = find(borne, state)
      if (!node || (node.id === borne.entity.id && node.aliases.length === 0 && node.leaving.length === 0)) {
        return borne.entity
      }
      const { id, kind, name, aliases, at } = node
      return { id, kind, name, ...(aliases.length > 0 && { aliases }), ...(at !== undefined && { at }) }
    },
    decisionsOn: (entity) => [...new Set(live.get(entity)?.decisions)],
  }
}

function nodeOf({ id, kind, name }: Known, { nodes }: State): Node {
  const node = nodes.get(id) ?? { id, kind, name, aliases: [], decisions: [], leaving: [] }
  nodes.set(id, node)
  return node
}

function find(borne: Borne, { nodes, given }: State): Node | undefined {
  let node = given.get(keyOf(borne.ref)) ?? nodes.get(borne.entity.id)
  for (;;) {
    const next: Node | undefined = node?.leaving.find(({ isIts }) => isIts(borne))?.node ?? node?.into
    if (!next) return node
    node = next
  }
}

/** True where a ruling looks at who is who in the reports that it names: no other changes this plan. */
export function isOnWho({ ruling }: Decision): boolean {
  if (ruling.kind === 're-attribute') return true
  return (ruling.kind === 'same' || ruling.kind === 'different') && ruling.what[0].noun === 'entity'
}

function apply(decision: Decision, state: State, places: ChainPlaces): void {
  const { ruling } = decision
  if (ruling.kind === 're-attribute') {
    const read = places.readOf(ruling.what.words[0].name)
    const [holder] = ruling.to === 'unstated' ? [] : locate(ruling.to, state, places)
    const ref = read && { doc: read.doc.id, chain: ruledChainOf(decision.id) }
    if (holder && ref) state.given.set(keyOf(ref), holder.node)
    return
  }
  if ((ruling.kind !== 'same' && ruling.kind !== 'different') || ruling.what[0].noun !== 'entity') return
  const [ones, others] = ruling.what.map((target) => locate(target, state, places)) as [Located[], Located[]]
  const [one, other] = [ones[0]?.node, others[0]?.node]
  if (!one || !other) return
  if (ruling.kind === 'same') {
    if (one !== other) join(one, other)
    one.decisions.push(decision)
  } else if (one === other) {
    const apart = takeApart(one, ones, others, ruling.what)
    for (const node of [one, apart]) node.decisions.push(decision)
    state.nodes.set(`${apart.id} apart`, apart)
  }
}

interface Located {
  readonly borne: Borne
  readonly node: Node
}

// Each piece of the words leads to a chain; the first one that is still there says who it is.
function locate({ words }: Target, state: State, { chainAt }: ChainPlaces): Located[] {
  return words.flatMap((piece): Located[] => {
    const borne = chainAt(piece)
    if (!borne) return []
    const node = find(borne, state) ?? nodeOf(borne.entity, state)
    node.at = earlier(node.at, borne.at)
    return [{ borne, node }]
  })
}

function earlier(a: string | undefined, b: string | undefined): string {
  return a !== undefined && (b === undefined || a < b) ? a : (b ?? '')
}

function join(kept: Node, other: Node): void {
  other.into = kept
  kept.at = earlier(kept.at, other.at)
  kept.aliases.push({ id: other.id, name: other.name }, ...other.aliases)
  kept.decisions.push(...other.decisions)
}

// The chains looked at under the second go with it, and those of its names; it has the id again that it had then.
function takeApart(node: Node, ones: readonly Located[], others: readonly Located[], what: readonly Target[]): Node {
  const [first, second] = what as readonly [Target & Partial<RuledHolder>, Target & Partial<RuledHolder>]
  const isSwapped = node.id === second.id // the id is the second's: then the first has left it
  const [stays, leaves] = isSwapped ? [others, ones] : [ones, others]
  const target = isSwapped ? first : second
  if (isSwapped && second.name !== undefined) node.name = second.name
  const refs = (located: readonly Located[]) => new Set(located.map(({ borne }) => keyOf(borne.ref)))
  const names = (located: readonly Located[]) => new Set(located.map(({ borne }) => foldBody(borne.called)))
  const [own, its, ownNames, itsNames] = [refs(stays), refs(leaves), names(stays), names(leaves)]
  const apart: Node = {
    id: asId<'entity'>(target.id),
    kind: target.kind ?? node.kind,
    name: target.name ?? leaves[0]?.borne.called ?? node.name,
    aliases: [],
    decisions: [],
    leaving: [],
  }
  const isIts = ({ ref, called }: Borne): boolean => {
    if (own.has(keyOf(ref))) return false
    return its.has(keyOf(ref)) || (itsNames.has(foldBody(called)) && !ownNames.has(foldBody(called)))
  }
  node.leaving.push({ node: apart, isIts })
  return apart
}

function keyOf({ doc, chain }: ChainRef): string {
  return `${doc} ${chain}`
}
