// One block of a report's text, with what is marked in it, and what was left out behind it.
import type { Block, Doc } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { shownOf } from './excerpt.ts'
import { type Html, html } from './html.ts'
import { markText, type TextMark } from './mark-text.ts'
import type { StoredReport } from './stored-report.ts'

export interface DrawBlock {
  readonly marks: readonly TextMark[]
  readonly excerpts?: readonly Span[]
  readonly isWhole: boolean // what stands in the element is the block and nothing else
}

/** Nothing where no excerpt lies in it. */
export function renderBlock(
  { text }: Doc,
  { kind, span }: Block,
  { marks, excerpts = [span], isWhole }: DrawBlock,
): Html | '' {
  const shown = shownOf(text, span, excerpts)
  if (shown.length === 0) return ''
  const cut = html`<span class="cut">[…]</span>`
  const words = shown.map(
    (one, i) =>
      html`${one.isCutBefore && i === 0 && html`${cut} `}${markText(text, one.span, marks)}${one.isCutAfter && html` ${cut} `}`,
  )
  const at = isWhole ? dataFrom(span) : ''
  switch (kind) {
    case 'heading':
      return html`<h2 dir="auto"${at}>${words}</h2>\n`
    case 'quote':
      return html`<blockquote dir="auto"><p${at}>${words}</p></blockquote>\n`
    case 'paragraph':
      return html`<p dir="auto"${at}>${words}</p>\n`
    default:
      return html`<p class="${kind}" dir="auto"${at}>${words}</p>\n`
  }
}

/** What was left out behind the block of this place; -1: before the first. */
export function renderPlaced({ placed = [] }: StoredReport, after: number): Html {
  const here = placed.filter((one) => one.after === after)
  return html`${here.map(({ removed: { text, reason } }) => html`<p class="removed-here"><span class="reason">${reason}</span> <span dir="auto">${text}</span></p>\n`)}`
}

/** Where an element's words begin in the text, for scripts. */
export function dataFrom({ start }: Span): Html {
  return html` data-from="${start}"`
}
