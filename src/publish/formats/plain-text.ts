// An edition as plain text that is read as it stands: 72 columns, its footnotes numbered, each with outlet, day, the words and the
// address of the page.

import { editionDays } from '../edition-title.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { describeReports } from '../render-html.ts'
import { wrapText } from '../wrap-text.ts'
import { openNotes } from './cut-at-notes.ts'
import { printedName, printedTitle, stateWords } from './edition-head.ts'
import { layBlocks, type TextBlock } from './lay-blocks.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** The text, ending with a line break. */
export function renderPlainText(printed: PrintedEdition): string {
  const { edition } = printed.version
  const notes = openNotes(edition, printed.findDoc)
  const colophon = `${words.colophon(edition.asOf.number)} ${edition.asOf.before.slice(0, 16)}.`
  return `${[
    ...headOf(printed),
    ...layBlocks(printed, notes).map(drawBlock),
    ...(notes.all.length > 0 ? [drawTitle(words.notes), ...notes.all.map((note) => drawNote(note, printed))] : []),
    setText(colophon),
  ].join('\n\n')}\n`
}

function headOf(printed: PrintedEdition): string[] {
  const { edition } = printed.version
  const own = setText(printedTitle(printed))
  const period = words.week(editionDays(edition))
  const longest = Math.max(...own.split('\n').map(({ length }) => length))
  const made = words.made(describeReports(edition))
  return [
    setText(printedName(printed)),
    `${own}\n${'='.repeat(Math.min(longest, 72))}`,
    ...(edition.watch?.question === undefined ? [] : [setText(edition.watch.question)]),
    setText(own === period ? made : `${period}. ${made}`),
    setText(stateWords(printed)),
  ]
}

function drawTitle(text: string): string {
  return `\n${text.toUpperCase()}\n${'-'.repeat(text.length)}`
}

function drawBlock({ kind, pieces }: TextBlock): string {
  const text = pieces.map((piece) => piece.text + piece.notes.map(({ number }) => ` [${number}]`).join('')).join('')
  if (kind === 'section') return drawTitle(text)
  return setText(text, kind === 'item' ? '- ' : kind === 'under' ? '  ' : '')
}

function drawNote({ number, evidence, name, title, outlet, published }: Footnote, { findDoc }: PrintedEdition): string {
  const mark = `[${number}] `
  const indent = ' '.repeat(mark.length)
  const day = published ? dayWords(published) : words.isUndated
  const url = findDoc(evidence.doc)?.url
  return [
    setText(`${outlet ?? words.outletUnknown}, ${day}: ${title ?? name}`, mark),
    setText(`“${bareWords(evidence.quote)}”`, indent),
    ...(url !== undefined && /^https?:\/\//i.test(url) ? [indent + url.replace(/\s/g, '%20')] : []),
  ].join('\n')
}

// Controls, which a terminal would obey, are blanks.
function setText(text: string, first = ''): string {
  const rest = ' '.repeat(first.length)
  return wrapText(text.replace(/\p{Cc}+/gu, ' '), { first, rest }).join('\n')
}

/** Words without the marks that they were printed in, where these are around all of them. */
export function bareWords(quote: string): string {
  return quote.trim().replace(/^[“"]([^“”"]*)[”"]$/, '$1')
}
