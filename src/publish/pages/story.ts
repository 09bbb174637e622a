// One story: its claims as they stand, who speaks in it, and its reports in the order of printing.
import type { Id } from '../../model/id.ts'
import type { ClaimLine, ReportLine, StoryListLine } from '../../model/listing.ts'
import type { Kind } from '../../model/reading.ts'
import { pageFeeds, renderFeeds } from '../feeds/page-feeds.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { counted } from '../origin-words.ts'
import { renderPage } from '../page.ts'
import type { PageOptions } from '../render-claim.ts'
import { addressOf } from './address.ts'
import { renderClaimItem, renderDays, renderReportItem } from './items.ts'

/** The first of a list, and whether there is more. */
export interface Part<T> {
  readonly items: readonly T[]
  readonly hasMore: boolean
}

/** Somebody who speaks in a story. */
export interface Voice {
  readonly entity: Id<'entity'>
  readonly name: string
  readonly kind: Kind
  readonly said: number
}

export interface StoryView {
  readonly line: StoryListLine
  readonly claims: Part<ClaimLine> // those that most reports put forward first
  readonly reports: Part<ReportLine> // the latest first
  readonly people: readonly Voice[] // who speaks most first
  readonly heard?: number // set where they were counted in so many of its latest reports only
}

/** The page of a story. */
export function renderStory(view: StoryView, links: Links, { shell, ...actions }: PageOptions = {}): string {
  const { line, claims, reports, people } = view
  const words = WORDS.story
  const id = line.story
  const body = html`<article>
<header class="masthead"><p class="kicker">${words.kicker}</p><h1 class="long" dir="auto">${line.title}</h1>
<p class="meta">${renderDays(line)}; ${counted(line.reports, 'report')}, ${counted(line.claims, 'claim')}</p>
${actions.actionsFor?.('story', id, line.title)}</header>
<section aria-labelledby="s-claims"><h2 id="s-claims">${words.claims}</h2>
${claims.items.length > 0 ? html`<ol class="items">${claims.items.map((one) => renderClaimItem(one, links))}</ol>` : html`<p class="note">${words.noClaims}</p>`}
${claims.hasMore && renderRest(addressOf(links.ledger ?? '', { story: id }), words.restOfClaims(claims.items.length, line.claims))}
</section>
<section aria-labelledby="s-people"><h2 id="s-people">${words.people}</h2>
${people.length > 0 ? renderVoices(people, links) : html`<p class="note">${words.noPeople}</p>`}
${view.heard !== undefined && html`<p class="note">${words.heard(view.heard)}</p>`}
</section>
<section aria-labelledby="s-reports"><h2 id="s-reports">${words.reports}</h2>
<ol class="items">${reports.items.map((one) => renderReportItem(one, links))}</ol>
${reports.hasMore && renderRest(addressOf(links.reports ?? '', { story: id }), words.restOfReports(reports.items.length, line.reports))}
</section>
${actions.historyFor?.('story', id)}
${renderFeeds(links, 'story', id)}
<p class="back">${link(links.stories, words.back)}</p>
</article>`
  return renderPage({
    title: `${line.title} · Readout`,
    here: 'story',
    links,
    body,
    feeds: pageFeeds(links, 'story', line.title, id),
    ...(shell && { shell }),
  })
}

function renderRest(address: string, words: string): Html {
  return html`<p class="pages"><a href="${address}">${words}</a></p>`
}

function renderVoices(people: readonly Voice[], links: Links): Html {
  const items = people.map(
    ({ entity, name, kind, said }) =>
      html`<li id="person-${entity}" data-item><bdi>${links.person ? html`<a href="${links.person(entity)}" data-open>${name}</a>` : name}</bdi> <span class="meta">${WORDS.lists.kinds[kind]}, ${counted(said, 'statement')}</span></li>`,
  )
  return html`<ul class="voices">${items}</ul>`
}
