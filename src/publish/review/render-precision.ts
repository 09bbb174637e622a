// How often the reader was right in what people reviewed, with what these numbers are of: the queue picks doubtful things, so
// they tell nothing of the rest; a random draw does.
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'

export interface ShareView {
  readonly right: number
  readonly reviewed: number
  readonly from: number // 0 to 1, as is `to`: the share lies between them with a chance of 95 %
  readonly to: number
}

export type PartName = keyof typeof WORDS.review.parts

export interface PrecisionTable {
  readonly reviewed: number
  readonly parts: Readonly<Record<PartName, ShareView>>
  readonly bands: readonly {
    readonly band: readonly [number, number]
    readonly found: ShareView
    readonly whole: ShareView
  }[]
}

/** What was reviewed out of the queue and wherever it stood, and what was reviewed out of a draw. */
export interface PrecisionView {
  readonly reviewed: PrecisionTable
  readonly drawn: PrecisionTable
}

/** The section with both tables. */
export function renderPrecision({ reviewed, drawn }: PrecisionView): Html {
  const words = WORDS.review
  return html`<section class="precision" aria-labelledby="precision"><h2 id="precision">${words.precisionTitle}</h2>
<h3>${words.precisionDrawn}</h3><p class="note">${words.precisionDrawnTold}</p>${renderTable(drawn, words.precisionDrawn)}
<h3>${words.precisionReviewed}</h3><p class="note">${words.precisionReviewedTold}</p>${renderTable(reviewed, words.precisionReviewed)}
</section>`
}

function renderTable({ reviewed, parts, bands }: PrecisionTable, caption: string): Html {
  const words = WORDS.review
  if (reviewed === 0) return html`<p class="note">${words.nothingReviewed}</p>`
  const row = (name: string, share: ShareView) =>
    html`<tr><th scope="row">${name}</th><td>${share.right} / ${share.reviewed}</td><td>${share.reviewed > 0 ? percent(share.right / share.reviewed) : '–'}</td><td>${share.reviewed > 0 ? `${percent(share.from)} ${words.to} ${percent(share.to)}` : '–'}</td></tr>`
  const head = html`<thead><tr><th scope="col">${words.part}</th><th scope="col">${words.rightOfReviewed}</th><th scope="col">${words.share}</th><th scope="col">${words.interval}</th></tr></thead>`
  const names = Object.keys(words.parts) as PartName[]
  return html`<div class="table" role="region" tabindex="0" aria-label="${caption}"><table><caption class="visually-hidden">${caption}</caption>${head}<tbody>${names.map((name) => row(words.parts[name], parts[name]))}</tbody>
<tbody>${bands.map(({ band, whole }) => row(words.band(band), whole))}</tbody></table></div>`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
