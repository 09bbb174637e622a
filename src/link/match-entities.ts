// Which chains of different docs are one person, body, outlet or unnamed group. One pass in log order: a doc added at
// the end joins entities or makes new ones, and never changes the id of an older one.
import type { AnonymousSource } from '../model/attribution.ts'
import type { ChainRef, Entity } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Kind } from '../model/reading.ts'
import type { NonEmpty } from '../model/span.ts'
import { describeAnonymous, keyOfAnonymous } from './describe-anonymous.ts'
import { foldBody, foldPerson } from './fold-name.ts'
import { listAnonymous } from './list-anonymous.ts'
import { People } from './match-people.ts'
import type { Tracer } from './trace-lineage.ts'

export interface Entities {
  readonly entities: readonly Entity[]
  readonly entityOf: (doc: Id<'doc'>, chain: Id<'chain'>) => Entity | undefined
  readonly outletOf: (name: string) => Pick<Entity, 'id' | 'name'> // also of an outlet that no chain mentions
  readonly sideOf: (at: number, chain: Id<'chain'>) => string | undefined // of an unnamed source
}

interface Draft {
  readonly id: Id<'entity'>
  readonly kind: Kind
  name: string
  readonly chains: [ChainRef, ...ChainRef[]]
}

/** The entities of docs, in the order in which they were first seen. */
export function matchEntities(reads: readonly ReadDoc[], trace: Tracer): Entities {
  const drafts: Draft[] = []
  const people = new People<Draft>()
  const byKey = new Map<string, Draft>()
  const draftOf = new Map<string, Draft>()
  const sides = new Map<string, string>()
  for (const [at, read] of reads.entries()) {
    const anonymous = listAnonymous(read, at, trace)
    for (const [chain, { side }] of anonymous) if (side) sides.set(`${at} ${chain}`, side)
    for (const chain of read.reading.chains) {
      const ref: ChainRef = { doc: read.doc.id, chain: chain.id }
      const make = (): Draft => makeDraft(ref, chain, drafts)
      const unnamed = anonymous.get(chain.id)
      const draft = findDraft(read, chain, unnamed, { people, byKey, make })
      if (draft.chains[0] !== ref) draft.chains.push(ref)
      draft.name = fullerName(
        draft,
        unnamed ? describeAnonymous(read.doc.text, unnamed.source, unnamed.side) : chain.name,
      )
      draftOf.set(`${ref.doc} ${ref.chain}`, draft)
    }
  }
  const entities = drafts.map(
    ({ id, kind, name, chains }): Entity => ({ id, kind, name, chains: chains as NonEmpty<ChainRef> }),
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
  return { entities, entityOf, outletOf, sideOf: (at, chain) => sides.get(`${at} ${chain}`) }
}

interface Seen {
  readonly people: People<Draft>
  readonly byKey: Map<string, Draft>
  readonly make: () => Draft
}

function findDraft(
  { doc }: ReadDoc,
  chain: Chain,
  unnamed: { source: AnonymousSource; heardBy?: string; side?: string } | undefined,
  { people, byKey, make }: Seen,
): Draft {
  const isNamed = chain.mentions.some(({ form }) => form === 'name')
  let key: string | undefined
  if (unnamed) {
    // Unnamed people are one group only where one outlet heard them, their side is the same, and their kind is.
    const heardBy = unnamed.heardBy ? foldBody(unnamed.heardBy) : `in ${doc.id}`
    key = `unnamed ${heardBy} ${keyOfAnonymous(doc.text, unnamed.source, unnamed.side)}`
  } else if (chain.kind === 'person') {
    return (isNamed ? people.match(chain.name, make) : undefined) ?? make()
  } else if (isNamed || chain.kind === 'government') {
    const folded = foldBody(chain.name)
    // A body may be called an organisation in one doc and a government in another; a place never is either.
    if (folded) key = `${chain.kind === 'place' || chain.kind === 'document' ? chain.kind : 'body'} ${folded}`
  }
  if (key === undefined) return make()
  const draft = byKey.get(key) ?? make()
  byKey.set(key, draft)
  return draft
}

function makeDraft(ref: ChainRef, { kind, name }: Chain, drafts: Draft[]): Draft {
  const id = asId<'entity'>(digestOfParts('entity', ref.doc, ref.chain))
  const draft: Draft = { id, kind, name, chains: [ref] }
  drafts.push(draft)
  return draft
}

// The name with most words, titles apart; of two alike, the one seen first.
function fullerName({ kind, name, chains }: Draft, other: string): string {
  if (chains.length === 1) return other
  if (kind !== 'person') return name
  return foldPerson(other).length > foldPerson(name).length ? other : name
}
