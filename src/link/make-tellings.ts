// What shows who tells what in each doc: made once for all the claims that a doc bears on.
import type { Entity } from '../model/claim.ts'
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { Teller } from '../model/origin.ts'
import type { Span } from '../model/span.ts'
import { compareAt, numberOf, readCopies, readDocRow } from './doc-rows.ts'
import type { Copy } from './fold-copies.ts'
import type { Telling } from './make-appearances.ts'
import { type Content, makeContents } from './make-contents.ts'
import { findEntity, findOutlet, findWho } from './match-entities.ts'
import { type NamedChain, nameChains } from './name-chains.ts'
import type { Pass, ReadOf } from './pass.ts'
import { type EntityPlan, isOnWho, type Known, type RuledEntity } from './plan-entities.ts'
import { planOnEntities } from './plan-rulings.ts'
import { makeTracer, type Shared, type Tracer } from './trace-lineage.ts'

export interface ToldDoc {
  readonly telling: Telling
  readonly chains: readonly NamedChain[]
  readonly contents: () => readonly Content[] // of the report as people ruled; made where they are asked for
}

export interface Tellings {
  readonly of: (number: number) => ToldDoc // of the doc of a number; the last of them are remembered
  readonly plan: EntityPlan
  readonly now: (entity: Id<'entity'>) => Id<'entity'> // who somebody is, as people ruled
}

/**
 * The tellings of a pass, with the decisions in force on who is who. `changed`: the docs that changed, in the order of printing. They
 * are to be asked for in that order before any others, so that an unnamed group is called as the first of them calls it; where
 * rulings look at others first, that is done here.
 */
export function makeTellings(
  pass: Pass,
  readOf: ReadOf,
  decisions: readonly Decision[],
  changed: readonly number[],
): Tellings {
  const { memory, outlets } = pass
  const matched = rememberLast(
    (number) => matchChains(number, pass, readOf),
    ({ read }) => read.doc.text.length,
  )
  if (decisions.some(isOnWho)) for (const number of changed) matched(number)
  const plan = planOnEntities(decisions, { memory, readOf }, (doc) => {
    const number = numberOf(memory, doc)
    return number === undefined ? [] : matched(number).chains
  })
  const rule = <E extends Known>(entity: E): E | RuledEntity =>
    plan.entityOf({ ref: NOWHERE, called: entity.name, entity })
  const outletOf = (name: string): Teller['entity'] => asTeller(rule({ kind: 'outlet', ...findOutlet(memory, name) }))
  const tell = (number: number): ToldDoc => {
    const { read, trace, chains: all } = matched(number)
    const chains = decisions.length === 0 ? all : all.map((named) => ruleChain(named, number, pass, plan))
    const entityOf = new Map(chains.map(({ chain, entity }) => [chain, asTeller(entity)]))
    let made: readonly Content[] | undefined
    const contents = (): readonly Content[] => {
      made ??= makeContents(read, findWho(read, { number, at: readDocRow(memory, number).at }, pass))
      return made
    }
    return { telling: { read, entityOf: (chain) => entityOf.get(chain), outletOf, outlets, trace }, chains, contents }
  }
  const of = rememberLast(tell, ({ telling }) => telling.read.doc.text.length)
  const now = (id: Id<'entity'>): Id<'entity'> =>
    rule({ id, kind: 'person', name: findEntity(memory, id)?.name ?? '' }).id
  return { of, plan, now }
}

function asTeller({ id, name, aliases }: Pick<Entity, 'id' | 'name' | 'aliases'>): Teller['entity'] {
  return { id, name, ...(aliases && { isRuled: true }) }
}

const NOWHERE = { doc: '' as Id<'doc'>, chain: '' as Id<'chain'> }

// Only an agency's own report counts that was printed later; what everybody reprints has hundreds.
const LATER_MOST = 50

function matchChains(
  number: number,
  pass: Pass,
  readOf: ReadOf,
): { read: Telling['read']; trace: Tracer; chains: readonly NamedChain[] } {
  const { memory, outlets, agencies } = pass
  const { id, at } = readDocRow(memory, number)
  const read = readOf(id)
  const shared = readCopies(memory, number, LATER_MOST)
    .map((copy) => sharedWith(copy, number, pass, readOf))
    .sort(compareAt)
  const trace = makeTracer(read, shared, { outlets, agencies })
  return { read, trace, chains: nameChains(read, at, findWho(read, { number, at }, pass), { memory, outlets, trace }) }
}

// An entity as people ruled has the offices of all that it is.
function ruleChain(named: NamedChain, number: number, { memory }: Pass, plan: EntityPlan): NamedChain {
  const { chain, entity, called } = named
  const made: RuledEntity = plan.entityOf({
    ref: { doc: readDocRow(memory, number).id, chain },
    called,
    entity,
  })
  if (made === entity) return named
  const { at: first, ...ruled } = made
  const sources = [ruled.id, ...(ruled.aliases ?? []).map(({ id }) => id)].flatMap((id) => findEntity(memory, id) ?? [])
  const offices = sources.flatMap((source) => source.offices ?? [])
  const [at = named.at] = [...sources.map((source) => source.at), ...(first === undefined ? [] : [first])].sort()
  return { ...named, entity: { ...ruled, ...(offices.length > 0 && { offices }) }, at }
}

function sharedWith(copy: Copy, number: number, { memory }: Pass, readOf: ReadOf): Shared & { at: string } {
  const isEarlier = copy.later === number
  const { id, at, page } = readDocRow(memory, isEarlier ? copy.earlier : copy.later)
  const isVersion = page !== undefined && page === readDocRow(memory, number).page
  const passages = copy.passages.map(([earlier, later]): [Span, Span] =>
    isEarlier ? [earlier, later] : [later, earlier],
  )
  const { doc, reading } = readOf(id)
  const other = { doc, reading: { ...(reading.wire && { wire: reading.wire }) } } // nothing else of it is held
  return { other, isEarlier, ...(isVersion && { isVersion }), passages, at }
}

const REMEMBERED = 1_000_000 // characters of reports: of 1,700 short ones, some 30 MB

// Of a report that was forgotten meanwhile it is made again. In two halves: when the younger one is full, the older one is forgotten.
function rememberLast<T>(make: (number: number) => T, weigh: (made: T) => number): (number: number) => T {
  let young = new Map<number, T>()
  let old = new Map<number, T>()
  let held = 0 // of the younger one
  return (number) => {
    const recent = young.get(number)
    if (recent !== undefined) return recent
    const known = old.get(number) ?? make(number)
    held += weigh(known)
    if (held > REMEMBERED / 2) {
      old = young
      young = new Map()
      held = weigh(known)
    }
    young.set(number, known)
    return known
  }
}
