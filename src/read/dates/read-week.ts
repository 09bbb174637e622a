// Weeks by their place: "week 31", "the last week of March", "the week of March 4"; days and months by theirs in a year.
import { dateOf, endOf, mondayOf, type Period, periodOf, shift, weekAt } from './calendar.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readMonth } from './read-month.ts'
import { readMonthDay } from './read-month-day.ts'
import { readOrdinal, readYear } from './read-number.ts'
import { readThisUnit } from './read-relative.ts'
import { readPlainYear } from './read-year.ts'

/** The week that begins at the word, or the part that is told like one. */
export function readWeek(look: Look, at: number): Parsed | undefined {
  return readPart(look, at) ?? readWeekOf(look, at) ?? readWeekNumber(look, at)
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
