// An edition as Markdown that is whole by itself: its footnotes are those that GitHub, Pandoc and newsletter tools know ([^1]), and
// lead to the pages themselves. Source words are escaped, so that they cannot become markup.

import { editionDays } from '../edition-title.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Footnote } from '../list-footnotes.ts'
import { describeReports } from '../render-html.ts'
import { escapeMarkdown } from '../render-line.ts'
import { liveLink } from '../text-fragment.ts'
import { openNotes } from './cut-at-notes.ts'
import { printedName, printedTitle, stateWords } from './edition-head.ts'
import { layBlocks, type TextBlock } from './lay-blocks.ts'
import { bareWords } from './plain-text.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** The edition with its title, ending with a line break. */
export function renderNotedMarkdown(printed: PrintedEdition): string {
  return `# ${escapeMarkdown(`${printedName(printed)}: ${printedTitle(printed)}`)}\n\n${renderMarkdownBody(printed)}`
}

/** What stands under the title, for where the title stands elsewhere. */
export function renderMarkdownBody(printed: PrintedEdition): string {
  const { edition } = printed.version
  const notes = openNotes(edition, printed.findDoc)
  const period = words.week(editionDays(edition))
  const made = words.made(describeReports(edition))
  return `${[
    ...(edition.watch?.question === undefined ? [] : [`*${escapeMarkdown(edition.watch.question)}*`]),
    printedTitle(printed) === period ? made : `${period}. ${made}`,
    `**${stateWords(printed)}**`,
    ...layBlocks(printed, notes).map(drawBlock),
    ...notes.all.map((note) => drawNote(note, printed)),
    `${words.colophon(edition.asOf.number)} \`${edition.asOf.before.slice(0, 16)}\`.`,
  ].join('\n\n')}\n`
}

function drawBlock({ kind, pieces }: TextBlock): string {
  // escaped in one piece, since what Markdown reads at a line's start is none within it
  const held = pieces.map((piece) => piece.text.replace(HOLDS, '') + piece.notes.map(hold).join('')).join('')
  const text = escapeMarkdown(held).replace(HELD, (_all, number: string) => `[^${number}]`)
  switch (kind) {
    case 'section':
      return `## ${text}`
    case 'heading':
      return `### ${text}`
    case 'item':
      return `- ${text}`
    case 'under':
      return `  ${text}`
    case 'note':
      return `*${text}*`
    case 'line':
      return text
  }
}

// A footnote's place while the text around it is escaped, in two signs that stand for nothing in any text.
function hold({ number }: Footnote): string {
  return `\u{f0001}${number}\u{f0002}`
}

const HOLDS = /[\u{f0001}\u{f0002}]/gu
const HELD = /\u{f0001}(\d+)\u{f0002}/gu

function drawNote({ number, evidence, name, title, outlet, published }: Footnote, { findDoc }: PrintedEdition): string {
  const day = published ? dayWords(published) : words.isUndated
  const doc = findDoc(evidence.doc)
  const url = doc && liveLink(doc, evidence.span)
  const head = escapeMarkdown(title ?? name)
  const linked = url === undefined ? head : `[${head}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`
  return `[^${number}]: ${escapeMarkdown(outlet ?? words.outletUnknown)}, ${day}: ${linked}: “${escapeMarkdown(bareWords(evidence.quote))}”`
}
