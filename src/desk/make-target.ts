// What a person names on the command line, as the target of a ruling: with the words that are looked at.

import { findReportKey } from '../archive/find-report.ts'
import type { Claim, Entity } from '../model/claim.ts'
import type { LookedAt, RuledHolder, Target } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { lookAt } from '../model/reanchor.ts'
import { type NonEmpty, type Span, wordsOf } from '../model/span.ts'
import type { Desk } from './desk.ts'
import { findSpeaker } from './find-speaker.ts'
import type { Grounds } from './find-target.ts'
import { findClaimBy } from './list-ledger.ts'
import type { Speaker } from './list-who.ts'

const MOST_WORDS = 20 // pieces of evidence kept of one claim or entity; the first that still stands finds it

/** Makes targets of ids and names. Each throws CLAIM_UNKNOWN, ATTRIBUTION_UNKNOWN, WHO_UNKNOWN or WHO_AMBIGUOUS. */
export interface Targets {
  claim(id: string): Target & { readonly claim: Claim }
  attribution(id: string): Target & { readonly read: ReadDoc }
  /** `near`: words of this doc come first. */
  entity(name: string, near?: Id<'doc'>): RuledHolder & { readonly entity: Entity }
  look(evidence: Evidence): LookedAt[]
}

/** Targets on the grounds of a desk. */
export function makeTargets(desk: Pick<Desk, 'store'>, grounds: Grounds): Targets {
  const byDoc = new Map(grounds.reads.map((read) => [read.doc.id, read]))
  const lookIn = ({ doc }: ReadDoc, span: Span): LookedAt => lookAt(doc, span, findReportKey(desk.store, doc.name))
  const look = ({ doc, span }: Evidence): LookedAt[] => {
    const read = byDoc.get(doc)
    return read ? [lookIn(read, span)] : []
  }
  return {
    look,
    claim(id) {
      const claim = findClaimOr(desk, id, grounds)
      const words = claim.evidence.slice(0, MOST_WORDS).flatMap(look)
      return { noun: 'claim', id: claim.id, words: nonEmpty(words, claim.id), claim }
    },
    attribution(id) {
      const { read, attribution } = findAttributionBy(id, grounds)
      const { cue, content } = attribution
      const words = [cue[0], ...content].map((span) => lookIn(read, span))
      return { noun: 'attribution', id: attribution.id, words: nonEmpty(words, id), read }
    },
    entity(name, near) {
      const entity = findEntityBy(name, grounds)
      const chains = entity.chains.toSorted((a, b) => Number(b.doc === near) - Number(a.doc === near))
      const words = chains.slice(0, MOST_WORDS).flatMap(({ doc, chain }) => {
        const read = byDoc.get(doc)
        const mentions = read?.reading.chains.find((one) => one.id === chain)?.mentions ?? []
        const mention = mentions.find(({ form }) => form === 'name') ?? mentions[0]
        return read && mention ? [lookIn(read, mention.span)] : []
      })
      const { id, kind } = entity
      return { noun: 'entity', id, words: nonEmpty(words, id), name: entity.name, kind, entity }
    },
  }
}

function nonEmpty(words: readonly LookedAt[], id: string): NonEmpty<LookedAt> {
  const [first, ...others] = words
  if (!first)
    throw new ReadoutError('STORE_DAMAGED', `the words of ${id} are gone; "readout check" names what is harmed`)
  return [first, ...others]
}

function findClaimOr(desk: Pick<Desk, 'store'>, id: string, grounds: Grounds): Claim {
  try {
    return findClaimBy(desk, id).claim
  } catch (error) {
    const other = nounOf(id, grounds)
    if (!(error instanceof ReadoutError) || !other || other.noun === 'claim') throw error
    throw new ReadoutError('CLAIM_UNKNOWN', `${id} is ${other.told}, not a claim; "readout ledger" lists the claims`)
  }
}

