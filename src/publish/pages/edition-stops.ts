// What stops an edition from being issued, each thing with the way to its line; or that nothing does.
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { shorten } from '../review/render-actions.ts'
import type { Stop } from './edition-edit-view.ts'

/** As a part of a page. `to`: the address of the page that has the lines, where this one has not. */
export function renderStops({ stops }: { readonly stops: readonly Stop[] }, to = ''): Html {
  const words = WORDS.editing
  const items = stops.map(({ line, text, why }) => {
    const told = shorten(text)
    const where = line === undefined ? html`${told}` : html`<a href="${to}#line-${line}" dir="auto">${told}</a>`
    return html`<li>${where}: <span class="why" dir="auto">${why}</span></li>`
  })
  return html`<section class="edit-check${stops.length > 0 ? ' stopped' : ''}" aria-labelledby="check"><h2 id="check" tabindex="-1">${words.check}</h2>
${stops.length === 0 ? html`<p>${words.clear}</p>` : html`<p><strong>${words.stops(stops.length)}.</strong></p><ul>${items}</ul>`}</section>`
}
