// What every class of expression looks at and hands back: the words of a sentence, the day of publication, the last day
// named before; and an expression read, whose day may wait for the tense that decides it.
import type { Period } from './calendar.ts'
import { type DateWord, NOTHING } from './cut-words.ts'
import { MONTHS, WEEKDAYS } from './time-words.ts'

export interface Look {
  readonly words: readonly DateWord[]
  readonly today?: number // the day of publication; absent: unknown
  readonly anchor?: Period // the date named last: "the day before" counts from it
  readonly dayFirst: boolean // 3/5 is the third of May
}

export type Tense = 'past' | 'present' | 'future'

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** An expression that begins at the word asked for. */
export interface Parsed {
  readonly to: number // the word after its last
  readonly type: TimeType
  readonly period?: Period // the days it comes to
  readonly near?: (today: number, tense: Tense | undefined) => Period | undefined // the days, once the tense is known
  readonly value?: string // of what is no period: "P3W", "PRESENT_REF"
  readonly open?: string // what the words say where nothing decides: "XXXX-WXX-2"
  readonly suffix?: string // "TNI" of "Tuesday night"
  readonly days?: readonly [from: number, until: number] // where they are not those of the period
  readonly mod?: 'START' | 'MID' | 'END'
  readonly day?: OpenDay // of a day written in numbers, so that "March 3 and 5" can be read on
}

export interface OpenDay {
  readonly year?: number
  readonly month: number
  readonly day: number
}

export type Read = (look: Look, at: number) => Parsed | undefined

/** The word at the place; one that is nothing beyond the ends. */
export function wordAt({ words }: Look, at: number): DateWord {
  return words[at] ?? NOTHING
}

/** The place after the words, in this order, or undefined where others stand there. */
export function pass(look: Look, at: number, ...texts: readonly string[]): number | undefined {
  return texts.every((text, i) => wordAt(look, at + i).text === text) ? at + texts.length : undefined
}

/** The place after the word where it is one of these, else the place itself. */
export function skip(look: Look, at: number, pattern: RegExp): number {
  return pattern.test(wordAt(look, at).text) ? at + 1 : at
}

/** False where the words are a piece of a longer number, a code or a price: "1,998", "555-2016", "$12", "A-12". */
export function standsFree(look: Look, from: number, to: number): boolean {
  const before = wordAt(look, from - 1)
  const first = wordAt(look, from)
  const isNumber = first.number !== undefined
  if (isNumber && /^[$€£¥#]$/.test(before.text)) return false
  if (first.isGlued) {
    if (before.number !== undefined || /^[\p{L}@_&=?~+#]$/u.test(before.text.slice(-1))) return false
    const further = wordAt(look, from - 2)
    if (before.isGlued && isNumber && /^[.,:/]$/.test(before.text) && further.text !== ')') return false
    if (before.isGlued && before.text === '-' && !isPrefix(further.text)) return false
  }
  const last = wordAt(look, to - 1)
  const after = wordAt(look, to)
  const isDigits = last.number !== undefined
  if (!after.isGlued) return !(isDigits && /^(?:%|percent|per)$/.test(after.text))
  if (after.number !== undefined || /^[\p{L}%_@&=~]/u.test(after.text)) return false
  const next = wordAt(look, to + 1)
  return !(isDigits && next.isGlued && next.number !== undefined && /^[.,:/-]$/.test(after.text))
}

// mid-March, pre-2031, January-February
function isPrefix(text: string): boolean {
  return /^(?:mid|pre|post|early|late|non|inter)$/.test(text) || MONTHS.has(text) || WEEKDAYS.has(text)
}
