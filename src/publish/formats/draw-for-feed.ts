// An edition as HTML within something that is not ours: a feed reader, a newsletter tool, another site. No style, no ids that could
// fall together with others', every address whole: the mark of a footnote opens the words on the page of the report itself, and the
// notes stand at the end.

import { oneLine } from '../../model/one-line.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { describeReports } from '../render-html.ts'
import { liveLink } from '../text-fragment.ts'
import { openNotes } from './cut-at-notes.ts'
import { drawEdition } from './draw-edition.ts'
import { stateWords } from './edition-head.ts'
import { bareWords } from './plain-text.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** The text of the edition, without its title. `page`: where the edition itself is, if it is anywhere. */
export function drawEditionForFeed(printed: PrintedEdition, page?: string): string {
  const { version, findDoc } = printed
  const { edition } = version
  const { all } = openNotes(edition, findDoc)
  const liveOf = ({ evidence }: Footnote): string | undefined => {
    const doc = findDoc(evidence.doc)
    return doc && liveLink(doc, evidence.span)
  }
  const mark = (notes: readonly Footnote[]): Html =>
    html`<sup>${notes.map((note, i) => html`${i > 0 && ' '}${link(liveOf(note), `${note.number}`)}`)}</sup>`
  const drawn = html`${edition.watch?.question !== undefined && html`<p><em dir="auto">${edition.watch.question}</em></p>`}
<p>${words.made(describeReports(edition))} ${link(page, stateWords(printed))}</p>
${drawEdition(printed, { mark })}
<h2>${words.notes}</h2>
<ol>${all.map((note) => html`<li value="${note.number}">${drawNote(note, liveOf(note))}</li>`)}</ol>`
  return drawn.toString().replace(OURS, '')
}

// No text can hold these: its quotation marks are escaped.
const OURS = / (?:id|class|aria-labelledby)="[^"]*"/g

function drawNote({ evidence, name, title, outlet, published }: Footnote, live: string | undefined): Html {
  const day = published ? dayWords(published) : words.isUndated
  return html`<bdi>${outlet ?? words.outletUnknown}</bdi>, ${day}: ${link(live, html`<span dir="auto">${title ?? name}</span>`)}: “<span dir="auto">${bareWords(oneLine(evidence.quote))}</span>”`
}
