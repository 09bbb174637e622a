// Why a matter stands where it does in an edition: what was counted, what each weighs, and the sum. Folded away beside the lines.
import type { Choice } from '../model/edition.ts'
import { type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'

/** "Why it is here", to be opened; it needs no script. */
export function renderChoice({ score, because }: Choice): Html {
  const words = WORDS.choice
  const items = because.map(
    ({ what, counted, weight }) =>
      html`<li>${words.counted[what](counted)}, ${words.each(weight, round(counted * weight))}</li>`,
  )
  return html`<details class="why-here"><summary>${words.why}</summary>
${items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${words.nothing}</p>`}
<p>${words.sum(score)}</p></details>`
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000
}
