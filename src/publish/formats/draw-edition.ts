// The text of an edition as HTML that needs nothing beside it: its sections, its corrections, its pictures. How a footnote's mark
// and a picture look is for the format to say.
import type { Item, Line, OwnLine, Section } from '../../model/edition.ts'
import type { Correction } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { printedHeading, UNDER_CLAIMS } from '../printed-lines.ts'
import { answerWords, SECTION_TITLES } from '../render-html.ts'
import { tellRemovals } from '../tell-removals.ts'
import { cutAtNotes, type NotesByLine, openNotes } from './cut-at-notes.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** How a format draws what differs from one to the other. */
export interface Drawing {
  /** The mark of footnotes. `isFirst`: they stood nowhere before, so that a way back leads here. */
  mark(notes: readonly Footnote[], isFirst: boolean): Html
  claim?(id: Id<'claim'>): string | undefined // the address of its page
}

/** The corrections and the sections, in the order in which they are printed. */
export function drawEdition({ version, findDoc }: PrintedEdition, drawing: Drawing): Html {
  const { edition, corrections } = version
  const seen = new Set<Line['id']>()
  const draw: Draw = { ...drawing, notes: openNotes(edition, findDoc), seen }
  return html`${tellRemovals(version).map((told) => html`<p class="note" dir="auto">${told}</p>`)}${corrections.length > 0 && drawCorrections(corrections)}
${edition.sections.map((section) => drawSection(section, draw))}`
}

/** What was corrected, the newest first, each with its day and its reason. */
function drawCorrections(corrections: readonly Correction[]): Html {
  const items = corrections.toReversed().map(
    ({
      at,
      was,
      now,
      why,
    }) => html`<li><p><time datetime="${at}">${dayWords(at)}</time>. ${was === undefined ? words.putIn : now === undefined ? words.takenOut : ''}</p>
${was !== undefined && html`<p>${words.was} <del dir="auto">${was}</del></p>`}
${now !== undefined && html`<p>${words.now} <ins dir="auto">${now}</ins></p>`}
${why !== '' && html`<p class="meta" dir="auto">${words.why(why)}</p>`}</li>`,
  )
  return html`<section class="corrections" aria-labelledby="s-corrections">
<h2 id="s-corrections">${words.corrections}</h2>
<ul>${items}</ul>
</section>`
}

interface Draw extends Drawing {
  readonly notes: NotesByLine
  readonly seen: Set<Line['id']>
}

function drawSection({ kind, items, own = [], note }: Section, draw: Draw): Html {
  if (items.length + own.length === 0 && note === undefined) return html``
  const id = `s-${kind.replaceAll(' ', '-')}`
  const drawn = items.map((item) => drawItem(item, kind, draw))
  const isList = kind !== 'lead' && drawn.length > 0
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${SECTION_TITLES[kind]}</h2>
${own.map(drawOwn)}
${isList ? html`<ul class="dashes">${drawn}</ul>` : drawn}
${note !== undefined && html`<p class="note">${note}</p>`}
</section>`
}

function drawItem(item: Item, kind: Section['kind'], draw: Draw): Html {
  const { lines, answer, own = [] } = item
  const head = printedHeading(item, kind)
  const drawn = lines.map((line) => drawLine(line, draw))
  const after = own.map(drawOwn)
  if (kind === 'lead') {
    const title = head && drawLine(head, draw)
    return html`${title && html`<h3 dir="auto">${title}</h3>`}
${drawn.map((line) => html`<p class="line" dir="auto">${line}</p>`)}${after}`
  }
  if (UNDER_CLAIMS.has(kind)) {
    const claim = head && html`<p class="claim">${answerWords(answer)} ${drawLine(head, draw)}:</p>`
    return html`<li>${claim}${drawn.map((line) => html`<p class="line" dir="auto">${line}</p>`)}${after}</li>`
  }
  return html`<li><p class="line" dir="auto">${drawn.map((line, i) => html`${i > 0 ? ' ' : ''}${line}`)}</p>${after}</li>`
}

function drawLine(line: Line, { notes, mark, claim: addressOf, seen }: Draw): Html {
  const isFirst = !seen.has(line.id)
  seen.add(line.id)
  const pieces = cutAtNotes(line, notes.of(line.id))
  return html`${pieces.map(({ text, notes: own, claim }) => html`${link(claim && addressOf?.(claim), text)}${own.length > 0 && mark(own, isFirst)}`)}${
    line.reworded && html` <span class="also">(${words.wordedBy(line.reworded.by)})</span>`
  }`
}

function drawOwn({ text, by }: OwnLine): Html {
  return html`<p class="line own" dir="auto">${text} <span class="also">(${words.ownLine(by)})</span></p>`
}
