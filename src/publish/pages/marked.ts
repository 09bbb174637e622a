// What a search found, with the words that it was found by marked.
import type { Excerpt, Hit } from '../../model/listing.ts'
import { type Html, html } from '../html.ts'

/** The text with its marks; dots where more stands before it or after it. */
export function renderMarked({ text, marks, at, isCut }: Excerpt): Html {
  const pieces: Html[] = []
  let done = 0
  for (const { start, end } of marks) {
    if (start < done) continue
    pieces.push(html`${text.slice(done, start)}<mark>${text.slice(start, end)}</mark>`)
    done = end
  }
  return html`${at > 0 ? '… ' : ''}${pieces}${text.slice(done)}${isCut ? ' …' : ''}`
}

/** The place in the report where the first found words of an excerpt of its text stand. */
export function placeOf({
  report,
  excerpt,
}: Extract<Hit, { in: 'reports' }>): { start: number; end: number } | undefined {
  const [first] = excerpt.marks
  return first && report ? { start: excerpt.at + first.start, end: excerpt.at + first.end } : undefined
}
