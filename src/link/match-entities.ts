// Which chains of different docs are one person, body or outlet. Docs come in the order of printing: each joins entities
// or makes new ones, and never changes the id of an older one.
import type { Entity, HeldOffice } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { cite } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import { lastingId } from '../model/lasting-id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Kind } from '../model/reading.ts'
import { readChains } from './doc-rows.ts'
import { foldBody, foldPerson } from './fold-name.ts'
import { isBareBody } from './is-bare-body.ts'
import { People } from './match-people.ts'
import type { Memory } from './memory.ts'
import type { OutletNames } from './name-outlets.ts'

/** Who each chain of one doc is, as far as the docs before tell of them. */
export type Who = ReadonlyMap<Id<'chain'>, EntityRow>

export type EntityRow = Omit<Entity, 'chains'> & { readonly at: string } // where its first doc stands in the order

export interface MatchedChains {
  readonly who: Who
  readonly renamed: ReadonlySet<number> // docs before that name somebody whose full name this doc is the first to give
}

const NAMING_MOST = 2000 // docs of one entity that hear of its fuller name: who is in so many was named in full long ago

/** Matches the chains of the doc of a number to entities, and remembers what it adds to those that other docs may name too. */
export function matchEntities(
  { read, number, at }: { readonly read: ReadDoc; readonly number: number; readonly at: string },
  outlets: OutletNames,
  memory: Memory,
): MatchedChains {
  const people = new People(memory)
  const who = new Map<Id<'chain'>, EntityRow>()
  const renamed = new Set<number>()
  for (const chain of read.reading.chains) {
    const id = findId(read, chain, { people, memory, outlets })
    const own = makeOwn(read, chain, at, {
      ...outlets,
      nameOf: (name) => nameOwner(outlets.nameOf(name), chain, memory),
    })
    if (id === undefined) {
      if (own.name !== chain.name) memory.write(`called ${own.id}`, own.name)
      who.set(chain.id, own)
      continue
    }
    const row = memory.read<EntityRow>(`entity ${id}`)
    const before = row ?? { ...own, id }
    const made = withOffices({ ...before, name: nameOwner(fullerName(before, own.name), before, memory) }, read, chain)
    if (row && row.name !== made.name) for (const other of memory.list(`naming ${id}`).toArray()) renamed.add(other)
    if (!row || JSON.stringify(made) !== JSON.stringify(row)) memory.write(`entity ${id}`, made)
    who.set(chain.id, made)
  }
  for (const id of new Set([...who.values()].map((entity) => entity.id))) {
    if (memory.list(`naming ${id}`).length < NAMING_MOST) memory.append(`naming ${id}`, number)
  }
  return { who, renamed }
}

/** The entity that a chain makes by itself: nobody else's, where no other doc could name it. */
export function makeOwn(read: ReadDoc, chain: Chain, at: string, { nameOf }: Pick<OutletNames, 'nameOf'>): EntityRow {
  return withOffices({ id: ownId(read, chain), kind: chain.kind, name: nameOf(chain.name), at }, read, chain)
}

/** Who the chains of a doc are that was taken before, as far as is known now. `at`: the doc's place in the order. */
export function findWho(
  read: ReadDoc,
  { number, at }: { readonly number: number; readonly at: string },
  { memory, outlets }: { readonly memory: Memory; readonly outlets: OutletNames },
): Who {
  const ids = readChains(memory, number)
  return new Map(
    read.reading.chains.map((chain) => {
      const id = ids.get(chain.id)
      const shared = id === undefined ? undefined : findEntity(memory, id)
      return [chain.id, shared ?? callOwn(makeOwn(read, chain, at, outlets), memory)]
    }),
  )
}

// As the doc called it when it was taken.
function callOwn(own: EntityRow, memory: Memory): EntityRow {
  return { ...own, name: memory.read<string>(`called ${own.id}`) ?? own.name }
}

// By the words that are its first mention; of several that begin there, by which of them it is.
function ownId({ doc, reading: { chains } }: ReadDoc, { id, mentions: [{ span }] }: Chain): Id<'entity'> {
  const alike = chains.filter(({ mentions: [first] }) => first.span.start === span.start && first.span.end === span.end)
  const nth = alike.findIndex((one) => one.id === id)
  return asId<'entity'>(lastingId('entity', doc, span, id.startsWith('ruled-') ? id : nth))
}

