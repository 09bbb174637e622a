// Years by their numbers, and the months that follow them: "2031", "'98", "nineteen ninety-six", "2031-03", "2031 April".
import { dayAt } from './calendar.ts'
import { isYear } from './is-year.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readMonthName } from './read-month-day.ts'
import { readSpokenYear, readYear } from './read-number.ts'

/** "2031", "'98", "nineteen ninety-six". */
export function readPlainYear(look: Look, at: number): Parsed | undefined {
  const isCut = /^['’‘]$/.test(wordAt(look, at).text)
  const short = wordAt(look, at + 1)
  if (
    isCut &&
    short.isGlued &&
    short.end - short.start === 2 &&
    short.number !== undefined &&
    !wordAt(look, at).isGlued
  ) {
    const isCued = /^(?:in|of|since|by|until|from|class|summer|spring|fall|winter)$/.test(wordAt(look, at - 1).text)
    return isCued ? yearOf(at + 2, short.number < 40 ? 2000 + short.number : 1900 + short.number) : undefined
  }
  const year = readYear(look, at)
  if (year) {
    const month = MONTH_BEFORE.test(wordAt(look, year.to).text) ? readMonthName(look, year.to) : undefined
    if (month) return monthOf(month.to, year.n, month.month) // 2031 April
    const [mark, digits] = [wordAt(look, year.to), wordAt(look, year.to + 1)]
    const isJoined = /^[-/]$/.test(mark.text) && mark.isGlued && digits.isGlued && digits.number !== undefined
    if (isJoined && digits.number >= 1 && digits.number <= 12 && standsFree(look, at, at + 3)) {
      return monthOf(at + 3, year.n, digits.number) // 2031-03
    }
    return isYear(look, at) ? yearOf(year.to, year.n) : undefined
  }
  if (!/^(?:in|since|by|until|of|from|year|during|before|after)$/.test(wordAt(look, at - 1).text)) return undefined
  const spoken = readSpokenYear(look, at)
  return spoken && yearOf(spoken.to, spoken.n)
}

const MONTH_BEFORE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/

export function yearOf(to: number, year: number): Parsed {
  return { to, type: 'DATE', period: { unit: 'year', start: dayAt(year, 1, 1) } }
}

export function monthOf(to: number, year: number, month: number): Parsed {
  return { to, type: 'DATE', period: { unit: 'month', start: dayAt(year, month, 1) } }
}
