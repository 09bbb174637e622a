// What one version of a page changed of another, as a page: the later text whole, with what was removed struck and what was
// added underlined, each in its element; before it what stands in those words.
import type { Block, Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Span } from '../model/span.ts'
import type { LeaningLine, PageChange, Stretch, TouchedClaim, TouchedQuotation } from '../model/version.ts'
import { editionDays, keyOf } from './edition-title.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { renderPage, type Shell } from './page.ts'
import { changeWordsOf } from './render-versions.ts'

const words = WORDS.changes

/** Two versions and what the later one did. */
export interface ShownChange {
  readonly before: Doc
  readonly after: Doc
  readonly change: PageChange
}

/** The page. */
export function renderChanges({ before, after, change }: ShownChange, links: Links, shell?: Shell): string {
  const { headline, claims, quotations, lines, isByParagraph, comparedTo } = change
  const where = (evidence: Evidence): string =>
    links.report(evidence.doc === after.id ? after.name : before.name, evidence)
  const body = html`<header class="masthead"><p class="kicker">${words.kicker}</p>
<h1 dir="auto">${after.title ?? after.name}</h1>
<p class="meta">${words.from} ${link(links.report(before.name), before.name)} ${words.to} ${link(links.report(after.name), after.name)}: ${changeWordsOf({ change })}.</p>
${isByParagraph && html`<p class="note">${words.byParagraph}</p>`}
${comparedTo !== undefined && html`<p class="note">${words.comparedTo(comparedTo)}</p>`}
</header>
${headline && html`<p>${words.headline} “<del dir="auto">${headline.was}</del>” ${words.became} “<ins dir="auto">${headline.became}</ins>”.</p>`}
${list(
  words.claims,
  claims.map((claim) => renderClaim(claim, links, where)),
)}
${list(
  words.quotations,
  quotations.map((quotation) => renderQuotation(quotation, where)),
)}
${list(
  words.lines,
  lines.map((line) => renderLine(line, links)),
)}
${renderTexts(change, before, after)}
<p class="back">${link(links.report(after.name), words.back)}</p>`
  return renderPage({
    title: words.title(after.title ?? after.name),
    here: 'changes',
    links,
    body,
    ...(shell && { shell }),
  })
}

function renderTexts({ stretches }: PageChange, before: Doc, after: Doc): Html {
  return html`<section aria-labelledby="text"><h2 id="text">${words.text}</h2>
<p class="legend"><del>${words.removed}</del> <ins>${words.added}</ins> <span class="moved">${words.moved}</span></p>
<div class="text">${renderText(stretches, before, after)}</div></section>`
}

function list(title: string, items: readonly Html[]): Html {
  return items.length === 0
    ? html``
    : html`<section><h2>${title}</h2><ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul></section>`
}

type Where = (evidence: Evidence) => string

function renderClaim({ claim, wording, what, act, evidence }: TouchedClaim, links: Links, where: Where): Html {
  const noun = act ? words.answer(act) : words.claim
  return html`<span class="reason">${noun} ${what}</span> <span dir="auto">${link(links.claim?.(claim), wording)}</span> (${link(where(evidence), words.theWords)})`
}

function renderQuotation({ what, was, became, told }: TouchedQuotation, where: Where): Html {
  const quoted = (evidence: Evidence | undefined) =>
    evidence && link(where(evidence), html`<q dir="auto">${bare(evidence.quote)}</q>`)
  if (what !== 'altered') return html`<span class="reason">${what}</span> ${quoted(was ?? became)}`
  return html`<span class="reason">${words.byOutlet}</span> ${quoted(was)} ${words.became} ${quoted(became)}${told !== undefined && html` <span class="meta">${told}</span>`}`
}

function renderLine(line: LeaningLine, links: Links): Html {
  const { issued, text } = line
  const when = issued ? words.issued(dayWords(issued)) : words.notIssued
  return html`<span dir="auto">${text}</span> (${link(links.edition(keyOf(line)), words.week(editionDays(line)))}, ${when})`
}

// Each block of the later text; a removed one by itself, after the block before it.
function renderText(stretches: readonly Stretch[], before: Doc, after: Doc): Html[] {
  const whole = stretches.filter((stretch) => stretch.kind === 'removed' && isWhole(stretch.earlier, before))
  const inline = stretches.filter((stretch) => !whole.includes(stretch))
  const drawn: Html[] = []
  let gone = 0
  const drawGone = (until: number): void => {
    for (let stretch = whole[gone]; stretch?.kind === 'removed' && stretch.at < until; stretch = whole[++gone]) {
      drawn.push(html`<p dir="auto"><del>${oneLine(before.text, stretch.earlier)}</del></p>\n`)
    }
  }
  for (const block of after.blocks) {
    drawGone(block.span.start)
    drawn.push(renderBlock(block, inline, before, after))
  }
  drawGone(Number.POSITIVE_INFINITY)
  return drawn
}

const EDGE = 3 // characters of marks and stops before the first word and after the last

function isWhole(span: Span, { blocks }: Doc): boolean {
  return blocks.some(
    (block) =>
      span.start - block.span.start < EDGE &&
      block.span.end - span.end < EDGE &&
      block.span.start <= span.start &&
      span.end <= block.span.end,
  )
}

function renderBlock({ kind, span }: Block, stretches: readonly Stretch[], before: Doc, after: Doc): Html {
  const pieces: Html[] = []
  let at = span.start
  for (const stretch of stretches) {
    if (stretch.kind === 'removed') {
      if (stretch.at < span.start || stretch.at > span.end) continue
      if (stretch.at > at) pieces.push(html`${after.text.slice(at, stretch.at)}`)
      at = Math.max(at, stretch.at)
      pieces.push(html` <del>${oneLine(before.text, stretch.earlier)}</del>`)
      continue
    }
    const { start, end } = stretch.later
    if (start < span.start || end > span.end) continue
    pieces.push(html`${after.text.slice(at, start)}`)
    const stretched = after.text.slice(start, end)
    pieces.push(
      stretch.kind === 'added'
        ? html`<ins>${stretched}</ins>`
        : stretch.kind === 'moved'
          ? html`<span class="moved">${stretched}</span>`
          : html`${stretched}`,
    )
    at = end
  }
  const whole = html`${pieces}${after.text.slice(at, span.end)}`
  if (kind === 'heading') return html`<h3 dir="auto">${whole}</h3>\n`
  if (kind === 'quote') return html`<blockquote dir="auto"><p>${whole}</p></blockquote>\n`
  return kind === 'paragraph' ? html`<p dir="auto">${whole}</p>\n` : html`<p class="${kind}" dir="auto">${whole}</p>\n`
}

function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}

function bare(quote: string): string {
  return quote.replace(/\s+/g, ' ').replace(/^["“]([^"“”]*)["”]$/, '$1')
}
