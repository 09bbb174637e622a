// The short pages: all editions, and what is not there.
import { html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { weekWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { counted } from './origin-words.ts'
import { renderPage, type Shell } from './page.ts'

/** One link a week, the latest first. */
export function renderEditions(
  weeks: readonly { week: string; reports: number }[],
  links: Links,
  shell?: Shell,
): string {
  const items = weeks.map(
    ({ week, reports }) =>
      html`<li>${link(links.edition(week), `The week of ${weekWords(week)}`)} <span class="meta">${week}, ${counted(reports, 'report')}</span></li>`,
  )
  const body = html`<h1>All editions</h1>
${items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p class="note">The desk holds no dated report, so there is no week to print.</p>`}`
  return renderPage({ title: 'All editions · Readout', here: 'editions', links, body, ...(shell && { shell }) })
}

/** The page for an address where nothing is: what was asked for, and where to go. */
export function renderMissing(what: string, links: Links, shell?: Shell): string {
  const body = html`<h1>Not here</h1>
<p>${what}</p>
<p class="back">${link(links.today ?? links.edition(), links.today ? WORDS.refused.back : 'To the edition')}</p>`
  return renderPage({ title: 'Not here · Readout', here: 'missing', links, body, ...(shell && { shell }) })
}
