// Whether words are quoted, told, or both, by the quotation marks around them: for words that a person chose, which no reader cut.
import type { Attribution } from '../model/attribution.ts'
import type { Pieces, Span } from '../model/span.ts'

/** direct: marks around all of the words; indirect: around none, or the words lie within what another says; mixed: around some. */
export function formOfWords(text: string, quotations: readonly Span[], words: Pieces): Attribution['form'] {
  const letters = words.flatMap(({ start, end }) => listLetters(text, start, end))
  const quoted = letters.filter((at) => quotations.some(({ start, end }) => start <= at && at < end))
  if (quoted.length === 0) return 'indirect'
  if (quoted.length < letters.length) return 'mixed'
  // “Hale said that [the dam was lost],” Marrow said.: within her marks his words are told
  const isWhole = words.every(({ start }) => {
    const [own] = listLetters(text, start, text.length, 1)
    return quotations.some((quotation) => listLetters(text, quotation.start, quotation.end, 1)[0] === own)
  })
  return isWhole ? 'direct' : 'indirect'
}

// Where its letters and figures stand, at most so many.
function listLetters(text: string, from: number, until: number, most = Number.POSITIVE_INFINITY): number[] {
  const found: number[] = []
  for (let at = from; at < until && found.length < most; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (/[\p{L}\p{N}]/u.test(letter)) found.push(at)
    at += letter.length
  }
  return found
}
