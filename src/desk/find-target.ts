// Where the words that a ruling was made on stand now: which attribution, claim, entity, report or story has them, as last
// linked. Only what is asked for is looked up, so that a desk of many reports is as quick as one of few.
import { findClaim, findLinked } from '../archive/linked.ts'
import { listLinkedIn, openReports, type Reports } from '../archive/look-up.ts'
import type { Store } from '../archive/store.ts'
import { findAt, findAttribution, findChain, findSaid } from '../link/find-ruled.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Bearing, Claim } from '../model/claim.ts'
import type { LookedAt, Target } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { LinkedNouns } from '../model/linked-nouns.ts'
import type { Desk } from './desk.ts'

/** All that rulings are made on, as last linked; the reports as the reader left them, whatever was ruled. */
export interface Grounds {
  readonly store: Store
  readonly reports: Reports
  /** Where an attribution bears on claims. */
  readonly bearingsOf: (doc: Id<'doc'>, attribution: Id<'attribution'>) => Bearing[]
  readonly bearingsAt: (words: LookedAt) => Bearing[]
  readonly claim: (id: Id<'claim'>) => Claim | undefined
  readonly attributionAt: (target: Target) => Attribution | undefined
  readonly claimAt: (target: Target) => Claim | undefined
  readonly entityAt: (target: Target) => LinkedNouns['entity'] | undefined
}

/** Opens what rulings are made on. */
export function openGrounds({ store }: Pick<Desk, 'store'>): Grounds {
  const reports = openReports(store)
  const bearingsIn = remember((doc: Id<'doc'>) => listLinkedIn(store, 'bearing', doc))
  const chainsIn = remember((doc: Id<'doc'>) => new Map(findLinked(store, 'chains', doc)?.chains))
  const claim = remember((id: Id<'claim'>) => findClaim(store, id, [])?.claim)
  const bearingsAt = (words: LookedAt): Bearing[] => {
    const found = findAt(words, {
      docOf: (name) => reports.named(name)?.doc,
      listIn: bearingsIn,
      evidenceOf: ({ evidence }) => evidence,
    })
    const read = found.length > 0 ? undefined : reports.named(words.name)
    const said = read && findSaid(words, read.reading, read.doc) // put otherwise since, by a person
    return read && said ? bearingsIn(read.doc.id).filter(({ attribution }) => attribution === said.id) : found
  }
  return {
    store,
    reports,
    bearingsOf: (doc, attribution) => bearingsIn(doc).filter((one) => one.attribution === attribution),
    bearingsAt,
    claim,
    attributionAt(target) {
      const read = reports.named(target.words[0].name)
      return read && findAttribution(target, read)
    },
    claimAt: ({ words }) =>
      first(words, (piece) => {
        const [bearing] = bearingsAt(piece)
        return bearing && claim(bearing.claim)
      }),
    entityAt: ({ words }) =>
      first(words, (piece) => {
        const read = reports.named(piece.name)
        const chain = read && findChain(piece, read)
        const id = chain && chainsIn(read.doc.id).get(chain.id)
        return id && findLinked(store, 'entity', id)
      }),
  }
}

function remember<K, T>(look: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, look(key))
    return known.get(key) as T
  }
}

function first<A, T>(all: readonly A[], find: (one: A) => T | undefined): T | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
