// What a person names, as the target of a ruling: with the words that are looked at.
import { findReportKey } from '../archive/find-report.ts'
import { findLinked } from '../archive/linked.ts'
import { listDocsNaming } from '../archive/look-up.ts'
import type { Claim, Entity } from '../model/claim.ts'
import type { LookedAt, RuledHolder, Target } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Evidence } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { lookAt } from '../model/reanchor.ts'
import { makeSpan, type NonEmpty, type Span } from '../model/span.ts'
import { findNamedEntity } from './find-named.ts'
import type { Grounds } from './find-target.ts'
import { findClaimBy } from './list-ledger.ts'
import { findAttributionsBy, nounOf } from './noun-of.ts'

const MOST_WORDS = 20 // pieces of evidence kept of one claim or entity; the first that still stands finds it
const LONGEST_HEAD = 200 // characters of a report's first words

/**
 * Makes targets of ids and names. Each throws CLAIM_UNKNOWN, ATTRIBUTION_UNKNOWN, WHO_UNKNOWN, WHO_AMBIGUOUS, REPORT_UNKNOWN
 * or STORY_UNKNOWN.
 */
export interface Targets {
  claim(id: string): Target & { readonly claim: Claim }
  attribution(id: string): Target & { readonly read: ReadDoc }
  /** `near`: words of this doc come first. */
  entity(name: string, near?: Id<'doc'>): RuledHolder & { readonly docs: readonly Id<'doc'>[] }
  /** By its name or the id of its doc. */
  report(name: string): Target
  story(id: string): Target
  look(evidence: Evidence): LookedAt[]
  lookIn(read: ReadDoc, span: Span): LookedAt
}

/** Targets on the grounds of a desk. */
export function makeTargets(grounds: Grounds): Targets {
  const { store, reports } = grounds
  const lookIn = ({ doc }: ReadDoc, span: Span): LookedAt => lookAt(doc, span, findReportKey(store, doc.name))
  const look = ({ doc, span }: Evidence): LookedAt[] => {
    const read = reports.of(doc)
    return read ? [lookIn(read, span)] : []
  }
  const headOf = (read: ReadDoc): LookedAt => lookIn(read, headSpan(read))
  return {
    look,
    lookIn,
    claim(id) {
      const claim = findClaimOr(grounds, id)
      const words = claim.evidence.slice(0, MOST_WORDS).flatMap(look)
      return { noun: 'claim', id: claim.id, words: nonEmpty(words, claim.id), claim }
    },
    attribution(id) {
      const { read, attribution } = findAttributionBy(grounds, id)
      const { cue, content } = attribution
      const words = [cue[0], ...content].map((span) => lookIn(read, span))
      return { noun: 'attribution', id: attribution.id, words: nonEmpty(words, id), read }
    },
    entity(name, near) {
      const { id, kind, name: called } = findEntityBy(grounds, name)
      const docs = listDocsNaming(store, id, MOST_WORDS)
      const isNear = near !== undefined && chainsOf(store, near, id).length > 0
      const ordered = isNear ? [near, ...docs.filter((doc) => doc !== near)] : docs
      const words = ordered.slice(0, MOST_WORDS).flatMap((doc) => {
        const read = reports.of(doc)
        return chainsOf(store, doc, id).flatMap((chain) => {
          const mentions = read?.reading.chains.find((one) => one.id === chain)?.mentions ?? []
          const mention = mentions.find(({ form }) => form === 'name') ?? mentions[0]
          return read && mention ? [lookIn(read, mention.span)] : []
        })
      })
      return { noun: 'entity', id, words: nonEmpty(words, id), name: called, kind, docs: ordered }
    },
    report(name) {
      const read = reports.named(name) ?? reports.of(asId<'doc'>(name))
      if (!read)
        throw new ReadoutError('REPORT_UNKNOWN', `no report "${name}" on this desk; "readout ledger" names them`)
      return { noun: 'report', id: read.doc.id, words: [headOf(read)] }
    },
    story(id) {
      const story = findLinked(store, 'story', id)
      if (!story) {
        throw new ReadoutError('STORY_UNKNOWN', `no story "${id}" on this desk; "readout story" lists them`)
      }
      const words = story.docs.slice(0, MOST_WORDS).flatMap((doc) => {
        const read = reports.of(doc)
        return read ? [headOf(read)] : []
      })
      return { noun: 'story', id: story.id, words: nonEmpty(words, id) }
    },
  }
}

// The first words of a report: its headline, most often.
function headSpan({ doc: { text, blocks } }: ReadDoc): Span {
  const { start, end } = blocks[0]?.span ?? { start: 0, end: text.length }
  const cut = Math.min(end, start + LONGEST_HEAD)
  return makeSpan(text, start, text.slice(start, cut).isWellFormed() ? cut : cut - 1)
}

function chainsOf(store: Grounds['store'], doc: Id<'doc'>, entity: Id<'entity'>): Id<'chain'>[] {
  const named = findLinked(store, 'chains', doc)?.chains ?? []
  return named.flatMap(([chain, id]) => (id === entity ? [chain] : []))
}

function nonEmpty(words: readonly LookedAt[], id: string): NonEmpty<LookedAt> {
  const [first, ...others] = words
  if (!first)
    throw new ReadoutError('STORE_DAMAGED', `the words of ${id} are gone; "readout check" names what is harmed`)
  return [first, ...others]
}

function findClaimOr(grounds: Grounds, id: string): Claim {
  try {
    return findClaimBy(grounds, id).claim
  } catch (error) {
    const other = nounOf(grounds, id)
    if (!(error instanceof ReadoutError) || !other || other.noun === 'claim') throw error
    throw new ReadoutError('CLAIM_UNKNOWN', `${id} is ${other.told}, not a claim; "readout ledger" lists the claims`)
  }
}

function findAttributionBy(grounds: Grounds, id: string) {
  const found = findAttributionsBy(grounds, id)
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1) {
    const ids = found.slice(0, 4).map(({ attribution }) => attribution.id.slice(0, id.length + 6))
    throw unknown(`"${id}" begins ${found.length} attributions (${ids.join(', ')}); write more of it`)
  }
  const other = nounOf(grounds, id)
  const cure = '"readout claim ID" and "readout who NAME" give the id of each attribution in brackets'
  throw unknown(other ? `${id} is ${other.told}, not an attribution; ${cure}` : `no attribution "${id}"; ${cure}`)
}

function unknown(message: string): ReadoutError {
  return new ReadoutError('ATTRIBUTION_UNKNOWN', message)
}

function findEntityBy(grounds: Grounds, name: string): Pick<Entity, 'id' | 'kind' | 'name'> {
  const known = findLinked(grounds.store, 'entity', name)
  if (known) return known
  const other = nounOf(grounds, name)
  if (other && other.noun !== 'entity') {
    throw new ReadoutError('WHO_UNKNOWN', `${name} is ${other.told}, not a person or body; "readout who" lists these`)
  }
  return findNamedEntity(grounds, name)
}
