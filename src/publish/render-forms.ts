// The printed forms of a claim's quotations side by side: who printed which first, and what each did to the words.
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Span } from '../model/span.ts'
import { segments } from '../model/span.ts'
import { type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { PrintedForm, Remark } from './list-forms.ts'
import { bareQuote, type DrawClaim, openReport } from './render-voices.ts'
import { changeWords, verdictWords } from './tell-change.ts'

/** The section; nothing where no remark is printed in two places. */
export function renderForms(remarks: readonly Remark[], draw: DrawClaim): Html {
  if (remarks.length === 0) return html``
  return html`<section id="forms"><h2>${WORDS.claim.forms}</h2>${remarks.map((remark) => renderRemark(remark, draw))}</section>`
}

const MOST_PRINTS = 12 // named of one form

function renderRemark(remark: Remark, draw: DrawClaim): Html {
  const rows = remark.map((form, at) => renderForm(form, at, draw))
  const { first, also, words } = WORDS.claim.formHeads
  return html`<table class="forms"><caption class="visually-hidden">${WORDS.claim.formsCaption}</caption>
<thead><tr><th scope="col">${words}</th><th scope="col">${first}</th><th scope="col">${also}</th></tr></thead>
<tbody>${rows}</tbody></table>
`
}

function renderForm({ printed, match }: PrintedForm, at: number, draw: DrawClaim): Html {
  const [first, ...others] = printed
  const told = match ? changeWords(match) : ''
  const verdict = match ? verdictWords(match) : at === 0 ? WORDS.claim.first : WORDS.claim.also
  const shown = others.slice(0, MOST_PRINTS).map((report, i) => html`${i > 0 ? '; ' : ''}${openReport(report, draw)}`)
  const left = others.length - shown.length
  return html`<tr data-item><td><q dir="auto">${match && match.later.quote === first.quote ? markChanges(match) : bareQuote(first.quote)}</q>
<span class="meta"><span class="verdict">${verdict}</span>${told !== '' && html`: ${told}`}</span></td>
<td>${openReport(first, draw, true)}</td>
<td>${others.length === 0 ? html`<span class="meta">${WORDS.claim.nowhereElse}</span>` : shown}${left > 0 && WORDS.claim.andMore(left)}</td></tr>
`
}

// The later form with the words underlined that it has in the place of others, or that it added.
function markChanges({ later, changes }: QuoteMatch): Html {
  const spans = changes.flatMap(({ later: span }): Span[] => (span ? [span] : []))
  const pieces = segments(later.quote, spans)
  if (spans.length === 0 || pieces.length > 60) return html`${bareQuote(later.quote)}`
  return html`${pieces.map(({ text, marks }, at) => {
    const words = trimMarks(text.replace(/\s+/g, ' '), at === 0, at === pieces.length - 1)
    return marks.length > 0 ? html`<ins>${words}</ins>` : html`${words}`
  })}`
}

function trimMarks(text: string, isFirst: boolean, isLast: boolean): string {
  const begun = isFirst ? text.replace(/^["“]/, '') : text
  return isLast ? begun.replace(/["”]$/, '') : begun
}
