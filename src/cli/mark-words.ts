// Marks in running text, by brackets that bear a label and close in the right order:
//   [1s Ilse Marrow] [1c said] [1: [2s Roke] [2c had called] [2: the offer dead]]
// Marks of the same words are one, [1s+2s Ilse Marrow]. A mark of several pieces bears its label at each. One that is
// cut, by the end of a paragraph or by another that it crosses, has a ~ on both sides of the cut:
//   [1: the levy [2: was dead~]] [2:~ and buried]
// A bracket of the text's own is written \[.
import type { Span } from '../model/span.ts'
import { safeText } from './show-safely.ts'

export interface Mark {
  readonly label: string
  readonly span: Span
}

/** Stands where a label meets its first word: a space at which no line is broken. No safe text holds it. */
export const GLUE = '\0'

interface Open {
  readonly mark: Mark
  readonly from: number // where it was opened, which is later than its start where it was cut
  isShown: boolean // false until its first word is there
}

/** The words of the block, safe for a terminal, with the marks that touch it. */
export function markWords(text: string, block: Span, marks: readonly Mark[]): string {
  const here = joinSame(marks).filter(({ span }) => span.start < block.end && block.start < span.end)
  const open: Open[] = [] // outermost first
  let out = ''
  let at = block.start
  for (const edge of edgesOf(block, here)) {
    out += sayWords(text.slice(at, edge), open)
    at = edge
    const outermost = open.findIndex(({ mark }) => mark.span.end <= edge || edge === block.end)
    const closed = outermost < 0 ? [] : open.splice(outermost)
    for (const { mark, isShown } of closed.toReversed()) if (isShown) out += mark.span.end > edge ? '~]' : ']'
    const crossed = closed.map(({ mark }) => mark).filter(({ span }) => span.end > edge)
    const begun = here.filter(({ span }) => Math.max(span.start, block.start) === edge)
    const inward = [...crossed, ...begun].sort((a, b) => b.span.end - a.span.end)
    open.push(...inward.map((mark) => ({ mark, from: edge, isShown: false })))
  }
  return out
}

function joinSame(marks: readonly Mark[]): Mark[] {
  const bySpan = Map.groupBy(marks, ({ span }) => `${span.start}-${span.end}`)
  return [...bySpan.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ label: same.map(({ label }) => label).join('+'), span: first.span }] : []
  })
}

function edgesOf(block: Span, marks: readonly Mark[]): number[] {
  const edges = new Set([block, ...marks.map(({ span }) => span)].flatMap(({ start, end }) => [start, end]))
  return [...edges].filter((edge) => block.start <= edge && edge <= block.end).sort((a, b) => a - b)
}

/** The words, with the labels of what was opened before them at the first that is no white space. */
function sayWords(words: string, open: readonly Open[]): string {
  const plain = safeText(words).replace(/[[\]]/g, '\\$&')
  const first = plain.search(/\S/)
  if (first < 0) return plain
  let labels = ''
  for (const one of open) {
    if (one.isShown) continue
    one.isShown = true
    labels += `[${one.mark.label}${one.mark.span.start < one.from ? '~' : ''}${GLUE}`
  }
  return plain.slice(0, first) + labels + plain.slice(first)
}
