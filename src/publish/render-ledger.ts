// The ledger as a page: one row a claim, with the number of its origins as an interval and who answered it.
import type { LedgerRow } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import { type Html, html, link } from './html.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { boundsWords, counted } from './origin-words.ts'
import { renderPage } from './page.ts'

/** The ledger's page: the rows in the order given, under the story that they belong to. */
export function renderLedger(rows: readonly LedgerRow[], links: Links, stories: readonly Story[] = []): string {
  const titleOf = new Map(stories.map(({ id, title }) => [id, title]))
  const groups = [...Map.groupBy(rows, ({ story }) => story && titleOf.get(story))]
  const drawn = groups.map(
    ([title, own]) => html`${groups.length > 1 && html`<h2 dir="auto">${title ?? 'Of no story'}</h2>`}
<ol class="ledger">${own.map((row) => renderRow(row, links))}</ol>`,
  )
  const body = html`<header class="masthead"><h1>Ledger</h1>
<p class="meta">${describe(rows)}</p></header>
${drawn}`
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
    ['rejected by', row.rejectedBy ?? []],
    ['corrected by', row.correctedBy],
    ['no comment by', row.declinedToComment],
  ] as const
  const told = answers.flatMap(([words, holders]) =>
    holders.length === 0 ? [] : [`${words} ${[...new Set(holders.map(({ name }) => name))].join(', ')}`],
  )
  const first = row.firstPrinted ? `first printed ${dayWords(row.firstPrinted)}` : 'undated'
  return html`<li>
<p class="wording" dir="auto">${link(links.claim?.(row.claim), row.wording)}</p>
${row.independentOrigins.length > 0 && html`<p class="tellers">${tellers(row)}</p>`}
<p class="meta">${renderStanding(row.standing)} ${counted(reports, 'report')}, ${boundsWords(row)}; ${first}${told.map((words) => `; ${words}`)}</p>
</li>`
}

const MOST_TELLERS = 4

/** Who told it, each with the outlet that heard it. */
function tellers({ independentOrigins: all }: LedgerRow): string {
  const left = all.length - MOST_TELLERS
  return [...all.slice(0, MOST_TELLERS), ...(left > 0 ? [counted(left, 'more origin')] : [])].join('; ')
}

function describe(rows: readonly LedgerRow[]): string {
  if (rows.length > 0)
    return `${counted(rows.length, 'claim')}. A number of origins says how independently a thing was told, not whether it is true.`
  return 'No report of the desk puts forward a claim yet: add reports with "readout add".'
}
