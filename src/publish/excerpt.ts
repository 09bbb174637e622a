// What readers who are not of the desk see of a report: so many characters around what is cited, whole words, and a sign
// where something was left out. The text is stored for the desk; it is not ours to publish.
import { makeSpan, type Span } from '../model/span.ts'

/** The stretches around the spans, in order, not overlapping; each ends at the edge of a word. */
export function excerptsOf(text: string, cited: readonly Span[], characters: number): Span[] {
  const windows = cited
    .map(({ start, end }) => ({ start: wordStart(text, start - characters), end: wordEnd(text, end + characters) }))
    .sort((a, b) => a.start - b.start)
  const joined: { start: number; end: number }[] = []
  for (const window of windows) {
    const last = joined.at(-1)
    if (last && window.start <= last.end) last.end = Math.max(last.end, window.end)
    else joined.push({ ...window })
  }
  return joined.map(({ start, end }) => makeSpan(text, start, end))
}

/** A piece of a stretch that is shown, and whether something was left out before and after it. */
export interface Shown {
  readonly span: Span
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** What is shown of one block. Blanks at its edges are no loss. */
export function shownOf(text: string, block: Span, excerpts: readonly Span[]): Shown[] {
  return excerpts.flatMap((excerpt) => {
    const start = Math.max(block.start, excerpt.start)
    const end = Math.min(block.end, excerpt.end)
    if (start >= end || text.slice(start, end).trim() === '') return []
    const isCutBefore = text.slice(block.start, start).trim() !== ''
    const isCutAfter = text.slice(end, block.end).trim() !== ''
    return [{ span: makeSpan(text, start, end), isCutBefore, isCutAfter }]
  })
}

function wordStart(text: string, at: number): number {
  let start = Math.max(0, at)
  while (start > 0 && /\S/.test(text[start - 1] ?? '') && /\S/.test(text[start] ?? '')) start -= 1
  return start
}

function wordEnd(text: string, at: number): number {
  let end = Math.min(text.length, at)
  while (end < text.length && /\S/.test(text[end] ?? '') && /\S/.test(text[end - 1] ?? '')) end += 1
  return end
}
