// The pages of one claim: itself, all its reports, and what is near it.
import { findLinked } from '../archive/linked.ts'
import { parseEditionKey } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import { type Day, isDay } from '../model/id.ts'
import { listCitations } from '../publish/exchange/list-citations.ts'
import { WORDS } from '../publish/interface-words.ts'
import { dayWords } from '../publish/iso-week.ts'
import { serverLinks } from '../publish/links.ts'
import { daysOfPeriod } from '../publish/period.ts'
import { type PageOptions, renderClaim, renderClaimReports } from '../publish/render-claim.ts'
import { renderMissing } from '../publish/render-lists.ts'
import { renderNear } from '../publish/render-near.ts'
import type { Desk } from './desk.ts'
import { findPeriod } from './edition.ts'
import { listNear } from './explain-claim.ts'
import { dayAfter } from './holdings-at.ts'
import type { Looking, PageAnswer } from './page-answer.ts'
import { type ResolvedClaim, resolveClaim } from './resolve-claim.ts'
import { openActions } from './review/actions-for.ts'
import { type ClaimView, makeClaimView } from './views/claim.ts'

/** As known when a week or a day ended, or now. */
export interface AsKnown {
  readonly week?: string
  readonly day?: string
}

export interface ClaimPages {
  claim(id: string, asKnown?: AsKnown, looking?: Looking): Promise<PageAnswer>
  claimReports(id: string, from: number, looking?: Looking): Promise<PageAnswer>
  nearClaims(id: string, looking?: Looking): Promise<PageAnswer>
}

/** The pages as the desk stands at each call. */
export function makeClaimPages(desk: Pick<Desk, 'store' | 'now' | 'dir'>): ClaimPages {
  return {
    async claim(id, { week, day } = {}, looking = {}) {
      const period = day === undefined && week !== undefined ? await findPeriod(desk, parseEditionKey(week)) : undefined
      const until = day === undefined ? period?.until : dayAfter(checkDay(day))
      const view = await makeClaimView(desk, id, { ...(until && { until }) })
      if (view.kind !== 'claim') return answerOther(view, id)
      const known = day !== undefined ? { day } : period && week ? { week, days: daysOfPeriod(period) } : {}
      const { claim: own, wording } = view.file.row
      const cited = { kind: 'claim', claim: { id: own, wording }, seen: desk.now().slice(0, 10) } as const
      const { origin } = looking
      const citations = origin === undefined ? [] : listCitations(cited, { links: serverLinks, origin })
      const file = { ...view.file, ...known, citations }
      return { kind: 'page', html: renderClaim(file, serverLinks, view.findDoc, actionsOn(desk, view, looking)) }
    },
    async claimReports(id, from, looking = {}) {
      const view = await makeClaimView(desk, id, { from })
      if (view.kind !== 'claim') return answerOther(view, id)
      return {
        kind: 'page',
        html: renderClaimReports(view.file, serverLinks, view.findDoc, actionsOn(desk, view, looking)),
      }
    },
    async nearClaims(id, looking = {}) {
      const found = resolveClaim(desk, id)
      if (found.kind !== 'claim') return answerOther(found, id)
      return { kind: 'page', html: renderNear(found.claim, listNear(desk, found.claim), serverLinks, looking.shell) }
    },
  }
}

function actionsOn(
  desk: Pick<Desk, 'store'>,
  view: Extract<ClaimView, { kind: 'claim' }>,
  looking: Looking,
): PageOptions {
  const { claim } = view.file.row
  const formerIds = findLinked(desk.store, 'claim', claim)?.aliases ?? []
  const about = { formerIds, seen: view.seen }
  return { ...looking, ...openActions(desk, looking.shell, serverLinks.claim?.(claim) ?? '/ledger', about) }
}

function answerOther(view: Exclude<ResolvedClaim, { kind: 'claim' }>, id: string): PageAnswer {
  if (view.kind === 'moved') return { kind: 'moved', to: serverLinks.claim?.(view.to) ?? '/ledger', isForGood: true }
  const told = view.kind === 'gone' ? view.told : WORDS.claim.missing(id)
  return { kind: 'page', html: renderMissing(told, serverLinks), status: view.kind === 'gone' ? 410 : 404 }
}

function checkDay(day: string): Day {
  if (isDay(day)) return day
  throw new ReadoutError('USAGE', `"${day}": there is no such day; write one such as ${EXAMPLE} (${dayWords(EXAMPLE)})`)
}

const EXAMPLE = '2031-03-08'
