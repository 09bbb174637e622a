// The page of what is worth a person's look: each thing with the words to judge it by, its score and what that is made of, and
// what there is to do; below, how often the reader was right in what was reviewed.
import type { ClaimLine } from '../../model/listing.ts'
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { boundsWords, counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderStanding } from '../render-ledger.ts'
import { renderActions } from '../review/render-actions.ts'
import { renderPassage } from '../review/render-passage.ts'
import { type PrecisionView, renderPrecision } from '../review/render-precision.ts'
import type { Passage } from '../review/review-form.ts'
import type { ReviewTarget } from '../review/review-target.ts'

/** What the queue is narrowed to. */
export const QUEUE_KINDS = ['said', 'claims', 'contested'] as const

export type QueueKind = (typeof QUEUE_KINDS)[number]

export type QueueReason = keyof typeof WORDS.review.reasons

export interface QueueItem {
  readonly target: ReviewTarget
  readonly place: string // the id of its element
  readonly href: string // the page that shows it
  readonly score?: number // absent in a draw
  readonly reasons: readonly { readonly reason: QueueReason; readonly points: number }[]
  readonly passage?: Passage
  readonly confidence?: number
  readonly claims?: readonly Pick<ClaimLine, 'claim' | 'wording'>[] // that words bear on
  readonly claim?: ClaimLine
}

export interface QueueView {
  readonly items: readonly QueueItem[]
  readonly next?: string
  readonly asked: { readonly kind?: QueueKind; readonly story?: string; readonly after?: string }
  readonly story?: { readonly id: string; readonly title: string }
  readonly draw?: { readonly size: number; readonly day: string; readonly drawn: number; readonly reviewed: number }
  readonly weights: Readonly<Record<QueueReason, number>>
  readonly precision: PrecisionView
}

/** The whole page. */
export function renderQueue(view: QueueView, links: Links, shell: Shell): string {
  const { items, draw, story } = view
  const words = WORDS.review
  const body = html`<h1>${draw ? words.drawTitle : words.queueTitle}</h1>
<p class="note">${draw ? words.drawTold(draw.drawn, dayWords(draw.day)) : words.queueTold}</p>
${!draw && renderLists(links)}
${draw ? html`<p class="meta">${words.drawProgress(draw.reviewed, draw.drawn)} ${link('/review', words.backToQueue)}</p>` : renderFilters(view)}
${story && html`<p class="meta">${words.inStory} ${link(links.story?.(story.id as never), html`<span dir="auto">${story.title}</span>`)}</p>`}
${items.length > 0 ? html`<ol class="queue">${items.map((item) => renderItem(item, links, shell))}</ol>` : html`<p class="note">${draw ? words.drawDone : words.queueEmpty}</p>`}
${renderNext(view)}
${!draw && renderDrawForm()}
${renderPrecision(view.precision)}
${!draw && renderFormula(view.weights)}`
  return renderPage({
    shell,
    title: `${draw ? words.drawTitle : words.queueTitle} · ${WORDS.frame.product}`,
    here: 'review',
    links,
    body,
  })
}

function renderLists({ decisions }: Links): Html {
  const words = WORDS.review
  return html`<nav class="lists-beside" aria-label="${words.lists}"><ul><li><a href="/watching">${words.following}</a></li><li><a href="/tags">${words.allTags}</a></li><li>${link(decisions, words.history)}</li></ul></nav>`
}

/** The address of the queue, narrowed. */
export function queueAddress({ kind, story, after }: QueueView['asked']): string {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(story && { story }),
    ...(after && { after }),
  }).toString()
  return query === '' ? '/review' : `/review?${query}`
}

function renderFilters({ asked }: QueueView): Html {
  const words = WORDS.review
  const choice = (kind: QueueKind | undefined, called: string) =>
    html`<li><a href="${queueAddress({ ...(kind && { kind }), ...(asked.story && { story: asked.story }) })}"${attribute('aria-current', asked.kind === kind ? 'true' : undefined)}>${called}</a></li>`
  return html`<nav class="choices" aria-label="${words.filter}"><ul>${choice(undefined, words.kinds.all)}${QUEUE_KINDS.map((kind) => choice(kind, words.kinds[kind]))}</ul></nav>`
}

function renderItem(item: QueueItem, links: Links, shell: Shell): Html {
  const { target, place, href, claim } = item
  return html`<li class="queued" id="${place}" data-item tabindex="-1">
${item.passage ? renderPassage(item.passage, true) : html`<p class="claim" dir="auto"><a href="${href}" data-open>${target.label}</a></p>`}
${claim && renderClaimFacts(claim)}
${renderSaidFacts(item, links)}
${renderReasons(item)}
${renderActions(target, shell)}
</li>`
}

function renderClaimFacts(line: ClaimLine): Html {
  const { standing, reports, confirmed, denied } = line
  const answers = [confirmed > 0 && WORDS.review.confirmedBy(confirmed), denied > 0 && WORDS.review.deniedBy(denied)]
  const told = answers.filter((part) => part !== false)
  return html`<p class="meta">${renderStanding(standing)} ${counted(reports, 'report')}, ${boundsWords({ ...line, unknownLineage: line.unknown })}${told.length > 0 && `; ${told.join(', ')}`}</p>`
}

function renderSaidFacts({ confidence, target, claims = [] }: QueueItem, links: Links): Html {
  if (confidence === undefined) return html``
  const words = WORDS.review
  const about = claims.map(
    ({ claim, wording }, i) =>
      html`${i > 0 ? '; ' : ''}${link(links.claim?.(claim), html`<span dir="auto">${wording}</span>`)}`,
  )
  return html`<p class="meta">${target.now.kind}, ${words.confidence(confidence)}${claims.length > 0 && html`. ${words.bearsOn(claims.length)} ${about}`}</p>`
}

function renderReasons({ score, reasons }: QueueItem): Html {
  if (score === undefined) return html``
  const words = WORDS.review
  const parts = reasons.map(
    ({ reason, points }) => html`<li>${words.reasons[reason]} <span class="points">${points.toFixed(2)}</span></li>`,
  )
  return html`<div class="reasons"><p>${words.score} <strong>${score.toFixed(2)}</strong></p><ul>${parts}</ul></div>`
}

function renderNext({ next, asked }: QueueView): Html {
  const words = WORDS.review
  const first = asked.after !== undefined && link(queueAddress({ ...asked, after: '' }), words.first)
  if (next === undefined && first === false) return html``
  return html`<nav class="pages" aria-label="${words.pages}">${first} ${next !== undefined && html`<a rel="next" href="${queueAddress({ ...asked, after: next })}">${words.next}</a>`}</nav>`
}

function renderDrawForm(): Html {
  const words = WORDS.review
  return html`<section class="draw"><h2>${words.drawTitle}</h2><p class="note">${words.drawWhy}</p>
<form method="get" action="/review"><label for="draw">${words.drawSize}</label> <input type="number" id="draw" name="draw" value="20" min="1" max="500" required> <button>${words.drawGo}</button></form></section>`
}

function renderFormula(weights: QueueView['weights']): Html {
  const words = WORDS.review
  const items = (Object.keys(weights) as QueueReason[]).map(
    (reason) =>
      html`<div><dt>${words.reasons[reason]}</dt><dd>${words.upTo(weights[reason])}: ${words.shares[reason]}</dd></div>`,
  )
  return html`<details class="formula"><summary>${words.formula}</summary><p>${words.formulaTold}</p><dl class="facts">${items}</dl></details>`
}
