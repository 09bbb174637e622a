// The words of a report to judge by, as a quotation that opens there.
import { type Html, html } from '../html.ts'
import { dayWords } from '../iso-week.ts'
import { markText } from '../mark-text.ts'
import type { Passage } from './review-form.ts'

/** The passage with its marks, and where it stands. `isItem`: opening the item that it stands for opens the report. */
export function renderPassage({ text, marks, report }: Passage, isItem = false): Html {
  const { title, outlet, published, href } = report
  return html`<blockquote class="passage" data-passage dir="auto"><p>${markText(text, { start: 0, end: text.length }, marks)}</p></blockquote>
<p class="meta"><a href="${href}"${isItem && html` data-open`} dir="auto">${title}</a>, <bdi>${outlet ?? 'outlet unknown'}</bdi>, ${published ? dayWords(published) : 'undated'}</p>`
}
