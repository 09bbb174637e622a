// Where the words that a ruling was made on stand now: which attribution, claim or entity has them, as last linked.
import { findReadDoc, listReadDocs } from '../archive/docs.ts'
import { listEntities } from '../archive/entities.ts'
import { listLinked } from '../archive/linked.ts'
import { findAt, findAttribution, findChain } from '../link/find-ruled.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Bearing, Claim, Entity } from '../model/claim.ts'
import type { LookedAt, Target } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Desk } from './desk.ts'

/** All that rulings are made on, as last linked; the reports as the reader left them, whatever was ruled. */
export interface Grounds {
  readonly reads: readonly ReadDoc[]
  readonly claims: readonly Claim[]
  readonly entities: readonly Entity[]
  readonly bearings: readonly Bearing[]
  readonly readOf: (name: string) => ReadDoc | undefined
  readonly bearingsAt: (words: LookedAt) => Bearing[]
  readonly attributionAt: (target: Target) => Attribution | undefined
  readonly claimAt: (target: Target) => Claim | undefined
  readonly entityAt: (target: Target) => Entity | undefined
}

const PAGE = 200

/** Loads what rulings are made on; with names, only the reports that answer to them. */
export async function loadGrounds({ store }: Pick<Desk, 'store'>, names?: ReadonlySet<string>): Promise<Grounds> {
  const reads: ReadDoc[] = []
  for (const name of names ?? []) {
    const read = await findReadDoc(store, name)
    if (read) reads.push(read)
  }
  for (let after = 0; !names; ) {
    const page = await listReadDocs(store, { after, limit: PAGE })
    for (const { readDoc } of page) reads.push(readDoc)
    if (page.length < PAGE) break
    after = page.at(-1)?.first ?? after
  }
  const made = {
    claims: listLinked(store, 'claim'),
    entities: listEntities(store),
    bearings: listLinked(store, 'bearing'),
  }
  return makeGrounds(reads, made)
}

function makeGrounds(
  reads: readonly ReadDoc[],
  { claims, entities, bearings }: Pick<Grounds, 'claims' | 'entities' | 'bearings'>,
): Grounds {
  const byName = new Map(reads.map((read) => [read.doc.name, read]))
  const bearingsOf = Map.groupBy(bearings, ({ doc }) => doc)
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const entityOf = new Map(
    entities.flatMap((entity) => entity.chains.map(({ doc, chain }) => [`${doc} ${chain}`, entity] as const)),
  )
  const bearingsAt = (words: LookedAt): Bearing[] =>
    findAt(words, {
      docOf: (name) => byName.get(name)?.doc,
      listIn: (doc: Id<'doc'>) => bearingsOf.get(doc) ?? [],
      evidenceOf: ({ evidence }) => evidence,
    })
  return {
    reads,
    claims,
    entities,
    bearings,
    readOf: (name) => byName.get(name),
    bearingsAt,
    attributionAt(target) {
      const read = byName.get(target.words[0].name)
      return read && findAttribution(target, read)
    },
    claimAt: ({ words }) => first(words.map((piece) => claimOf.get(bearingsAt(piece)[0]?.claim ?? NO_CLAIM))),
    entityAt: ({ words }) =>
      first(
        words.map((piece) => {
          const read = byName.get(piece.name)
          const chain = read && findChain(piece, read)
          return chain && entityOf.get(`${read.doc.id} ${chain.id}`)
        }),
      ),
  }
}

const NO_CLAIM = '' as Id<'claim'>

function first<T>(found: readonly (T | undefined)[]): T | undefined {
  return found.find((one) => one !== undefined)
}
