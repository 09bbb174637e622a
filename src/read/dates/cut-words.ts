// The words, numbers and marks of a text, each with its place. One pass, so that any text costs its length.

export interface DateWord {
  readonly text: string // in lower case
  readonly start: number
  readonly end: number
  readonly isGlued: boolean // nothing stands between it and what is before it
  readonly isCapital: boolean
  readonly number: number | undefined // of digits
}

/** The pieces of the stretch of text: runs of letters, runs of digits, and every other character. */
export function cutWords(text: string, from = 0, until = text.length): DateWord[] {
  const words: DateWord[] = []
  let end = -1
  for (const match of text.slice(from, until).matchAll(PIECE)) {
    const [piece] = match
    const start = from + match.index
    const text = piece.toLowerCase().replaceAll('\u00AD', '')
    const code = piece.charCodeAt(0)
    const isDigits = code >= 48 && code <= 57
    words.push({
      text,
      start,
      end: start + piece.length,
      isGlued: start === end,
      isCapital: text !== piece.replaceAll('\u00AD', ''),
      number: isDigits && piece.length <= 12 ? Number(piece) : undefined,
    })
    end = start + piece.length
  }
  return words
}

// Tues\u00adday: a soft hyphen is where a word may break, and no part of it
const PIECE = /[0-9]+|\p{L}+(?:\u00AD+\p{L}+)*|[^\s\u00AD]/gu

/** What stands before the first and after the last word. */
export const NOTHING: DateWord = {
  text: '',
  start: -1,
  end: -1,
  isGlued: false,
  isCapital: false,
  number: undefined,
}
