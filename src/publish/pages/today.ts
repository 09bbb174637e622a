// The desk of a day: what came in, by story and outlet; which claims changed their standing, by whom; what fell silent; and
// where to go from here. A desk whose reports are of another time says which day it takes for today.
import type { Day, Id, Instant } from '../../model/id.ts'
import type { ClaimLine, ReportLine, StoryListLine } from '../../model/listing.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords, weekWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderStanding } from '../render-ledger.ts'
import { addressOf } from './address.ts'
import { openLink, renderClaimItem, renderReportItem, renderStoryItem } from './items.ts'
import type { Part } from './story.ts'
import { renderDay, renderMinute, spanWords } from './time.ts'

/** What came in of one story, or of none. */
export interface CameIn {
  readonly story?: Id<'story'>
  readonly title?: string
  readonly items: readonly ReportLine[] // the latest first
  readonly more: number // that are not shown
}

/** A claim that stands elsewhere than before, and who moved it. */
export interface Moved {
  readonly line: ClaimLine
  readonly by: readonly string[]
}

/** A source that has brought nothing for longer than it uses to. */
export interface SilentSource {
  readonly id: Id<'source'>
  readonly title: string
  readonly latest?: Instant
  readonly usualGapMs?: number
}

export interface TodayView {
  readonly isEmpty: boolean // no report on the desk
  readonly day: Day // that is taken for today
  readonly realDay: Day
  readonly since: Instant
  readonly isByArrival: boolean // since was asked for: what counts is when reports came in
  readonly now: Instant
  readonly cameIn: readonly CameIn[] // the story with most reports first
  readonly reports: number // that came in
  readonly hasMore: boolean // only so many were counted
  readonly outlets: readonly { readonly outlet?: string; readonly reports: number }[]
  readonly late: { readonly reports: number; readonly hasMore: boolean } // came in lately, but were printed before or bear no date
  readonly moved: readonly Moved[]
  readonly hasMoreMoved: boolean
  readonly silentStories: Part<StoryListLine>
  readonly silentSources: readonly SilentSource[]
  readonly oneOrigin: Part<ClaimLine> // those that most reports put forward first
  readonly week?: string // of the last edition
}

/** The page of the day. */
export function renderToday(view: TodayView, links: Links, shell?: Shell): string {
  const words = WORDS.today
  const body = html`<header class="masthead"><p class="kicker">${words.kicker}</p><h1>${renderDay(view.day)}</h1>
${view.isEmpty ? html`` : renderWhen(view, links)}</header>
${view.isEmpty ? renderEmpty(links) : renderDesk(view, links, shell?.leaning)}`
  return renderPage({ title: `${words.title} · Readout`, here: 'today', links, body, ...(shell && { shell }) })
}

function renderEmpty({ sources, search: _ }: Links): Html {
  const words = WORDS.today
  return html`<div class="empty"><p>${words.empty}</p><p>${words.emptyCure} ${link(sources, words.toSources)}</p></div>`
}

function renderWhen({ day, realDay, since, isByArrival, now }: TodayView, links: Links): Html {
  const words = WORDS.today
  const from = isByArrival ? renderMinute(since) : renderDay(since)
  return html`<p class="meta">${day !== realDay && html`${words.otherDay(dayWords(realDay))} `}${isByArrival ? words.arrivedSince : words.printedSince} ${from}. <a href="${addressOf(links.today ?? '/', { since: now })}">${words.fromNow}</a>${isByArrival && html` · <a href="${links.today ?? '/'}">${words.sinceYesterday}</a>`}</p>`
}

function renderDesk(view: TodayView, links: Links, leaning: number | undefined): Html {
  return html`<div class="desk"><div class="main-column">
${renderCameIn(view, links)}
${renderOneOrigin(view, links)}
</div><div class="side-column">
${renderMoved(view, links)}
${renderSilent(view, links)}
${renderNext(view, links, leaning)}
</div></div>`
}

function renderCameIn({ cameIn, reports, hasMore, outlets, late }: TodayView, links: Links): Html {
  const words = WORDS.today
  const lateNote =
    late.reports > 0 &&
    html`<p class="note"><a href="${addressOf(links.reports ?? '', { order: 'came' })}">${late.hasMore ? words.lateMore(late.reports) : words.late(late.reports)}</a></p>`
  if (cameIn.length === 0) {
    return html`<section aria-labelledby="s-came"><h2 id="s-came">${words.cameIn}</h2><p class="note">${words.nothingCame}</p>${lateNote}</section>`
  }
  const byOutlet = outlets.map(({ outlet, reports: own }) => {
    const name = outlet ?? WORDS.lists.outletUnknown
    return html`<li>${outlet ? html`<a href="${addressOf(links.reports ?? '', { outlet })}"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`} <span class="count">${own}</span></li>`
  })
  return html`<section aria-labelledby="s-came"><h2 id="s-came">${words.cameIn} <span class="count">${hasMore ? words.atLeast(reports) : reports}</span></h2>
<ul class="outlets" aria-label="${words.byOutlet}">${byOutlet}</ul>
${hasMore && html`<p class="note">${words.onlyFirst(reports)}</p>`}
${cameIn.map((group) => renderGroup(group, links))}
${lateNote}</section>`
}

