// Words in quotation marks are the report's, character for character, and the report has them in marks too: its own
// prose is no quotation. Only the shape of marks and white space may differ.
import type { Miss } from '../../model/edition.ts'
import { findQuoted, type Quoted } from './find-quoted.ts'
import type { Ground, LineGrounds } from './grounds.ts'

/** `the envoy said “the offer is dead”`, of evidence that has the words without marks -> a miss. */
export function checkQuoted(text: string, grounds: LineGrounds): Miss[] {
  const stands = (words: string): boolean => grounds.pieces.some(({ evidence }) => holdsWords(evidence.quote, words))
  const ruled = findQuoted(grounds.ruled, stands).map(({ inner }) => fold(grounds.ruled.slice(inner.start, inner.end)))
  return findQuoted(text, stands).flatMap((quoted): Miss[] => {
    const words = text.slice(quoted.inner.start, quoted.inner.end)
    const isRuled = ruled.some((other) => holdsWords(other, words))
    const isBorne =
      quoted.isClosed &&
      words.trim() !== '' &&
      stands(words) &&
      (isRuled || grounds.pieces.some((p) => isQuotedIn(p, words)))
    return isBorne
      ? []
      : [{ kind: 'quoted', words: words.trim() || text.slice(quoted.span.start, quoted.span.end), span: quoted.span }]
  })
}

// True where the report prints these words of the evidence between marks.
function isQuotedIn({ evidence, block, blockStart }: Ground, words: string): boolean {
  const from = evidence.span.start - blockStart
  const text = block ?? evidence.quote
  const inMarks = findQuoted(text, () => false).filter(({ span }: Quoted) => block === undefined || span.end > from)
  return inMarks.some(({ inner }) => holdsWords(text.slice(inner.start, inner.end), words))
}

/** True where the words stand in the text, cut at whole words. */
export function holdsWords(text: string, words: string): boolean {
  const [whole, part] = [fold(text), fold(words)]
  if (part === '') return false
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    const isCut = isInside(whole, at) || isInside(whole, at + part.length)
    if (!isCut) return true
  }
  return false
}

function isInside(text: string, at: number): boolean {
  return isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at))
}

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit)
}

function fold(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