/** An entity that docs share; undefined for one that is a single doc's own. */
export function findEntity(memory: Memory, id: string): EntityRow | undefined {
  return memory.read<EntityRow>(`entity ${id}`)
}

/** The entity of an outlet, mentioned by a chain or not. */
export function findOutlet(memory: Memory, name: string): Pick<Entity, 'id' | 'name'> {
  const id = memory.read<Id<'entity'>>(`body ${foldBody(name)}`)
  const mentioned = id === undefined ? undefined : findEntity(memory, id)
  return mentioned ?? { id: outletId(foldBody(name)), name }
}

function outletId(folded: string): Id<'entity'> {
  return asId<'entity'>(digestOfParts('outlet', folded))
}

interface Known {
  readonly people: People
  readonly memory: Memory
  readonly outlets: OutletNames
}

// Undefined: an entity of this doc alone.
function findId(read: ReadDoc, chain: Chain, { people, memory, outlets }: Known): Id<'entity'> | undefined {
  const own = ownId(read, chain)
  const keyed = (key: string, made = own): Id<'entity'> => {
    const known = memory.read<Id<'entity'>>(key)
    if (known === undefined) memory.write(key, made)
    return known ?? made
  }
  const isNamed = chain.mentions.some(({ form }) => form === 'name')
  const folded = foldBody(outlets.nameOf(chain.name)).replace(/(?<=\p{L}) government$/u, '') // "Karsk", "Karsk's government"
  if (chain.kind === 'person') {
    if (!isNamed) return undefined
    const mistaken = memory.read<Id<'entity'>>(`body ${folded}`) // read as a body elsewhere: "Ilse Marrow, envoy of the council"
    const bearer = people.match(
      chain.name,
      () => mistaken ?? own,
      (known) => shareOffice(findEntity(memory, known), read, chain),
    )
    return bearer === undefined ? undefined : asId<'entity'>(bearer)
  }
  if (!folded || (!isNamed && chain.kind !== 'government')) return undefined
  if (chain.kind === 'place' || chain.kind === 'document') return keyed(`${chain.kind} ${folded}`)
  const person = chain.kind === 'organisation' ? people.find(chain.name) : undefined
  if (person !== undefined) return asId<'entity'>(person)
  const isOutlet = outlets.isKnown(chain.name) // one that no report mentions is an entity too
  // the company, the foreign ministry: another report means another
  if (!isOutlet && chain.kind !== 'outlet' && (isBareBody(chain.name) || !/\p{Lu}/u.test(chain.name))) return undefined
  return keyed(`body ${folded}`, isOutlet ? outletId(folded) : own) // an organisation here may be a government there
}

function shareOffice(row: EntityRow | undefined, { doc }: ReadDoc, { offices = [] }: Chain): boolean {
  const own = offices.map(({ title }) => foldBody(cite(doc, title).quote))
  return (row?.offices ?? []).some(({ title }) => own.includes(foldBody(title.quote)))
}

// An office that two docs give is one; what one says of its time holds for both, and "former" for good.
function withOffices(row: EntityRow, { doc }: ReadDoc, chain: Chain): EntityRow {
  const offices = new Map((row.offices ?? []).map((office) => [foldBody(office.title.quote), office]))
  for (const { title, ...time } of chain.offices ?? []) {
    const words = cite(doc, title)
    const key = foldBody(words.quote)
    const known: HeldOffice = offices.get(key) ?? { title: words }
    offices.set(key, { ...known, ...time })
  }
  return offices.size > 0 ? { ...row, offices: [...offices.values()] } : row
}

// Mr Roke's office -> Anselm Roke's office, where one Roke is known.
function nameOwner(name: string, { kind }: { readonly kind: Kind }, memory: Memory): string {
  if (kind === 'person') return name
  const [whole, surname] = /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?(\p{Lu}\p{L}+)(?=['’]s\s\p{Ll})/u.exec(name) ?? []
  const owner = surname === undefined ? undefined : new People(memory).findOnly(surname)
  const row = owner === undefined ? undefined : memory.read<EntityRow>(`entity ${owner}`)
  return row && whole !== undefined ? `${row.name}${name.slice(whole.length)}` : name
}

// The name with most words, titles apart; of two alike, the one printed first.
function fullerName({ kind, name }: Pick<Entity, 'kind' | 'name'>, other: string): string {
  if (kind !== 'person') return name
  return foldPerson(other).length > foldPerson(name).length ? other : name
}