function findAttributionBy(id: string, grounds: Grounds) {
  const found = grounds.reads.flatMap((read) =>
    read.reading.attributions
      .filter((attribution) => id !== '' && attribution.id.startsWith(id))
      .map((attribution) => ({ read, attribution })),
  )
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1) {
    const ids = found.slice(0, 4).map(({ attribution }) => attribution.id.slice(0, id.length + 6))
    throw unknown(`"${id}" begins ${found.length} attributions (${ids.join(', ')}); write more of it`)
  }
  const other = nounOf(id, grounds)
  const cure = '"readout claim ID" and "readout who NAME" give the id of each attribution in brackets'
  throw unknown(other ? `${id} is ${other.told}, not an attribution; ${cure}` : `no attribution "${id}"; ${cure}`)
}

function unknown(message: string): ReadoutError {
  return new ReadoutError('ATTRIBUTION_UNKNOWN', message)
}

// Those who say something come first: "Marrow" is the envoy before it is the town that she was named after.
function findEntityBy(name: string, grounds: Grounds): Entity {
  const { entities, reads } = grounds
  const known = entities.find(({ id }) => id === name)
  if (known) return known
  const other = nounOf(name, grounds)
  if (other && other.noun !== 'entity') {
    throw new ReadoutError('WHO_UNKNOWN', `${name} is ${other.told}, not a person or body; "readout who" lists these`)
  }
  const said = new Map<string, number>()
  for (const { doc, reading } of reads) {
    for (const { source } of reading.attributions) {
      for (const chain of source.kind === 'unstated' ? [] : source.who) {
        said.set(`${doc.id} ${chain}`, (said.get(`${doc.id} ${chain}`) ?? 0) + 1)
      }
    }
  }
  const all = entities.map((entity): Speaker => {
    const count = entity.chains.reduce((sum, { doc, chain }) => sum + (said.get(`${doc} ${chain}`) ?? 0), 0)
    const { id, aliases, kind } = entity
    return { id, ...(aliases && { aliases }), kind, name: entity.name, offices: [], said: count, outlets: [] }
  })
  const found = findIn(all, name)
  const [first, ...others] = found
  if (others.length > 0) {
    const ids = found.map(({ id, said }) => `${id.slice(0, 8)} (${said} said)`).join(', ')
    throw new ReadoutError(
      'WHO_AMBIGUOUS',
      `"${name}" is the name of ${found.length} groups: ${ids}; write the id of one`,
    )
  }
  return entities.find(({ id }) => id === first.id) as Entity
}

function findIn(all: readonly Speaker[], name: string): [Speaker, ...Speaker[]] {
  const speaking = all.filter(({ said }) => said > 0)
  try {
    return findSpeaker(speaking, name)
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'WHO_UNKNOWN') throw error
    try {
      return findSpeaker(all, name)
    } catch (second) {
      throw second instanceof ReadoutError && second.code === 'WHO_AMBIGUOUS' ? second : error
    }
  }
}

const ID_SHORTEST = 6 // letters and figures from which a word is taken for the beginning of an id

/** What an id is of, and what to call it. */
function nounOf(id: string, { claims, entities, reads }: Grounds): { noun: Target['noun']; told: string } | undefined {
  if (!/^[0-9a-f]+$/.test(id) || id.length < ID_SHORTEST) return undefined
  const begins = (one: { readonly id: Id<'claim' | 'entity' | 'attribution'> }): boolean => one.id.startsWith(id)
  const claim = claims.find(begins)
  if (claim) return { noun: 'claim', told: `a claim (“${claim.wording}”)` }
  const entity = entities.find(begins)
  if (entity) return { noun: 'entity', told: `${entity.name} (${entity.kind})` }
  for (const { doc, reading } of reads) {
    const attribution = reading.attributions.find(begins)
    if (!attribution) continue
    const words = wordsOf(doc.text, attribution.content).replace(/\s+/g, ' ')
    return { noun: 'attribution', told: `an attribution (“${words}” in ${doc.name})` }
  }
  return undefined
}
