// The ledger as a page: one row a claim, with the number of its origins as an interval and who answered it.
import type { LedgerRow } from '../model/ledger.ts'
import { type Html, html, link } from './html.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { boundsWords, counted } from './origin-words.ts'
import { renderPage } from './page.ts'

/** The ledger's page, the rows in the order given. */
export function renderLedger(rows: readonly LedgerRow[], links: Links): string {
  const body = html`<header class="masthead"><h1>Ledger</h1>
<p class="meta">${describe(rows)}</p></header>
${rows.length > 0 && html`<ol class="ledger">${rows.map((row) => renderRow(row, links))}</ol>`}`
  return renderPage({ title: 'Ledger · Readout', here: 'ledger', links, body })
}

/** The label of a standing: the word itself, its shape set by the style. */
export function renderStanding(standing: string): Html {
  return html`<span class="standing ${standing}">${standing}</span>`
}

function renderRow(row: LedgerRow, links: Links): Html {
  const reports = new Set(row.assertedIn).size
  const answers = [
    ['denied by', row.deniedBy],
    ['confirmed by', row.confirmedBy],
    ['corrected by', row.correctedBy],
    ['no comment by', row.declinedToComment],
  ] as const
  const told = answers.flatMap(([words, holders]) =>
    holders.length === 0 ? [] : [`${words} ${[...new Set(holders.map(({ name }) => name))].join(', ')}`],
  )
  const first = row.firstPrinted ? `first printed ${dayWords(row.firstPrinted)}` : 'undated'
  return html`<li>
<p class="wording" dir="auto">${link(links.claim?.(row.claim), row.wording)}</p>
<p class="meta">${renderStanding(row.standing)} ${counted(reports, 'report')}, ${boundsWords(row)}; ${first}${told.map((words) => `; ${words}`)}</p>
</li>`
}

function describe(rows: readonly LedgerRow[]): string {
  if (rows.length > 0)
    return `${counted(rows.length, 'claim')}. A number of origins says how independently a thing was told, not whether it is true.`
  return 'No report of the desk puts forward a claim yet: add reports with "readout add".'
}
