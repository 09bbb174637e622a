// Ids that outlast the versions of their makers: of the report's key, the words, and which occurrence of them it is. Offsets and
// ids of docs change when another extractor cuts a menu away; the words of a report do not.
import { digestOfParts } from './digest.ts'
import type { Doc } from './doc.ts'
import type { Span } from './span.ts'

/** The text of a report, and what tells the report from all others for good. */
export type Lasting = Pick<Doc, 'text' | 'capture' | 'report'>

/** What tells a report from all others, whatever made its doc: its key on a desk; elsewhere its capture. */
export function keyOfReport({ report, capture }: Pick<Doc, 'report' | 'capture'>): string {
  return report ?? capture
}

/** The id of what stands at these words of a report. `others`: what else tells it from others at the same words. */
export function lastingId(
  noun: string,
  doc: Lasting,
  span: Span,
  ...others: readonly (string | number | undefined)[]
): string {
  const words = fold(doc.text.slice(span.start, span.end))
  return digestOfParts(noun, keyOfReport(doc), words, countBefore(words, span, doc), ...others)
}

/** Characters of words, white space folded: how far into a stretch something begins, however its lines are broken. */
export function foldedLength(text: string): number {
  return fold(text).length
}

// How often the words stand in the text before they stand at the span.
function countBefore(words: string, { start }: Span, doc: Lasting): number {
  const { text, cuts } = foldedOf(doc)
  let own = start
  for (const [at, cut] of cuts) {
    if (at >= start) break
    own = start - cut
  }
  let count = 0
  for (let at = text.indexOf(words); at >= 0 && at < own; at = text.indexOf(words, at + 1)) count++
  return count
}

interface Folded {
  readonly text: string
  readonly cuts: readonly (readonly [at: number, cut: number])[] // how much was cut so far, from each place on
}

const folded = new WeakMap<object, Folded>()

// Once a doc: it has many things at words of its.
function foldedOf(doc: Lasting): Folded {
  const known = folded.get(doc)
  if (known) return known
  const cuts: [number, number][] = []
  let cut = 0
  const text = doc.text.replace(/\s+/g, (run: string, at: number) => {
    cut += run.length - 1
    if (run.length > 1) cuts.push([at, cut])
    return ' '
  })
  const made = { text, cuts }
  folded.set(doc, made)
  return made
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
