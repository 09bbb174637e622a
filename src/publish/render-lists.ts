// The short pages: all editions, and what is not there.
import type { Days } from '../model/attribution.ts'
import type { WatchHead } from '../model/watch.ts'
import { pageFeeds, renderFeeds } from './feeds/page-feeds.ts'
import { html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { daysWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { counted } from './origin-words.ts'
import { renderPage, type Shell } from './page.ts'

/** The editions of one watch; `watch` absent: of all that the desk holds. */
export interface ListedEditions {
  readonly watch?: WatchHead
  readonly weeks: readonly {
    readonly week: string
    readonly key: string
    readonly days: Days
    readonly reports: number
  }[]
}

/** One link a week, the latest first, watch by watch. */
export function renderEditions(watches: readonly ListedEditions[], links: Links, shell?: Shell): string {
  const words = WORDS.editions
  const lists = watches.map(({ watch, weeks }) => {
    const items = weeks.map(
      ({ week, key, days, reports }) =>
        html`<li>${link(links.edition(key), words.week(daysWords(days)))} <span class="meta">${week}, ${counted(reports, 'report')}</span></li>`,
    )
    const list = items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p class="note">${words.none}</p>`
    if (watches.length === 1) return list
    const question = watch?.question !== undefined && html`<p class="meta">${watch.question}</p>`
    return html`<section><h2>${watch?.name ?? words.all}</h2>${question}${list}</section>`
  })
  const body = html`<h1>${words.title}</h1>
${lists}
${renderFeeds(links, 'editions')}`
  const feeds = pageFeeds(links, 'editions', words.title)
  return renderPage({
    title: `${words.title} · Readout`,
    here: 'editions',
    links,
    body,
    feeds,
    ...(shell && { shell }),
  })
}

/** The page for an address where nothing is: what was asked for, and where to go. */
export function renderMissing(what: string, links: Links, shell?: Shell): string {
  const body = html`<h1>Not here</h1>
<p>${what}</p>
<p class="back">${link(links.today ?? links.edition(), links.today ? WORDS.refused.back : 'To the edition')}</p>`
  return renderPage({ title: 'Not here · Readout', here: 'missing', links, body, ...(shell && { shell }) })
}
