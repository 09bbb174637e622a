// The pictures of an edition in a page: each drawn for a wide screen and for a phone, of which the style shows one, and below it
// the same as a table.
import type { Edition } from '../../model/edition.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { drawSvg } from '../render-figure.ts'
import { listPictures } from './list-pictures.ts'
import type { Picture } from './picture.ts'

/** The section with all of them; nothing for an edition without. */
export function renderPictures(edition: Pick<Edition, 'pictures' | 'sections'>): Html {
  const pictures = listPictures(edition)
  if (pictures.length === 0) return html``
  return html`<section class="pictures" aria-labelledby="s-pictures">
<h2 id="s-pictures">${WORDS.pictures.heading}</h2>
${pictures.map(renderPicture)}
</section>`
}

/** One of them. */
function renderPicture({ name, title, table, wide, narrow }: Picture): Html {
  return html`<figure class="picture" id="picture-${name}">
<figcaption>${title}</figcaption>
${drawSvg(wide, { look: 'wide', id: `${name}-wide` })}
${drawSvg(narrow, { look: 'narrow', id: `${name}-narrow` })}
<details><summary>${WORDS.pictures.asTable}</summary>${renderTable(table, title)}</details>
</figure>
`
}

function renderTable({ head, rows }: Picture['table'], title: string): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(renderRow)}</tbody>
</table></div>`
}

function renderRow([first = '', ...others]: readonly string[]): Html {
  return html`<tr><th scope="row"><bdi>${first}</bdi></th>${others.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}</tr>
`
}
