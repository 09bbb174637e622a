// Quarters and halves of a year: "the third quarter of 2031", "Q3 2031", "2031-H2".
import { dateOf, dayAt, type Period } from './calendar.ts'
import { type Look, type Parsed, wordAt } from './look.ts'
import { readYearWords } from './read-month-day.ts'
import { readOrdinal, readYear } from './read-number.ts'
import { readThisUnit } from './read-relative.ts'
import { yearOf } from './read-year.ts'
import { nearestYear } from './resolve-open.ts'

/** "Q3 2031", "2031-H2", "2031 q1", "third-quarter 2031", "the first half of 2031", "the second quarter". */
export function readYearPart(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const before = readYear(look, from)
  const link = before && /^[-/]$/.test(wordAt(look, before.to).text) ? before.to + 1 : before?.to
  const code = readCode(look, link ?? from)
  if (code && before) return { to: code.to, type: 'DATE', period: partOf(before.n, code) }
  const part = code ?? readNamedPart(look, from)
  if (!part || before) return undefined
  const linked = /^(?:of|in|,|-|\/)$/.test(wordAt(look, part.to).text) ? part.to + 1 : part.to
  const year = readYear(look, linked)
  if (year) return { to: year.to, type: 'DATE', period: partOf(year.n, part) }
  const own = readThisUnit(look, linked)
  const inYear = own?.period?.unit === 'year' ? own : readRelativePlain(look, part.to)
  if (inYear?.period) return { to: inYear.to, type: 'DATE', period: partOf(dateOf(inYear.period.start).year, part) }
  // "the first half of the match": only a quarter needs no year beside it
  if (part.unit === 'half' || (code === undefined && from === at && !/^(?:in|of|for)$/.test(wordAt(look, at - 1).text)))
    return undefined
  const open = `XXXX-Q${part.n}`
  return { to: part.to, type: 'DATE', near: nearestYear((each) => partOf(each, part)), open }
}

function readRelativePlain(look: Look, at: number): Parsed | undefined {
  const relative = readYearWords(look, at)
  return relative && yearOf(relative.to, relative.n)
}

interface YearPart {
  readonly unit: 'quarter' | 'half'
  readonly n: number
  readonly to: number
}

function partOf(year: number, { unit, n }: YearPart): Period {
  return { unit, start: dayAt(year, unit === 'quarter' ? 3 * n - 2 : 6 * n - 5, 1) }
}

function readCode(look: Look, at: number): YearPart | undefined {
  const [letter, digit] = [wordAt(look, at), wordAt(look, at + 1)]
  const unit = letter.text === 'q' ? 'quarter' : letter.text === 'h' ? 'half' : undefined
  if (!unit || !digit.isGlued || digit.number === undefined || !standsEnd(look, at + 2)) return undefined
  return digit.number >= 1 && digit.number <= (unit === 'quarter' ? 4 : 2)
    ? { unit, n: digit.number, to: at + 2 }
    : undefined
}

function standsEnd(look: Look, to: number): boolean {
  const after = wordAt(look, to)
  return !after.isGlued || !/^[\p{L}\p{N}]/u.test(after.text)
}

function readNamedPart(look: Look, at: number): YearPart | undefined {
  const isLast = wordAt(look, at).text === 'last' || wordAt(look, at).text === 'final'
  const nth = isLast ? { n: 0, to: at + 1 } : readOrdinal(look, at)
  if (!nth) return undefined
  const to = wordAt(look, nth.to).text === '-' ? nth.to + 1 : nth.to
  const { text } = wordAt(look, to)
  if (text !== 'quarter' && text !== 'half') return undefined
  const most = text === 'quarter' ? 4 : 2
  if (isLast && wordAt(look, to + 1).text !== 'of') return undefined
  return nth.n <= most ? { unit: text, n: nth.n || most, to: to + 1 } : undefined
}
