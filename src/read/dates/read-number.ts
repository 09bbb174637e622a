// Numbers, ordinals and years, in digits and in words: "26", "twenty-six", "the 21st", "nineteen ninety-six".
import { type Look, standsFree, wordAt } from './look.ts'
import { ORDINALS, TENS, UNDER_TWENTY } from './time-words.ts'

export interface ReadNumber {
  readonly n: number
  readonly to: number
}

/** A whole number: digits, or words below a million. */
export function readNumber(look: Look, at: number): ReadNumber | undefined {
  const { number } = wordAt(look, at)
  if (number !== undefined) return { n: number, to: at + 1 }
  const first = readSmall(look, at)
  if (!first) return undefined
  const scale = SCALES.get(wordAt(look, first.to).text)
  if (!scale) return first
  const rest = readSmall(look, wordAt(look, first.to + 1).text === 'and' ? first.to + 2 : first.to + 1)
  return { n: first.n * scale + (rest?.n ?? 0), to: rest?.to ?? first.to + 1 }
}

const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ hundred: 100, thousand: 1000 }))

/** "six", "sixty", "sixty-six", "sixty six". */
function readSmall(look: Look, at: number): ReadNumber | undefined {
  const { text } = wordAt(look, at)
  const one = UNDER_TWENTY.get(text)
  if (one !== undefined) return { n: one, to: at + 1 }
  const ten = TENS.get(text)
  if (ten === undefined) return undefined
  const next = wordAt(look, at + 1).text === '-' ? at + 2 : at + 1
  const digit = UNDER_TWENTY.get(wordAt(look, next).text)
  return digit !== undefined && digit < 10 ? { n: ten + digit, to: next + 1 } : { n: ten, to: at + 1 }
}

/** "21st", "first", "twenty-first", "thirty first". */
export function readOrdinal(look: Look, at: number): ReadNumber | undefined {
  const { text, number } = wordAt(look, at)
  const next = wordAt(look, at + 1)
  if (number !== undefined)
    return next.isGlued && /^(?:st|nd|rd|th)$/.test(next.text) ? { n: number, to: at + 2 } : undefined
  const plain = ORDINALS.get(text)
  if (plain !== undefined) return { n: plain, to: at + 1 }
  const ten = TENS.get(text)
  const digit = next.text === '-' ? at + 2 : at + 1
  const n = ORDINALS.get(wordAt(look, digit).text)
  return ten !== undefined && n !== undefined && n < 10 ? { n: ten + n, to: digit + 1 } : undefined
}

/** The day of a month, 1 to 31: a number or an ordinal, in digits or words. */
export function readDayNumber(look: Look, at: number): ReadNumber | undefined {
  const { number, start, end } = wordAt(look, at)
  if (number !== undefined && end - start > 2) return undefined
  const read = readOrdinal(look, at) ?? readNumber(look, at)
  return read && read.n >= 1 && read.n <= 31 ? read : undefined
}

/** Four digits from 1000 to 2199 that stand alone. */
export function readYear(look: Look, at: number): ReadNumber | undefined {
  const { number, start, end } = wordAt(look, at)
  if (number === undefined || end - start !== 4 || number < 1000 || number > 2199) return undefined
  return { n: number, to: at + 1 }
}

/** "nineteen ninety six", "two thousand and twenty". */
export function readSpokenYear(look: Look, at: number): ReadNumber | undefined {
  if (wordAt(look, at).number !== undefined) return undefined
  const whole = readNumber(look, at)
  if (!whole) return undefined
  if (whole.n >= 1900 && whole.n < 2100) return whole
  if (whole.n < 13 || whole.n > 20) return undefined
  const rest = readSmall(look, whole.to)
  return rest && rest.n >= 10 ? { n: whole.n * 100 + rest.n, to: rest.to } : undefined
}

/** How many: a number, "a", "a couple of", or `X` for "several". */
export function readCount(look: Look, at: number): { readonly n: number | 'X'; readonly to: number } | undefined {
  const { text, number } = wordAt(look, at)
  if (number !== undefined)
    return standsFree(look, at, at + 1) || wordAt(look, at + 1).text === '-' ? { n: number, to: at + 1 } : undefined
  const after = wordAt(look, at + 1).text
  if (text === 'couple' || ((text === 'a' || text === 'the') && after === 'couple')) {
    const to = text === 'couple' ? at + 1 : at + 2
    return { n: 2, to: wordAt(look, to).text === 'of' ? to + 1 : to }
  }
  if ((text === 'a' && after === 'few') || (text === 'the' && after === 'few')) return { n: 'X', to: at + 2 }
  if (/^(?:several|few|many|some)$/.test(text)) return { n: 'X', to: at + 1 }
  if (text === 'a' || text === 'an') return { n: 1, to: at + 1 }
  return readNumber(look, at)
}
