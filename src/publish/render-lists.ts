// The short pages: all editions, all reports, and what is not there.
import type { Doc } from '../model/doc.ts'
import { laterVersions } from '../model/later-versions.ts'
import { html, link } from './html.ts'
import { dayWords, weekWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { counted } from './origin-words.ts'
import { renderPage, type Shell } from './page.ts'

/** One link a week, the latest first. */
export function renderEditions(weeks: readonly { week: string; reports: number }[], links: Links): string {
  const items = weeks.map(
    ({ week, reports }) =>
      html`<li>${link(links.edition(week), `The week of ${weekWords(week)}`)} <span class="meta">${week}, ${counted(reports, 'report')}</span></li>`,
  )
  const body = html`<h1>All editions</h1>
${items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p class="note">The desk holds no dated report, so there is no week to print.</p>`}`
  return renderPage({ title: 'All editions · Readout', here: 'editions', links, body })
}

/** One link a report, in the order given, which is that of the log. */
export function renderReports(docs: readonly Doc[], links: Links): string {
  const later = laterVersions(docs)
  const items = docs.map(
    ({ id, name, title, outlet, published }) =>
      html`<li>${link(links.report(name), html`<span dir="auto">${title ?? name}</span>`)} <span class="meta">${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}${later.has(id) && '; later version'}</span></li>`,
  )
  const body = html`<h1>Reports</h1>
<p class="meta">${docs.length === 0 ? 'The desk is empty: add reports with "readout add".' : `${counted(docs.length - later.size, 'report')}${later.size > 0 ? ` and ${counted(later.size, 'later version')}` : ''}, in the order in which they came.`}</p>
<ul class="list">${items}</ul>`
  return renderPage({ title: 'Reports · Readout', here: 'reports', links, body })
}

/** The page for an address where nothing is: what was asked for, and where to go. */
export function renderMissing(what: string, links: Links, shell?: Shell): string {
  const body = html`<h1>Not here</h1>
<p>${what}</p>
<p class="back"><a href="${links.edition()}">To the latest edition</a></p>`
  return renderPage({ title: 'Not here · Readout', here: 'missing', links, body, ...(shell && { shell }) })
}
