// The footnotes under an edition: outlet, day and headline of the report, the words in it, and how sure the reading is.
import type { Edition } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { type Footnote, listFootnotes } from './list-footnotes.ts'
import { escapeMarkdown, type FindDoc, type NotesOfLine } from './render-line.ts'

/** All footnotes of an edition, and those of one line each time that it is printed. */
export interface Notes {
  readonly all: readonly Footnote[]
  readonly take: (line: Id<'line'>) => NotesOfLine
}

/** The notes of the edition. `take` remembers which lines were printed. */
export function makeNotes(edition: Edition, findDoc: FindDoc): Notes {
  const all = listFootnotes(edition, findDoc)
  const byLine = Map.groupBy(all, ({ line }) => line)
  const printed = new Set<Id<'line'>>()
  const take = (line: Id<'line'>): NotesOfLine => {
    const isRepeated = printed.has(line)
    printed.add(line)
    return { notes: byLine.get(line) ?? [], isRepeated }
  }
  return { all, take }
}

/** The list at the end of the page; each note leads back to its mark. */
export function renderFootnotes({ all }: Notes, links: Links): Html | false {
  const { footnotes, about, back } = WORDS.lines
  const items = all.map((note) => {
    const { number, evidence, more, name, title } = note
    const words = html`<q dir="auto">${shorten(evidence.quote)}</q>`
    const beside = more.length > 0 && html`, ${WORDS.lines.alsoHere(more.length)}`
    return html`<li id="n${number}" value="${number}">${renderBy(note)}: ${title !== undefined && html`<span dir="auto">${title}</span>. `}${link(links.report(name, evidence), words)}${beside}${sureWords(note)} <a class="back" href="#r${number}" aria-label="${back(number)}">↩</a></li>`
  })
  return (
    all.length > 0 &&
    html`<section class="footnotes" aria-labelledby="s-footnotes">
<h2 id="s-footnotes">${footnotes}</h2>
<p class="note">${about}</p>
<ol>${items}</ol>
</section>`
  )
}

/** The same as Markdown's footnotes: `[^3]: …`. */
export function renderFootnotesMarkdown({ all }: Notes, links: Links): string[] {
  const items = all.map((note) => {
    const { number, evidence, name, title } = note
    const report = title === undefined ? '' : `${escapeMarkdown(title)}. `
    const words = `[“${escapeMarkdown(shorten(evidence.quote))}”](${links.report(name, evidence)})`
    return `[^${number}]: ${escapeMarkdown(byWords(note))}: ${report}${words}${sureWords(note)}`
  })
  return items.length > 0 ? [`## ${WORDS.lines.footnotes}`, WORDS.lines.about, items.join('\n')] : []
}

function renderBy({ outlet, published }: Footnote): Html {
  return html`<bdi>${outlet ?? WORDS.lines.outletUnknown}</bdi>, ${dayOf(published)}`
}

function byWords({ outlet, published }: Footnote): string {
  return `${outlet ?? WORDS.lines.outletUnknown}, ${dayOf(published)}`
}

function dayOf(published: Footnote['published']): string {
  return published ? dayWords(published) : WORDS.lines.undated
}

function sureWords({ confidence }: Footnote): string {
  return confidence === undefined ? '' : `, ${WORDS.lines.sure(Math.round(100 * confidence))}`
}

const LONGEST = 100 // enough to know the place again; the link leads to the words

function shorten(quote: string): string {
  const words = quote.replace(/\s+/g, ' ')
  return words.length > LONGEST
    ? `${words
        .slice(0, LONGEST)
        .replace(/\s\S*$/, '')
        .toWellFormed()} …`
    : words
}