function renderGroup({ story, title, items, more }: CameIn, links: Links): Html {
  const words = WORDS.today
  const head =
    story && title !== undefined
      ? html`<h3 class="story" dir="auto">${link(links.story?.(story), title)}</h3>`
      : html`<h3 class="story">${words.noStory}</h3>`
  const rest = addressOf(links.reports ?? '', story ? { story } : { order: 'came' })
  return html`${head}
<ol class="items">${items.map((line) => renderReportItem(line, links))}</ol>
${more > 0 && html`<p class="pages"><a href="${rest}">${words.moreOf(more)}</a></p>`}`
}

function renderMoved({ moved, hasMoreMoved }: TodayView, links: Links): Html {
  const words = WORDS.today
  const items = moved.map(({ line, by }) => {
    const { claim, standing, standingBefore, standingSince, wording } = line
    const from =
      standingBefore &&
      html`${renderStanding(standingBefore)} <span aria-hidden="true">→</span><span class="visually-hidden">${words.becomes}</span> `
    return html`<li id="claim-${claim}" data-item><p class="wording" dir="auto">${openLink(links.claim?.(claim), wording)}</p>
<p class="meta">${from}${renderStanding(standing)} ${by.length > 0 && html`${words.by} <bdi>${by.join(', ')}</bdi>, `}${renderDay(standingSince)}</p></li>`
  })
  return html`<section aria-labelledby="s-moved"><h2 id="s-moved">${words.moved}</h2>
${items.length > 0 ? html`<ol class="items">${items}</ol>` : html`<p class="note">${words.nothingMoved}</p>`}
${hasMoreMoved && html`<p class="pages"><a href="${addressOf(links.ledger ?? '', { order: 'changed' })}">${words.allMoved}</a></p>`}</section>`
}

function renderSilent({ silentStories, silentSources }: TodayView, links: Links): Html {
  const words = WORDS.today
  const stories = silentStories.items.map((line) => renderStoryItem(line, links))
  const sources = silentSources.map(
    ({ id, title, latest, usualGapMs }) =>
      html`<li id="source-${id}" data-item><p class="headline" dir="auto">${openLink(links.sources && `${links.sources}#source-${id}`, title)}</p>
<p class="meta">${latest && html`${words.nothingSince} ${renderMinute(latest)}`}${usualGapMs !== undefined && `; ${words.usually(spanWords(usualGapMs))}`}</p></li>`,
  )
  return html`<section aria-labelledby="s-silent"><h2 id="s-silent">${words.silent}</h2>
${part(words.silentStories, stories, silentStories.hasMore && renderRest(links.stories, words.moreStories))}
${part(words.silentSources, sources)}
${stories.length + sources.length === 0 && html`<p class="note">${words.nothingSilent}</p>`}</section>`
}

function renderOneOrigin({ oneOrigin }: TodayView, links: Links): Html {
  const words = WORDS.today
  const items = oneOrigin.items.map((line) => renderClaimItem(line, links, { list: 'one-origin' }))
  return html`<section aria-labelledby="s-one-origin"><h2 id="s-one-origin">${words.oneOrigin}</h2>
${items.length > 0 ? html`<ol class="items">${items}</ol>` : html`<p class="note">${words.nothingOnOne}</p>`}
${oneOrigin.hasMore && renderRest(addressOf(links.ledger ?? '', { order: 'reach' }), words.moreClaims)}</section>`
}

function part(heading: string, items: readonly Html[], rest: Html | false = false): Html {
  return items.length === 0 ? html`` : html`<h3>${heading}</h3><ol class="items">${items}</ol>${rest}`
}

function renderRest(address: string | undefined, words: string): Html {
  return html`<p class="pages">${link(address, words)}</p>`
}

function renderNext({ week }: TodayView, links: Links, leaning: number | undefined): Html {
  const words = WORDS.today
  return html`<section aria-labelledby="s-next"><h2 id="s-next">${words.next}</h2><ul class="list">
${leaning !== undefined && html`<li><a href="/editions/leaning">${WORDS.editing.leaning(leaning)}</a></li>`}
${week !== undefined && html`<li><a href="${links.edition(week)}">${words.edition(weekWords(week))}</a></li>`}
${links.review !== undefined && html`<li><a href="${links.review}">${words.review}</a></li>`}
${links.search !== undefined && html`<li><a href="${links.search}">${words.search}</a></li>`}
</ul></section>`
}
