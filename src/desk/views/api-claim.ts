// One claim for other programs: its line, what hangs on it, and the reasons for its origins, each with the words that show it.
import { findLinked } from '../../archive/linked.ts'
import { type ClaimCount, listByIds } from '../../archive/linked-parts.ts'
import type { Appearance, Claim, OfVersion } from '../../model/claim.ts'
import type { Id } from '../../model/id.ts'
import type { Lineage, Origin, Reason } from '../../model/origin.ts'
import type { Stance, Step } from '../../model/timeline.ts'
import type { Desk } from '../desk.ts'
import { personHref } from './api-lines.ts'
import { openPlaces, type Places } from './api-places.ts'

type OfDesk = Pick<Desk, 'store'>

/** What a claim has beside its line. */
export function claimParts(desk: OfDesk, claim: Claim) {
  const places = openPlaces(desk)
  const worded = claim.evidence.find(({ quote }) => quote === claim.wording) ?? claim.evidence[0]
  return {
    aliases: [...claim.aliases],
    worded: places.anchor(worded),
    about: claim.about.map((entity) => nameIt(desk, entity)),
    ...(claim.event && { event: claim.event }),
  }
}

/** How many origins it has, and for how many reasons. */
export function tellOrigins(desk: OfDesk, claim: Id<'claim'>, { row, independence }: ClaimCount) {
  const { origins = [], reasons = [], unknown = [], atLeast = 0, atMost = 0 } = independence ?? {}
  const tellers = listByIds(
    desk.store,
    'entity',
    origins.map(({ teller }) => teller),
  )
  const nameOf = new Map(tellers.map(({ id, name }) => [id, name]))
  return {
    claim,
    interval: { atLeast, atMost, unknown: row?.unknownLineage ?? unknown.length },
    origins: origins.map((origin) => tellOrigin(origin, nameOf.get(origin.teller))),
    unknown: [...unknown],
    reasons: reasons.length,
  }
}

function tellOrigin({ id, name, teller, toldTo, heads, appearances }: Origin, known: string | undefined) {
  return {
    id,
    name,
    ...(known !== undefined && { teller: { id: teller, name: known, href: personHref(teller) } }),
    ...(toldTo && { toldTo }),
    heads,
    appearances: [...appearances],
  }
}

/** A reason and what shows it; `told`: the same as a sentence. */
export function tellReason({ reason, told }: { readonly reason: Reason; readonly told: string }, places: Places) {
  return { told, reason: tellWhy(reason, places) }
}

function tellWhy(reason: Reason, places: Places) {
  switch (reason.kind) {
    case 'same origin': {
      const { kind, appearance, origin, because } = reason
      return { kind, appearance, origin, because: tellLineage(because, places) }
    }
    case 'may be one': {
      const { kind, origins, meant, because } = reason
      return { kind, origins: [...origins], ...(meant && { meant }), because: because.map(places.anchor) }
    }
    case 'ruled':
      return { ...reason }
  }
}

function tellLineage(lineage: Lineage, places: Places) {
  switch (lineage.kind) {
    case 'named in text':
    case 'byline or dateline':
      return { kind: lineage.kind, from: lineage.from, evidence: [places.anchor(lineage.evidence)] }
    case 'aggregator source': {
      const { name, value, path } = lineage.field
      return { kind: lineage.kind, from: lineage.from, field: { name, value, path }, evidence: [] }
    }
    case 'near-identical text': {
      const evidence = lineage.shared.flatMap(([theirs, own]) => [places.anchor(theirs), places.anchor(own)])
      return { kind: lineage.kind, report: places.report(lineage.from), evidence }
    }
    case 'later version':
      return { kind: lineage.kind, report: places.report(lineage.from), evidence: [] }
    case 'unknown':
      return { kind: lineage.kind, evidence: [] }
  }
}

export function tellAppearance(appearance: Appearance, places: Places) {
  const { id, claim, doc, attribution, at, evidence, lineage } = appearance
  return {
    id,
    claim,
    report: places.report(doc),
    ...(attribution && { attribution }),
    ...(at && { printed: at }),
    evidence: places.anchor(evidence),
    lineage: lineage.map((one) => tellLineage(one, places)),
    ...tellVersion(appearance),
  }
}

export function tellStance(desk: OfDesk, stance: Stance, places: Places) {
  const { claim, holder, act, said, printed, attribution, evidence, confidence } = stance
  return {
    claim,
    holder: nameIt(desk, holder),
    act,
    ...(said && { said: { from: said.from, until: said.until } }),
    ...(printed && { printed }),
    attribution,
    evidence: places.anchor(evidence),
    confidence,
    ...tellVersion(stance),
  }
}

export function tellStep(desk: OfDesk, step: Step, places: Places) {
  const { act, isPutForward, holders, attribution, said, printed, evidence, standing, before } = step
  return {
    act,
    isPutForward,
    holders: holders.map((holder) => nameIt(desk, holder)),
    ...(attribution && { attribution }),
    ...(said && { said: { from: said.from, until: said.until } }),
    ...(printed && { printed }),
    evidence: places.anchor(evidence),
    standing,
    ...(before && { before }),
  }
}

function tellVersion({ laterVersionOf, gone }: OfVersion) {
  return { isLaterVersion: laterVersionOf !== undefined, isGone: gone !== undefined }
}

/** Somebody by id and name. */
export function nameIt({ store }: OfDesk, id: Id<'entity'>) {
  return { id, name: findLinked(store, 'entity', id)?.name ?? 'unknown', href: personHref(id) }
}
