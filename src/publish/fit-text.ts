// Words in lines that fit a width. What does not fit in the lines that there are is cut at an ellipsis; whoever draws it says
// the whole elsewhere. A word that is longer than a line is broken between signs, never inside one.
import { measureText } from './measure-text.ts'

export interface FitOptions {
  readonly width: number
  readonly size: number
  readonly most: number // lines
  readonly isBold?: boolean
}

export interface FittedText {
  readonly lines: readonly string[]
  readonly isCut: boolean
}

/** The text in at most so many lines, each of at most the width. */
export function fitText(text: string, { width, size, most, isBold = false }: FitOptions): FittedText {
  const measure = (words: string): number => measureText(words, size, isBold)
  const words = plainText(text)
    .split(' ')
    .flatMap((word) => breakWord(word, width, measure))
  const lines: string[] = []
  let line = ''
  for (const { word, isRest } of words) {
    const joined = line === '' ? word : `${line}${isRest ? '' : ' '}${word}`
    if (measure(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    if (lines.length > most) break // enough to know that it is cut
    line = word
  }
  lines.push(line)
  if (lines.length <= most) return { lines, isCut: false }
  const kept = lines.slice(0, most)
  return { lines: [...kept.slice(0, -1), shorten(kept.at(-1) ?? '', width, measure)], isCut: true }
}

/** The text in one line, without what would turn the order of its neighbours, and with what XML has no signs for replaced. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(TURNING, '').replace(/\s+/gu, ' ').trim().replace(NOT_XML, '\ufffd')
}

// Unicode Standard Annex 9, section 2: a name may not turn the words that stand behind it
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses (XML 1.0, section 2.2)
const NOT_XML = /[\0-\x1f\x7f-\x9f\ufffe\uffff]/g

type Measure = (words: string) => number

interface Piece {
  readonly word: string
  readonly isRest: boolean // of a word that was broken: no space before it
}

function breakWord(word: string, width: number, measure: Measure): Piece[] {
  if (measure(word) <= width) return [{ word, isRest: false }]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of signs.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
    if (pieces.length > LONGEST) break
  }
  return [...pieces, piece].map((each, at) => ({ word: each, isRest: at > 0 }))
}

const LONGEST = 100 // lines of one word; nobody draws more
const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

function shorten(line: string, width: number, measure: Measure): string {
  let kept = ''
  for (const { segment } of signs.segment(line)) {
    if (measure(`${kept}${segment}…`) > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
