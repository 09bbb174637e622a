// The stretch of a text that shows best what was looked for: where most of the marks stand together, cut between words.
import type { Excerpt } from '../../model/listing.ts'
import type { Span } from '../../model/span.ts'

const LONG = 320 // characters; a shorter text is shown whole
const BEFORE = 60 // characters shown before the first mark

/** Marks stand around what was looked for while it comes from the index: characters that no text has. */
export const OPEN = '\u0001'
export const CLOSE = '\u0002'

/** The excerpt of a text with OPEN and CLOSE around what was found. */
export function makeExcerpt(marked: string): Excerpt {
  const { text, spans } = readMarks(marked)
  if (text.length <= LONG) return { text, marks: spans, at: 0, isCut: false }
  const at = beginOf(text, bestOf(spans))
  const end = endOf(text, at + LONG)
  const marks = spans
    .filter((span) => span.start >= at && span.end <= end)
    .map(({ start, end: last }) => ({ start: start - at, end: last - at }))
  return { text: text.slice(at, end), marks, at, isCut: true }
}

function readMarks(marked: string): { text: string; spans: Span[] } {
  const [before = '', ...pieces] = marked.split(OPEN)
  const spans: Span[] = []
  let text = before
  for (const piece of pieces) {
    const [found = '', after = ''] = piece.split(CLOSE)
    spans.push({ start: text.length, end: text.length + found.length })
    text += found + after
  }
  return { text, spans }
}

/** The text without either mark, of the same length. */
export function withoutMarks(text: string): string {
  return text.replaceAll(OPEN, ' ').replaceAll(CLOSE, ' ')
}

// The first of those marks that have most others close behind them.
function bestOf(spans: readonly Span[]): number {
  let [best, most] = [spans[0]?.start ?? 0, 0]
  for (const [i, { start }] of spans.entries()) {
    let count = 0
    while ((spans[i + count]?.end ?? Number.POSITIVE_INFINITY) <= start + LONG - BEFORE) count++
    if (count > most) [best, most] = [start, count]
  }
  return best
}

function beginOf(text: string, mark: number): number {
  const from = Math.min(Math.max(0, mark - BEFORE), text.length - LONG)
  if (from === 0) return 0
  const space = text.slice(from, mark).search(/\s(?=\S)/)
  return whole(text, space < 0 ? from : from + space + 1)
}

function endOf(text: string, most: number): number {
  if (most >= text.length) return text.length
  const space = text.lastIndexOf(' ', most)
  return whole(text, space > most - BEFORE ? space : most)
}

// Never between the two halves of one character.
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
