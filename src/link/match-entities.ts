// Which chains of different docs are one person, body, outlet or unnamed group. One pass in log order: a doc added at
// the end joins entities or makes new ones, and never changes the id of an older one.
import type { AnonymousSource, Source } from '../model/attribution.ts'
import type { ChainRef, Entity, HeldOffice } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { cite } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Kind } from '../model/reading.ts'
import type { NonEmpty } from '../model/span.ts'
import { describeAnonymous, keyOfAnonymous } from './describe-anonymous.ts'
import { foldBody, foldPerson } from './fold-name.ts'
import { People } from './match-people.ts'
import type { OutletNames } from './name-outlets.ts'
import { resolveTeller } from './resolve-teller.ts'
import type { Tracer } from './trace-lineage.ts'

export interface Entities {
  readonly entities: readonly Entity[]
  readonly entityOf: (doc: Id<'doc'>, chain: Id<'chain'>) => Entity | undefined
  readonly outletOf: (name: string) => Pick<Entity, 'id' | 'name'> // also of an outlet that no chain mentions
}

interface Draft {
  readonly id: Id<'entity'>
  readonly kind: Kind
  name: string
  readonly chains: [ChainRef, ...ChainRef[]]
  readonly offices: Map<string, HeldOffice> // by their words, folded
}

/** The entities of docs, in the order in which they were first seen. */
export function matchEntities(reads: readonly ReadDoc[], outlets: OutletNames, trace: Tracer): Entities {
  const drafts: Draft[] = []
  const people = new People<Draft>()
  const byKey = new Map<string, Draft>()
  const draftOf = new Map<string, Draft>()
  for (const [at, read] of reads.entries()) {
    const anonymous = listUnnamed(read, at, outlets, trace)
    for (const chain of read.reading.chains) {
      const ref: ChainRef = { doc: read.doc.id, chain: chain.id }
      const make = (): Draft => makeDraft(ref, chain, drafts)
      const unnamed = anonymous.get(chain.id)
      const draft = findDraft(read, chain, unnamed, { people, byKey, outlets, make })
      if (draft.chains[0] !== ref) draft.chains.push(ref)
      draft.name = fullerName(draft, unnamed ? describeAnonymous(read, unnamed.source) : outlets.nameOf(chain.name))
      noteOffices(draft, read, chain)
      draftOf.set(`${ref.doc} ${ref.chain}`, draft)
    }
  }
  const entities = drafts.map(
    ({ id, kind, name, chains, offices }): Entity => ({
      id,
      kind,
      name: kind === 'person' ? name : nameOwner(name, people),
      chains: chains as NonEmpty<ChainRef>,
      ...(offices.size > 0 && { offices: [...offices.values()] }),
    }),
  )
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const entityOf = (doc: Id<'doc'>, chain: Id<'chain'>): Entity | undefined => {
    const draft = draftOf.get(`${doc} ${chain}`)
    return draft && byId.get(draft.id)
  }
  const outletOf = (name: string): Pick<Entity, 'id' | 'name'> => {
    const mentioned = byKey.get(`body ${foldBody(name)}`)
    return mentioned ?? { id: asId<'entity'>(digestOfParts('outlet', foldBody(name))), name }
  }
  return { entities, entityOf, outletOf }
}

// An office that two docs give is one; what one says of its time holds for both, and "former" for good.
function noteOffices({ offices }: Draft, { doc }: ReadDoc, chain: Chain): void {
  for (const { title, ...time } of chain.offices ?? []) {
    const words = cite(doc, title)
    const key = foldBody(words.quote)
    const known = offices.get(key) ?? { title: words }
    offices.set(key, { ...known, ...time })
  }
}

interface Seen {
  readonly people: People<Draft>
  readonly byKey: Map<string, Draft>
  readonly outlets: OutletNames
  readonly make: () => Draft
}

interface Unnamed {
  readonly source: AnonymousSource // as first described
  readonly heardBy?: string
}

// The unnamed sources of a doc by their chain, with the outlet that heard each.
function listUnnamed(read: ReadDoc, at: number, outlets: OutletNames, trace: Tracer): Map<Id<'chain'>, Unnamed> {
  const listed = new Map<Id<'chain'>, Unnamed>()
  for (const attribution of read.reading.attributions) {
    const { source, via, restsOn } = attribution
    const { toldTo } = resolveTeller(read, attribution, outlets)
    for (const voice of [source, ...via, ...(restsOn ? [restsOn] : [])]) {
      if (!isUnnamed(voice) || listed.has(voice.who[0])) continue
      const { heardBy } = trace(at, voice.words[0], toldTo)
      listed.set(voice.who[0], { source: voice, ...(heardBy && { heardBy }) })
    }
  }
  return listed
}

function isUnnamed(source: Source): source is AnonymousSource {
  return source.kind === 'anonymous'
}

function findDraft(
  read: ReadDoc,
  chain: Chain,
  unnamed: Unnamed | undefined,
  { people, byKey, outlets, make }: Seen,
): Draft {
  const isNamed = chain.mentions.some(({ form }) => form === 'name')
  const keyed = (key: string): Draft => {
    const draft = byKey.get(key) ?? make()
    byKey.set(key, draft)
    return draft
  }
  if (unnamed) {
    // Unnamed people are one group only where one outlet heard them, their side is the same, and their kind is.
    const heardBy = unnamed.heardBy ? foldBody(unnamed.heardBy) : `in ${read.doc.id}`
    return keyed(`unnamed ${heardBy} ${keyOfAnonymous(read, unnamed.source)}`)
  }
  const folded = foldBody(outlets.nameOf(chain.name)).replace(/(?<=\p{L}) government$/u, '') // "Karsk", "Karsk's government"
  if (chain.kind === 'person') {
    if (!isNamed) return make()
    const mistaken = byKey.get(`body ${folded}`) // read as a body elsewhere: "Ilse Marrow, envoy of the council"
    return people.match(chain.name, () => mistaken ?? make()) ?? make()
  }
  if (!folded || (!isNamed && chain.kind !== 'government')) return make()
  if (chain.kind === 'place' || chain.kind === 'document') return keyed(`${chain.kind} ${folded}`)
  const person = chain.kind === 'organisation' ? people.find(chain.name) : undefined
  return person ?? keyed(`body ${folded}`) // an organisation in one doc may be a government in another
}

// Mr Roke's office -> Anselm Roke's office, where one Roke is known.
function nameOwner(name: string, people: People<Draft>): string {
  const [whole, surname] = /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?(\p{Lu}\p{L}+)(?=['’]s\s\p{Ll})/u.exec(name) ?? []
  const owner = surname === undefined ? undefined : people.findOnly(surname)
  return owner && whole !== undefined ? `${owner.name}${name.slice(whole.length)}` : name
}

function makeDraft(ref: ChainRef, { kind, name }: Chain, drafts: Draft[]): Draft {
  const id = asId<'entity'>(digestOfParts('entity', ref.doc, ref.chain))
  const draft: Draft = { id, kind, name, chains: [ref], offices: new Map() }
  drafts.push(draft)
  return draft
}

// The name with most words, titles apart; of two alike, the one seen first.
function fullerName({ kind, name, chains }: Draft, other: string): string {
  if (chains.length === 1) return other
  if (kind !== 'person') return name
  return foldPerson(other).length > foldPerson(name).length ? other : name
}
