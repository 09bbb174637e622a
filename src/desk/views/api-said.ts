// One attribution for other programs, as people ruled on it: every word that shows who said what, where it stands.
import { findLinked, findWalk } from '../../archive/linked.ts'
import { applyToReading } from '../../link/apply-to-reading.ts'
import { CODE } from '../../model/act.ts'
import { type Source, type StatedSource, sourceKindOf, type When } from '../../model/attribution.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { SaidLine } from '../../model/listing.ts'
import type { Span } from '../../model/span.ts'
import type { Desk } from '../desk.ts'
import { fingerprintOf } from '../fingerprint-of.ts'
import { listRulings } from '../list-rulings.ts'
import { nameIt } from './api-claim.ts'
import { claimHref, saidHref } from './api-lines.ts'
import { anchorIn, openPlaces, reportRef } from './api-places.ts'

type OfDesk = Pick<Desk, 'store'>

/** A report with its reading as people ruled on it. */
export function readRuled(desk: OfDesk, doc: Id<'doc'>): ReadDoc {
  const rulings = listRulings(desk.store, findWalk(desk.store)?.linkedTo ?? 0)
  return applyToReading(openPlaces(desk).read(doc), rulings)
}

/** The attribution of a line. Throws ATTRIBUTION_UNKNOWN where it is gone from its report. */
export function tellSaid(desk: OfDesk, { doc, attribution: id, claims }: SaidLine) {
  const read = readRuled(desk, doc)
  const found = read.reading.attributions.find((one) => one.id === id)
  if (!found) throw new ReadoutError('ATTRIBUTION_UNKNOWN', `no attribution "${id}" on this desk; search for its words`)
  const place = (span: Span) => anchorIn(read.doc, span)
  const { source, cue, content, form, act, silence, target, hearer, setting, said, event, via, restsOn, within } = found
  return {
    id: found.id as string,
    href: saidHref(found.id),
    report: reportRef(read.doc),
    source: tellSource(desk, source, read),
    cue: cue.map(place),
    content: content.map(place),
    form,
    act,
    ...(CODE[act] && { code: CODE[act] }),
    ...(silence && { silence }),
    ...(target && { target: target.words.map(place) }),
    ...(hearer && { hearer: { kind: hearer.kind, words: place(hearer.words) } }),
    ...(setting && { setting: { kind: setting.kind, words: place(setting.words) } }),
    ...(said && { said: tellWhen(said, read) }),
    ...(event && { event: tellWhen(event, read) }),
    via: via.map((hand) => tellSource(desk, hand, read)),
    ...(restsOn && { restsOn: tellSource(desk, restsOn, read) }),
    ...(within && { within: within as string }),
    confidence: found.confidence,
    claims: claims.map((claim) => ({ claim: claim as string, href: claimHref(claim) })),
    ...(read.doc.published && { printed: read.doc.published }),
    version: fingerprintOf(desk.store, { noun: 'attribution', id, doc }),
  }
}

function tellWhen({ from, until, value, words }: When, { doc }: ReadDoc) {
  return { from, until, value, words: anchorIn(doc, words) }
}

function tellSource(desk: OfDesk, source: Source, read: ReadDoc) {
  const { doc, reading } = read
  if (source.kind === 'unstated') return { kind: source.kind, words: [], who: [], names: [] }
  const names = source.who.flatMap((id) => reading.chains.find((chain) => chain.id === id)?.name ?? [])
  return {
    kind: sourceKindOf(source),
    words: source.words.map((span) => anchorIn(doc, span)),
    who: entitiesOf(desk, source, doc.id).map((id) => nameIt(desk, id)),
    names,
    ...(source.kind === 'anonymous' && tellUnnamed(source, read)),
  }
}

function tellUnnamed({ count, side, terms }: Extract<StatedSource, { kind: 'anonymous' }>, { doc }: ReadDoc) {
  return { heads: count, ...(side && { side }), ...(terms && { terms: anchorIn(doc, terms) }) }
}

function entitiesOf({ store }: OfDesk, { who }: StatedSource, doc: Id<'doc'>): Id<'entity'>[] {
  const entityOf = new Map(findLinked(store, 'chains', doc)?.chains)
  return [...new Set(who.flatMap((chain) => entityOf.get(chain) ?? []))]
}
