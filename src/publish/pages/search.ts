// One box for all that the desk holds: reports, what was said, claims; narrowed by who, outlet, kind of source, act, days and
// story. The address of a search brings it back, and all that it found can be had as CSV, JSON Lines or a feed.
import { ACTS } from '../../model/act.ts'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import type { Hit, PersonLine } from '../../model/listing.ts'
import { STANDINGS } from '../../model/timeline.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { addressOf } from './address.ts'
import { renderField } from './filter-form.ts'
import { type Names, renderClaimItem, renderReportItem, renderSaidItem } from './items.ts'
import { type Asked, renderChoices, renderItems, renderNarrowed } from './list-frame.ts'
import { placeOf, renderMarked } from './marked.ts'

export interface SearchView {
  readonly asked: Asked // `in` is always told
  readonly isAsked: boolean // anything was looked for
  readonly hits: readonly Hit[]
  readonly next?: string
  readonly names: Names
  readonly outlets: readonly string[] // to choose from
  readonly storyTitle?: string // of the story that it is narrowed to
  readonly who?: Meant
}

/** Whom the name in the box may mean: one, several, or nobody. */
export interface Meant {
  readonly asked: string
  readonly people: readonly PersonLine[]
  readonly hasMore: boolean
}

/** The page of a search, asked or not yet. */
export function renderSearch(view: SearchView, links: Links, shell?: Shell): string {
  const words = WORDS.search
  const { asked, isAsked } = view
  const body = html`<header class="masthead"><h1>${words.title}</h1></header>
${renderBox(view)}
${renderMeant(view)}
${isAsked ? renderFound(view, links) : html`<div class="empty"><p>${words.start}</p></div>`}`
  const title = asked.query.words ? `${asked.query.words} · ${words.title}` : words.title
  return renderPage({ title: `${title} · Readout`, here: 'search', links, body, ...(shell && { shell }) })
}

function renderBox({ asked: { path, query }, outlets, storyTitle }: SearchView): Html {
  const words = WORDS.search
  const places = (['reports', 'said', 'claims'] as const).map(
    (value) =>
      html`<label><input type="radio" name="in" value="${value}"${query.in === value && html` checked`}> ${words.places[value]}</label>`,
  )
  return html`<form class="filter search" method="get" action="${path}" role="search" aria-label="${words.title}">
${renderField({ name: 'words', label: words.words, value: query.words, type: 'search', isWide: true })}
<fieldset class="places"><legend>${words.in}</legend>${places}</fieldset>
${renderField({ name: 'who', label: words.who, value: query.who })}
${renderField({ name: 'outlet', label: WORDS.lists.outlet, value: query.outlet, options: outlets })}
${renderField({ name: 'kind', label: words.kind, value: query.kind, options: SOURCE_KINDS })}
${renderField({ name: 'act', label: words.act, value: query.act, options: ACTS })}
${query.in === 'claims' && renderField({ name: 'standing', label: WORDS.ledger.standing, value: query.standing, options: STANDINGS })}
${renderField({ name: 'since', label: WORDS.lists.fromDay, value: query.since, type: 'date' })}
${renderField({ name: 'until', label: WORDS.lists.untilDay, value: query.until, type: 'date' })}
${query.story && html`<input type="hidden" name="story" value="${query.story}">`}
<button>${words.find}</button></form>
${query.story && renderNarrowed([{ name: 'story', words: storyTitle ?? query.story }], { path, query })}`
}

/** Where a name means nobody or several, that is said, with a link for each. */
function renderMeant({ who, asked: { path, query } }: SearchView): Html {
  const words = WORDS.search
  if (!who || (who.people.length === 1 && !who.hasMore)) return html``
  if (who.people.length === 0) return html`<p class="note">${words.whoUnknown(who.asked)}</p>`
  const items = who.people.map(
    ({ entity, name, office, kind }) =>
      html`<li><a href="${addressOf(path, query, { who: entity })}"><bdi>${name}</bdi></a> <span class="meta">${office ?? WORDS.lists.kinds[kind]}</span></li>`,
  )
  return html`<section aria-labelledby="s-who"><h2 id="s-who">${words.whoMany(who.asked)}</h2><ul class="list">${items}</ul>
${who.hasMore && html`<p class="note">${words.whoMore}</p>`}</section>`
}

function renderFound({ asked, hits, next, names, who }: SearchView, links: Links): Html {
  if (who && who.people.length !== 1) return html``
  const words = WORDS.search
  const { path, query } = asked
  const isWhole = next === undefined && !query.after
  const exports = (['csv', 'jsonl', 'rss'] as const).map(
    (format) => html`<a href="${addressOf(`${path}.${format}`, query)}">${words.formats[format]}</a>`,
  )
  return html`<section aria-labelledby="s-found"><h2 id="s-found">${capital(words.places[placeIn(query.in)])} <span class="count">${isWhole ? hits.length : words.many(hits.length)}</span></h2>
${hits.length > 0 && html`<p class="exports">${words.exports} ${exports}</p>`}
${query.in === 'reports' ? html`` : renderChoices(words.act, 'act', [{ words: WORDS.lists.any }, ...shortActs(query.act)], asked)}
${renderItems(
  hits.map((hit) => renderHit(hit, links, names)),
  {
    empty: html`<p>${words.none}</p><p>${wantsNothing(query.words) ? words.noneWanted : words.noneCure}</p>`,
    next,
    asked,
  },
)}</section>`
}

// -dam, *: no word that is to be there
function wantsNothing(words: string | undefined): boolean {
  return words?.split(/\s+/).every((word) => word.startsWith('-') || !/[\p{L}\p{N}]/u.test(word)) ?? false
}

// The acts that people look for most; the others are in the form.
function shortActs(chosen: string | undefined): { value: string; words: string }[] {
  const all = ['asserts', 'announces', 'confirms', 'denies', 'declines to comment']
  const shown = chosen && !all.includes(chosen) ? [...all, chosen] : all
  return shown.map((value) => ({ value, words: value }))
}

function placeIn(place: string | undefined): keyof typeof WORDS.search.places {
  return place === 'said' || place === 'claims' ? place : 'reports'
}

function renderHit(hit: Hit, links: Links, names: Names): Html {
  if (hit.in === 'claims') return renderClaimItem(hit.claim, links, { wording: renderMarked(hit.excerpt) })
  if (hit.in === 'said') return renderSaidItem(hit.said, links, { names, words: renderMarked(hit.excerpt) })
  const { report, excerpt } = hit
  if (excerpt.text === '') return renderReportItem(report, links)
  const place = placeOf(hit)
  const quote = place ? excerpt.text.slice(place.start - excerpt.at, place.end - excerpt.at) : ''
  const address = place && links.report(report.name, { doc: report.doc, span: place, quote })
  return renderReportItem(
    report,
    links,
    html`<p class="extract" dir="auto">${link(address, renderMarked(excerpt))}</p>`,
  )
}
