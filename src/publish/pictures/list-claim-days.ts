// What the reports of the week did to its claims, day by day. A claim that more reports speak of comes first; of equals, the
// one that was printed first. Later versions of a page say again what it said, and add nothing here but what is new in them.

import type { Appearance } from '../../model/claim.ts'
import type { Doc } from '../../model/doc.ts'
import type { MarkKind, PicturedAct, PicturedClaim, PicturedClaims } from '../../model/edition-pictures.ts'
import type { Day, Id } from '../../model/id.ts'
import { kindOf } from '../make-entries.ts'
import { dayOfMoment, listDays } from '../period.ts'
import { actOn } from '../sides.ts'
import type { WeekView } from '../week-view.ts'
import { type NameOf, namesOfSources } from './names-of-sources.ts'

const MOST = 10 // claims
const MOST_NAMES = 4 // of those who did one thing on one day

/** The claims that most reports of the week speak of. */
export function listClaimDays(view: WeekView, nameOf: NameOf): PicturedClaims {
  const deeds = Map.groupBy(listDeeds(view, nameOf), ({ claim }) => claim)
  const rows = [...deeds].map(([claim, all]) => ({ claim, all, reports: new Set(all.map(({ doc }) => doc)).size }))
  const ordered = rows.toSorted((a, b) => b.reports - a.reports)
  const drawn = ordered.slice(0, MOST).map(({ claim, all }): PicturedClaim => {
    const wording = view.ledger.headOf(claim)?.wording ?? ''
    return { claim, wording, acts: gather(all) }
  })
  return { days: view.period ? listDays(view.period) : [], rows: drawn, left: ordered.length - drawn.length }
}

/** One thing that one report does to a claim, by whose word. */
interface Deed {
  readonly claim: Id<'claim'>
  readonly doc: Id<'doc'>
  readonly day: Day
  readonly kind: MarkKind
  readonly who: () => readonly string[] // asked of the few that are drawn
}

function listDeeds(view: WeekView, nameOf: NameOf): Deed[] {
  const { docs, sayings, ledger, appearancesByClaim, standings, watch } = view
  const dayOf = ({ published = '' }: Doc): Day => dayOfMoment(published, watch.zone)
  const known = new Set(ledger.claims)
  const claims = ledger.claims.filter((claim) => standings.size === 0 || standings.has(claim)) // of the watch
  const ofWeek = new Set(docs.map(({ doc }) => doc.id))
  const isOfWeek = (one: Appearance): boolean => ofWeek.has(one.doc)
  const appearances = claims.flatMap((claim) => (appearancesByClaim.get(claim) ?? []).filter(isOfWeek))
  const appearancesIn = Map.groupBy(appearances, ({ doc }) => doc)
  const said = sayings.flatMap((saying): Deed[] => {
    const { doc, attribution } = saying
    const put = appearancesIn.get(doc.id)?.filter((one) => one.attribution === attribution.id)
    return saying.claims.flatMap((claim): Deed[] => {
      if (!known.has(claim)) return []
      const isPutForward = put?.some((one) => one.claim === claim) ?? false
      const { silence } = attribution
      const kind = kindOf({ act: actOn(saying, claim), isPutForward, ...(silence && { silence }) })
      return [{ claim, doc: doc.id, day: dayOf(doc), kind, who: () => namesOfSources(saying, nameOf) }]
    })
  })
  const told = docs.flatMap(({ doc }) =>
    (appearancesIn.get(doc.id) ?? []).filter(isOwnVoice).map(
      ({ claim }): Deed => ({
        claim,
        doc: doc.id,
        day: dayOf(doc),
        kind: 'put',
        who: () => (doc.outlet ? [doc.outlet] : []),
      }),
    ),
  )
  const rank = new Map(docs.map(({ doc }, at) => [doc.id, at]))
  return [...said, ...told].toSorted((a, b) => (rank.get(a.doc) ?? 0) - (rank.get(b.doc) ?? 0))
}

function isOwnVoice({ attribution }: Appearance): boolean {
  return attribution === undefined
}

function gather(deeds: readonly Deed[]): PicturedAct[] {
  const acts = [...Map.groupBy(deeds, ({ day, kind }) => `${day} ${kind}`).values()].map((same): PicturedAct => {
    const { day = '', kind = 'put' } = same[0] ?? {}
    const who = [...new Set(same.flatMap((deed) => deed.who()))]
    const reports = new Set(same.map(({ doc }) => doc)).size
    return { day, kind, who: who.slice(0, MOST_NAMES), others: Math.max(0, who.length - MOST_NAMES), reports }
  })
  return acts.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
