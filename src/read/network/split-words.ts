// The words as the network sees them: runs of letters and digits, and single marks, with what their pieces do not
// show: shape, the gap before, and whether they are quoted. `training/features.py` does the same.
import type { Doc } from '../../model/doc.ts'

/** A word or mark of the doc; offsets are UTF-16 units of its text. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly shape: number
  readonly gap: number
  readonly quoted: number
}

const WORD = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu
const [LOWER, TITLE, CAPITALS, INITIAL, NUMBER, MARK, MIXED] = [0, 1, 2, 3, 4, 5, 6]
const [NONE, SPACE, LINE, PARAGRAPH] = [0, 1, 2, 3]
const [OUTSIDE, INSIDE, OPENS, CLOSES] = [0, 1, 2, 3]

/** The words of the blocks, in order. */
export function splitWords({ text, blocks }: Pick<Doc, 'text' | 'blocks'>): Word[] {
  const words: Word[] = []
  for (const { span } of blocks) {
    let before = span.start
    let isInside = false // a paragraph ends every quotation; one that goes on opens again
    for (const match of text.slice(span.start, span.end).matchAll(WORD)) {
      const start = span.start + match.index
      const [word] = match
      const last = words.at(-1)
      const gap = before === span.start ? PARAGRAPH : gapOf(text.slice(before, start))
      if (gap === PARAGRAPH) isInside = false
      const opens =
        /[“«„]/.test(word) || (word === '"' && !isInside && (gap > NONE || /[([—–-]/.test(last?.text ?? '')))
      const closes = !opens && /[”»"]/.test(word)
      if (opens) isInside = true
      const quoted = opens ? OPENS : closes ? CLOSES : isInside ? INSIDE : OUTSIDE
      if (closes) isInside = false
      before = start + word.length
      words.push({ start, end: before, text: word, shape: shapeOf(word), gap, quoted })
    }
  }
  return words
}

function gapOf(between: string): number {
  if (!between) return NONE
  const lines = between.split('\n').length - 1
  return lines > 1 ? PARAGRAPH : lines === 1 ? LINE : SPACE
}

function shapeOf(word: string): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return MARK
  if (/^\p{N}/u.test(word)) return NUMBER
  if (/^[\p{Ll}\p{M}]+$/u.test(word)) return LOWER
  if (/^\p{Lu}[\p{Ll}\p{M}]+$/u.test(word)) return TITLE
  if (/^\p{Lu}+$/u.test(word)) return word.length === 1 ? INITIAL : CAPITALS
  return MIXED
}
