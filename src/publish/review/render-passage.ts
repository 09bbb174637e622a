// The words of a report to judge by, as a quotation that opens there.
import { type Html, html, link } from '../html.ts'
import { dayWords } from '../iso-week.ts'
import { markText } from '../mark-text.ts'
import type { Passage } from './review-form.ts'

/** The passage with its marks, and where it stands. */
export function renderPassage({ text, marks, report }: Passage): Html {
  const { title, outlet, published, href } = report
  return html`<blockquote class="passage" data-passage dir="auto"><p>${markText(text, { start: 0, end: text.length }, marks)}</p></blockquote>
<p class="meta">${link(href, html`<span dir="auto">${title}</span>`)}, ${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}</p>`
}
