// The pages of a desk, each as a whole document: what the server sends and nothing else.
import { listLinked } from '../archive/linked.ts'
import { serverLinks } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { renderEdition } from '../publish/render-html.ts'
import { renderLedger } from '../publish/render-ledger.ts'
import { renderEditions, renderMissing, renderReports } from '../publish/render-lists.ts'
import { STYLE } from '../publish/style.ts'
import { type CapturePages, makeCapturePages } from './capture-pages.ts'
import { type ClaimPages, makeClaimPages } from './claim-pages.ts'
import type { Desk } from './desk.ts'
import { composeEdition, listWeeks } from './edition.ts'
import { loadHoldings } from './holdings.ts'
import { makeReportPages, type ReportPages } from './report-pages.ts'

/** A page, or undefined where the desk has nothing of that name. */
export interface Pages extends ClaimPages, ReportPages, CapturePages {
  readonly style: string
  edition(week?: string): Promise<string>
  editions(): Promise<string>
  ledger(): Promise<string>
  reports(): Promise<string>
  missing(what: string, shell?: Shell): string
}

/** The pages of the desk as it stands at each call. */
export function makePages(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Pages {
  return {
    style: STYLE,
    async edition(week) {
      const { edition, holdings } = await composeEdition(desk, week)
      return renderEdition(edition, serverLinks, holdings.findDoc)
    },
    async editions() {
      return renderEditions(listWeeks(desk), serverLinks)
    },
    async ledger() {
      return renderLedger(listLinked(desk.store, 'ledger_row'), serverLinks, listLinked(desk.store, 'story'))
    },
    ...makeClaimPages(desk),
    async reports() {
      const { docs } = await loadHoldings(desk)
      const all = docs.map(({ doc }) => doc)
      return renderReports(all, serverLinks)
    },
    ...makeReportPages(desk),
    ...makeCapturePages(desk),
    missing: (what, shell) => renderMissing(what, serverLinks, shell),
  }
}
