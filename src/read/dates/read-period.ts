// Stretches named by their own names: "2031", "March 2031", "the fall of 2030", "the 1990s", "the third quarter", "Q3 2031",
// "week 31", "the 20th century", "the last week of March".
import { dateOf, dayAt, endOf, mondayOf, type Period, periodOf, SEASON_VALUES, shift, two, weekAt } from './calendar.ts'
import { isYear } from './is-year.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readMonthDay, readMonthName, readYearWords } from './read-month-day.ts'
import { readOrdinal, readSpokenYear, readYear } from './read-number.ts'
import { readThisUnit } from './read-relative.ts'
import { nearestYear } from './resolve-open.ts'
import { SEASONS } from './time-words.ts'

/** The stretch that begins at the word. */
export function readPeriod(look: Look, at: number): Parsed | undefined {
  for (const read of READERS) {
    const found = read(look, at)
    if (found) return found
  }
  return undefined
}

const READERS = [readPart, readWeekOf, readEra, readYearPart, readMonth, readSeason, readWeekNumber, readPlainYear]

const WHICH: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
}

/** "2031", "'98", "nineteen ninety-six". */
function readPlainYear(look: Look, at: number): Parsed | undefined {
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

function yearOf(to: number, year: number): Parsed {
  return { to, type: 'DATE', period: { unit: 'year', start: dayAt(year, 1, 1) } }
}

function monthOf(to: number, year: number, month: number): Parsed {
  return { to, type: 'DATE', period: { unit: 'month', start: dayAt(year, month, 1) } }
}

/** "March 2031", "Dec-2031", "June of 1992", "last March", "in March". */
function readMonth(look: Look, at: number): Parsed | undefined {
  const by = WHICH[wordAt(look, at).text]
  const from = by === undefined ? at : at + 1
  const name = readMonthName(look, from)
  if (!name || (!standsFree(look, from, name.to) && !/^[-/]$/.test(wordAt(look, name.to).text))) return undefined
  const year = readYear(look, /^(?:,|of|in|-|\/)$/.test(wordAt(look, name.to).text) ? name.to + 1 : name.to)
  if (year && by === undefined && !/^\p{L}/u.test(wordAt(look, year.to).isGlued ? wordAt(look, year.to).text : '')) {
    return monthOf(year.to, year.n, name.month)
  }
  const relative = readYearWords(look, name.to)
  if (relative && by === undefined) return monthOf(relative.to, relative.n, name.month)
  const make = (each: number): Period => ({ unit: 'month', start: dayAt(each, name.month, 1) })
  if (by !== undefined) return { to: name.to, type: 'DATE', ...whichYear(look, make, by) }
  if (!isMonth(look, from, name.to)) return undefined
  return { to: name.to, type: 'DATE', near: nearestYear(make), open: `XXXX-${two(name.month)}` }
}

/** Of "last March", "this March", "next March". */
function whichYear({ today }: Look, make: (year: number) => Period, by: number): Pick<Parsed, 'period'> {
  if (today === undefined) return {}
  const { year } = dateOf(today)
  const own = make(year)
  if (by === 0) return { period: own }
  if (by < 0) return { period: endOf(own) <= today ? own : make(year - 1) }
  return { period: own.start > today ? own : make(year + 1) }
}

/** "March on the capital", "May said", "April Marrow": month names that name something else. */
function isMonth(look: Look, from: number, to: number): boolean {
  const word = wordAt(look, from)
  const before = wordAt(look, from - 1).text
  const isShort = word.text.length <= 4 && !/^(?:may|june|july)$/.test(word.text)
  if (isShort) return word.isCapital && MONTH_CUES.test(before)
  if (!/^(?:may|march|april|june|august)$/.test(word.text)) return word.isCapital || MONTH_CUES.test(before)
  if (!word.isCapital && (word.text === 'may' || word.text === 'march' || word.text === 'august')) return false
  const after = wordAt(look, to)
  const isName = after.isCapital && !after.isGlued && after.number === undefined
  if (word.text === 'march' && after.text === 'on') return false
  if (isName) return false
  // the April survey, a June vote; not the March was long
  const isBesideNoun =
    /^(?:the|an?|its|his|her|their|this)$/.test(before) && /^\p{Ll}{3,}$/u.test(after.text) && !NO_NOUN.test(after.text)
  return MONTH_CUES.test(before) || isBesideNoun || (before === 'the' && !word.isCapital)
}

const NO_NOUN = /^(?:was|were|has|had|and|that|who|which|for|from|into|through|with|will|would)$/

const MONTH_CUES =
  /^(?:in|of|since|by|until|till|through|during|early|earlier|late|later|mid|between|from|every|each|-|–|before|after|and|to)$/

/** "the fall of 2030", "last summer", "winter 2030", "this spring". */
function readSeason(look: Look, at: number): Parsed | undefined {
  const { text } = wordAt(look, at)
  const by = WHICH[text]
  const from = by !== undefined || text === 'the' ? at + 1 : at
  const month = SEASONS.get(wordAt(look, from).text)
  if (month === undefined || !standsFree(look, from, from + 1)) return undefined
  const make = (year: number): Period => ({ unit: 'season', start: dayAt(year, month, 1) })
  const to = from + 1
  const linked = /^(?:of|,)$/.test(wordAt(look, to).text) ? to + 1 : to
  const year = readYear(look, linked)
  const relative = readYearWords(look, to)
  if (year && by === undefined && standsFree(look, linked, year.to))
    return { to: year.to, type: 'DATE', period: make(year.n) }
  if (relative && by === undefined) return { to: relative.to, type: 'DATE', period: make(relative.n) }
  if (by !== undefined) return { to, type: 'DATE', ...whichYear(look, make, by) }
  const before = wordAt(look, at - 1).text
  const isCued = /^(?:in|during|since|by|until|of|through|early|late|mid|before|after|-)$/.test(before)
  const after = wordAt(look, to).text
  const isPlain = text === 'the' ? isCued && !/^(?:in|of|\p{L}+)$/u.test(after) : isCued && from === at
  const isAlone = before === '' && after === ',' && wordAt(look, from).text !== 'fall'
  if (!isPlain && !isAlone && !(isCued && /^(?:and|that|but|when|as|after|before|the)$/.test(after))) return undefined
  return { to, type: 'DATE', near: nearestYear(make), open: `XXXX-${SEASON_VALUES[(month / 3) % 4]}` }
}

/** "the 1990s", "the nineties", "the 20th century". */
function readEra(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const year = readYear(look, from)
  const plural = wordAt(look, from + 1)
  const quoted = /^['’]$/.test(plural.text) && plural.isGlued ? wordAt(look, from + 2) : plural
  if (year && year.n % 10 === 0 && quoted.text === 's' && quoted.isGlued) {
    const unit = year.n % 100 === 0 && year.n < 2000 ? 'century' : 'decade'
    return { to: quoted === plural ? from + 2 : from + 3, type: 'DATE', period: periodOf(unit, dayAt(year.n, 1, 1)) }
  }
  const isTheCut = from > at && /^['’‘]?$/.test(wordAt(look, from).text)
  const spoken = from > at ? DECADES[wordAt(look, from).text] : undefined
  if (spoken !== undefined)
    return { to: from + 1, type: 'DATE', period: periodOf('decade', dayAt(1900 + spoken, 1, 1)) }
  const cut = isTheCut ? from + 1 : from
  const short = wordAt(look, cut)
  if (from > at && short.number !== undefined && short.end - short.start === 2 && short.number % 10 === 0) {
    const s = wordAt(look, cut + 1)
    const start = short.number < 30 ? 2000 + short.number : 1900 + short.number
    if (s.text === 's' && s.isGlued)
      return { to: cut + 2, type: 'DATE', period: periodOf('decade', dayAt(start, 1, 1)) }
  }
  const nth = readOrdinal(look, from)
  if (!nth || nth.n < 10 || nth.n > 22) return undefined
  const to = /^[-–]$/.test(wordAt(look, nth.to).text) ? nth.to + 1 : nth.to
  if (wordAt(look, to).text !== 'century') return undefined
  return { to: to + 1, type: 'DATE', period: { unit: 'century', start: dayAt((nth.n - 1) * 100, 1, 1) } }
}

const DECADES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
}

/** "Q3 2031", "2031-H2", "2031 q1", "third-quarter 2031", "the first half of 2031", "the second quarter". */
function readYearPart(look: Look, at: number): Parsed | undefined {
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

/** "week 31", "week 31 of 2031". */
function readWeekNumber(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const number = wordAt(look, from + 1)
  if (wordAt(look, from).text !== 'week' || number.number === undefined || number.number < 1 || number.number > 53)
    return undefined
  if (!standsFree(look, from + 1, from + 2)) return undefined
  const year = readYear(look, /^(?:of|in|,)$/.test(wordAt(look, from + 2).text) ? from + 3 : from + 2)
  const own = year?.n ?? (look.today === undefined ? undefined : dateOf(look.today).year)
  const period = own === undefined ? undefined : weekAt(own, number.number)
  return { to: year?.to ?? from + 2, type: 'DATE', ...(period && { period }) }
}

/** "the first week of March", "the last week of 2031", "the second half of the 1990s" stays with its decade. */
function readPart(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const isLast = /^(?:last|final)$/.test(wordAt(look, from).text)
  const nth = isLast ? { n: 0, to: from + 1 } : readOrdinal(look, from)
  if (!nth || nth.n > 5) return undefined
  const unit = wordAt(look, nth.to).text
  if (!/^(?:week|weekend|day|month)$/.test(unit) || !/^(?:of|in)$/.test(wordAt(look, nth.to + 1).text)) return undefined
  const begin = wordAt(look, nth.to + 2).text === 'the' ? nth.to + 3 : nth.to + 2
  const whole = readPlainYear(look, begin) ?? readMonth(look, begin) ?? readThisUnit(look, nth.to + 2)
  if (!whole || (!whole.near && !whole.period)) return undefined
  const part = unit as 'week' | 'weekend' | 'day' | 'month'
  const cut = (of: Period | undefined): Period | undefined => of && within(of, part, nth.n)
  const near = whole.near
  if (near) return { to: whole.to, type: 'DATE', near: (today, tense) => cut(near(today, tense)) }
  const period = cut(whole.period)
  return { to: whole.to, type: 'DATE', ...(period && { period }) }
}

/** The nth week, day or month in the stretch; the last where n is 0. A week is the stretch's if its Thursday is. */
function within(whole: Period, unit: 'week' | 'weekend' | 'day' | 'month', n: number): Period | undefined {
  const isWeek = unit === 'week' || unit === 'weekend'
  const offset = isWeek ? 3 : 0
  const first = isWeek ? mondayOf(whole.start + 6 - offset) : whole.start
  const last = isWeek ? mondayOf(endOf(whole) - 1 - offset) : endOf(whole) - 1
  return n === 0 ? periodOf(unit, last) : shift(periodOf(unit, first), n - 1)
}

/** "the week of March 4", "the week beginning March 4". */
function readWeekOf(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const isShort =
    wordAt(look, at).text === 'w' && wordAt(look, at + 1).text === '/' && wordAt(look, at + 2).text === 'c'
  if (!isShort && wordAt(look, from).text !== 'week') return undefined
  const mark = isShort ? at + 2 : from + 1
  if (!isShort && !/^(?:of|beginning|starting|commencing|ending)$/.test(wordAt(look, mark).text)) return undefined
  const begin = wordAt(look, mark + 1).text === 'on' ? mark + 2 : mark + 1
  const day = readMonthDay(look, begin)
  if (!day) return undefined
  const inWeek = (period: Period | undefined): Period | undefined => period && periodOf('week', period.start)
  const { near, period, open } = day
  const week = inWeek(period)
  return {
    to: day.to,
    type: 'DATE',
    ...(week && { period: week }),
    ...(near && { near: (today, tense) => inWeek(near(today, tense)) }),
    ...(open && { open }),
  }
}
