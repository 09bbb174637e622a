// The ledger as a page: one row a claim, with the number of its origins as an interval and who answered it.
import type { LedgerRow } from '../model/ledger.ts'
import type { Story } from '../model/story.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { boundsWords, counted } from './origin-words.ts'
import { renderPage } from './page.ts'

/** The ledger's page: the rows in the order given, under the story that they belong to. */
export function renderLedger(rows: readonly LedgerRow[], links: Links, stories: readonly Story[] = []): string {
  const titleOf = new Map(stories.map(({ id, title }) => [id, title]))
  const groups = [...Map.groupBy(rows, ({ story }) => story && titleOf.get(story))]
  const drawn = groups.map(
    ([title, own]) => html`${groups.length > 1 && html`<h2 dir="auto">${title ?? WORDS.wholeLedger.noStory}</h2>`}
<ol class="ledger">${own.map((row) => renderRow(row, links))}</ol>`,
  )
  const body = html`<header class="masthead"><h1>${WORDS.wholeLedger.title}</h1>
<p class="meta">${describe(rows)}</p></header>
${drawn}`
  return renderPage({ title: `${WORDS.wholeLedger.title} · ${WORDS.frame.product}`, here: 'ledger', links, body })
}

/** The label of a standing: the word itself, its shape set by the style. */
export function renderStanding(standing: string): Html {
  return html`<span class="standing ${standing}">${standing}</span>`
}

function renderRow(row: LedgerRow, links: Links): Html {
  const words = WORDS.wholeLedger
  const reports = new Set(row.assertedIn).size
  const answers = [
    [words.deniedBy, row.deniedBy],
    [words.confirmedBy, row.confirmedBy],
    [words.rejectedBy, row.rejectedBy ?? []],
    [words.correctedBy, row.correctedBy],
    [words.declinedBy, row.declinedToComment],
  ] as const
  const told = answers.flatMap(([by, holders]) =>
    holders.length === 0 ? [] : [`${by} ${[...new Set(holders.map(({ name }) => name))].join(', ')}`],
  )
  const first = row.firstPrinted ? words.firstPrinted(dayWords(row.firstPrinted)) : words.undated
  return html`<li>
<p class="wording" dir="auto">${link(links.claim?.(row.claim), row.wording)}</p>
${row.independentOrigins.length > 0 && html`<p class="tellers">${tellers(row)}</p>`}
<p class="meta">${renderStanding(row.standing)} ${counted(reports, 'report')}, ${boundsWords(row)}; ${first}${told.map((one) => `; ${one}`)}</p>
</li>`
}

const MOST_TELLERS = 4

/** Who told it, each with the outlet that heard it. */
function tellers({ independentOrigins: all }: LedgerRow): string {
  const left = all.length - MOST_TELLERS
  return [...all.slice(0, MOST_TELLERS), ...(left > 0 ? [counted(left, 'more origin')] : [])].join('; ')
}

function describe(rows: readonly LedgerRow[]): string {
  const { about, empty } = WORDS.wholeLedger
  return rows.length > 0 ? about(counted(rows.length, 'claim')) : empty
}
