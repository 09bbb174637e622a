// The footnotes of an edition: in which report the words stand, the words with a little around them, the page itself, and how the
// desk came by it. A footnote opens without any script: a link to words that are folded away unfolds them.

import type { Doc } from '../../model/doc.ts'
import type { Evidence } from '../../model/evidence.ts'
import { oneLine } from '../../model/one-line.ts'
import { contains } from '../../model/span.ts'
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { liveLink } from '../text-fragment.ts'
import { inContext } from './in-context.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** Where the words of a footnote stand on the page. */
export function wordsAnchor(number: number): string {
  return `words-${number}`
}

/** Where the mark of a footnote stands. */
export function markAnchor(number: number): string {
  return `mark-${number}`
}

/** The marks of footnotes, each a link to its words. */
export function drawMarks(notes: readonly Footnote[], isFirst: boolean): Html {
  const marks = notes.map(
    ({ number }, i) =>
      html`${i > 0 && ' '}<a href="#${wordsAnchor(number)}"${attribute('id', isFirst ? markAnchor(number) : undefined)} aria-label="${words.note(number)}">${number}</a>`,
  )
  return html`<sup class="marks">${marks}</sup>`
}

/** All footnotes as a list, numbered as the marks are. */
export function drawNotes(all: readonly Footnote[], printed: PrintedEdition, around: number): Html {
  return html`<ol class="notes">${all.map((note) => html`<li id="note-${note.number}" value="${note.number}">${drawNote(note, printed, around)}</li>`)}</ol>`
}

function drawNote(note: Footnote, { findDoc, findArchived }: PrintedEdition, around: number): Html {
  const { number, evidence, more, name, title, outlet, published, confidence } = note
  const doc = findDoc(evidence.doc)
  const archived = findArchived?.(evidence.doc)
  const live = doc && liveLink(doc, evidence.span)
  const sure = confidence === undefined ? '' : `; ${words.confidence(Math.round(100 * confidence))}`
  const others = more.filter(({ span }) => !contains(evidence.span, span))
  return html`<details>
<summary><strong dir="auto">${outlet ?? words.outletUnknown}</strong>, ${
    published ? html`<time datetime="${published}">${dayWords(published)}</time>` : words.isUndated
  }: <cite dir="auto"${attribute('lang', languageOf(doc))}>${title ?? name}</cite></summary>
${drawWords(doc, evidence, around, wordsAnchor(number))}
${others.length > 0 && html`<p class="meta">${words.moreWords} ${others.map(({ quote }, i) => html`${i > 0 && '; '}<q dir="auto">${oneLine(quote)}</q>`)}</p>`}
<p class="meta">${live !== undefined && html`<span class="live">${link(live, words.live)}</span><span class="address"> ${doc?.url}</span>. `}${
    archived
      ? html`${words.stored(dayWords(archived.at))}${archived.payload !== undefined && html`; ${words.bytes} <code>${archived.payload}</code>`}`
      : words.notStored
  }${sure}. <a class="up" href="#${markAnchor(number)}" aria-label="${words.backToText(number)}">↑</a></p>
</details>`
}

function drawWords(doc: Doc | undefined, evidence: Evidence, around: number, id?: string): Html {
  if (!doc) return html`<blockquote dir="auto"${attribute('id', id)}><mark>${evidence.quote}</mark></blockquote>`
  const { before, words: own, after, isCutBefore, isCutAfter } = inContext(doc, evidence, around)
  return html`<blockquote dir="auto"${attribute('id', id)}${attribute('lang', languageOf(doc))}>${isCutBefore && '… '}${before}<mark>${own}</mark>${after}${isCutAfter && ' …'}</blockquote>`
}

function languageOf(doc: Doc | undefined): string | undefined {
  return doc && /^(?!und$)[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(doc.language) ? doc.language : undefined
}
