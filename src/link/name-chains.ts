// Who the chains of one doc are, as entities with their names: those that docs share, those of one doc alone, and unnamed
// groups, which go by the outlet that heard them.
import type { AnonymousSource, Source } from '../model/attribution.ts'
import type { Entity } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import { keyOfReport } from '../model/lasting-id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { describeAnonymous, keyOfAnonymous } from './describe-anonymous.ts'
import { foldBody } from './fold-name.ts'
import { type EntityRow, makeOwn, type Who } from './match-entities.ts'
import type { Memory } from './memory.ts'
import type { OutletNames } from './name-outlets.ts'
import { resolveTeller } from './resolve-teller.ts'
import type { Tracer } from './trace-lineage.ts'

export interface NamedChain {
  readonly chain: Id<'chain'>
  readonly called: string // by its own doc
  readonly entity: Omit<Entity, 'chains'>
  readonly at: string // where the entity's first doc stands in the order
}

interface Surroundings {
  readonly memory: Memory
  readonly outlets: OutletNames
  readonly trace: Tracer
}

/** The entities of a doc's chains, in the order of the chains. `at`: the doc's place in the order. */
export function nameChains(read: ReadDoc, at: string, who: Who, surroundings: Surroundings): NamedChain[] {
  const { memory, outlets } = surroundings
  const unnamed = listUnnamed(read, surroundings)
  return read.reading.chains.map((chain): NamedChain => {
    const source = unnamed.get(chain.id)
    const row = source
      ? noteUnnamed(memory, { ...source, kind: chain.kind, at, doc: read.doc.id })
      : (who.get(chain.id) ?? makeOwn(read, chain, at, outlets))
    const { at: first, ...entity } = row
    return { chain: chain.id, called: chain.name, entity, at: first }
  })
}

type UnnamedRow = Pick<EntityRow, 'id' | 'kind' | 'name' | 'at'> & { readonly doc: Id<'doc'> }

// An unnamed group is called as the doc printed first calls it.
function noteUnnamed(memory: Memory, found: UnnamedRow): EntityRow {
  const key = `unnamed ${found.id}`
  const known = memory.read<UnnamedRow>(key)
  const isFirst = !known || found.at < known.at
  if (isFirst) {
    memory.write(key, found)
    const first = memory.read<Id<'entity'>[]>(`calls ${found.doc}`) ?? []
    if (!first.includes(found.id)) memory.write(`calls ${found.doc}`, [...first, found.id])
  }
  const { doc: _, ...row } = isFirst ? found : known
  return row
}

/**
 * Remembers the entities that a doc names, none for one that is gone. Gives those that no doc names any more.
 */
export function noteBearers(memory: Memory, doc: Id<'doc'>, ids: ReadonlySet<Id<'entity'>>): Id<'entity'>[] {
  const before = new Set(memory.read<Id<'entity'>[]>(`named in ${doc}`))
  const lost = [...before].filter((id) => !ids.has(id))
  memory.write(`named in ${doc}`, ids.size > 0 ? [...ids] : undefined)
  for (const id of ids) if (!before.has(id)) memory.write(`bearers of ${id}`, bearersOf(memory, id) + 1)
  return lost.filter((id) => {
    const left = bearersOf(memory, id) - 1
    memory.write(`bearers of ${id}`, left > 0 ? left : undefined)
    return left === 0
  })
}

/** Forgets which doc was the first to call an unnamed group that no doc names any more. */
export function forgetGroup(memory: Memory, id: Id<'entity'>): void {
  memory.write(`unnamed ${id}`, undefined)
}

/** Forgets what a doc that is taken back was the first to call its unnamed groups. */
export function forgetUnnamed(memory: Memory, doc: Id<'doc'>): void {
  for (const id of memory.read<Id<'entity'>[]>(`calls ${doc}`) ?? []) {
    if (memory.read<UnnamedRow>(`unnamed ${id}`)?.doc === doc) memory.write(`unnamed ${id}`, undefined)
  }
  memory.write(`calls ${doc}`, undefined)
}

function bearersOf(memory: Memory, id: Id<'entity'>): number {
  return memory.read<number>(`bearers of ${id}`) ?? 0
}

// The unnamed sources of a doc by their chain. They are one group only where one outlet heard them, their side is the
// same, and their kind is.
function listUnnamed(
  read: ReadDoc,
  { outlets, trace }: Surroundings,
): Map<Id<'chain'>, Pick<UnnamedRow, 'id' | 'name'>> {
  const listed = new Map<Id<'chain'>, Pick<UnnamedRow, 'id' | 'name'>>()
  for (const attribution of read.reading.attributions) {
    const { source, via, restsOn } = attribution
    const { toldTo } = resolveTeller(read, attribution, outlets)
    for (const voice of [source, ...via, ...(restsOn ? [restsOn] : [])]) {
      if (!isUnnamed(voice) || listed.has(voice.who[0])) continue
      const { heardBy } = trace(voice.words[0], toldTo)
      const heard = heardBy ? foldBody(heardBy) : `in ${keyOfReport(read.doc)}`
      const id = asId<'entity'>(digestOfParts('unnamed', heard, keyOfAnonymous(read, voice)))
      listed.set(voice.who[0], { id, name: describeAnonymous(read, voice) })
    }
  }
  return listed
}

function isUnnamed(source: Source): source is AnonymousSource {
  return source.kind === 'anonymous'
}
