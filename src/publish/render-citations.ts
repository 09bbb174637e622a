// How to cite a thing, in the forms that texts, reference managers and other programs take; folded, to be copied.
import { type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { CitationBlock } from './render-claim.ts'

/** The block; nothing where there is no citation. */
export function renderCitations(citations: readonly CitationBlock[]): Html {
  if (citations.length === 0) return html``
  const items = citations.map(
    ({ name, text }, at) =>
      html`<h3 id="cite-${at}">${name}</h3><button type="button" hidden data-copy="cite-${at}-text">${WORDS.claim.copy}<span class="visually-hidden"> ${name}</span></button><pre class="citation" id="cite-${at}-text" tabindex="0" role="region" aria-labelledby="cite-${at}">${text}</pre>`,
  )
  return html`<details class="cite" id="cite"><summary>${WORDS.claim.cite}</summary>${items}</details>`
}
