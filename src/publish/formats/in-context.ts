// Cited words with a little of what stands around them: as many characters as the desk allows, whole words, never past the
// paragraph that they stand in.
import type { Doc } from '../../model/doc.ts'
import type { Evidence } from '../../model/evidence.ts'
import { overlaps } from '../../model/span.ts'
import { excerptsOf } from '../excerpt.ts'

export interface InContext {
  readonly before: string
  readonly words: string
  readonly after: string
  readonly isCutBefore: boolean // there is more of the paragraph
  readonly isCutAfter: boolean
}

/** The words of the evidence in their paragraph. */
export function inContext(
  { text, blocks }: Pick<Doc, 'text' | 'blocks'>,
  { span }: Evidence,
  around: number,
): InContext {
  const own = blocks.filter((block) => overlaps(block.span, span)).map((block) => block.span)
  const start = Math.min(span.start, ...own.map((block) => block.start))
  const end = Math.max(span.end, ...own.map((block) => block.end))
  const [window = span] = excerptsOf(text, [span], around)
  const from = Math.max(start, window.start)
  const until = Math.min(end, window.end)
  return {
    before: unbroken(text.slice(from, span.start)).trimStart(),
    words: unbroken(text.slice(span.start, span.end)),
    after: unbroken(text.slice(span.end, until)).trimEnd(),
    isCutBefore: text.slice(start, from).trim() !== '',
    isCutAfter: text.slice(until, end).trim() !== '',
  }
}

function unbroken(text: string): string {
  return text.replace(/\s+/g, ' ')
}
