// Days of the week: "Tuesday", "last Tuesday", "Tuesday, March 4", "Tuesday of next week", "next week Wednesday".
import { dateOf, mondayOf, periodOf, realDay, shift, weekdayOf } from './calendar.ts'
import { type Look, type Parsed, pass, wordAt } from './look.ts'
import { readMonthDay } from './read-month-day.ts'
import { readOrdinal } from './read-number.ts'
import { readPairAfterWeekday } from './read-numeric-day.ts'
import { nearestWeekday } from './resolve-open.ts'
import { SHORT_WEEKDAYS, WEEKDAYS } from './time-words.ts'

/** The day of the week that begins at the word. */
export function readWeekday(look: Look, at: number): Parsed | undefined {
  const inWeek = readInWeek(look, at)
  if (inWeek) return inWeek
  const { by, from } = readWhich(look, at)
  const name = readName(look, from)
  if (!name) return undefined
  const dated = readDated(look, name.to)
  if (dated) return dated
  if (name.isShort) return undefined
  const { today } = look
  const week = readWeekAfter(look, name.to)
  if (week && by === undefined) return dayIn(week.by, name.weekday, look, week.to)
  if (by === undefined)
    return { to: name.to, type: 'DATE', near: nearestWeekday(name.weekday), open: `XXXX-WXX-${name.weekday}` }
  if (today === undefined) return { to: name.to, type: 'DATE' }
  // "last Tuesday" is before today; "next Tuesday" is next week's, as the stylebooks have it
  const back = (weekdayOf(today) - name.weekday + 6) % 7
  if (by < 0) return { to: name.to, type: 'DATE', period: { unit: 'day', start: today - back - 1 } }
  return dayIn(by, name.weekday, look, name.to)
}

function readWhich(look: Look, at: number): { readonly by?: number; readonly from: number } {
  const { text } = wordAt(look, at)
  const after = wordAt(look, at + 1).text
  if (text === 'this' && /^(?:past|last)$/.test(after)) return { by: -1, from: at + 2 }
  if (text === 'this' && /^(?:coming|next)$/.test(after)) return { by: 0, from: at + 2 }
  if (/^(?:last|past|previous)$/.test(text)) return { by: -1, from: at + 1 }
  if (text === 'this' || text === 'coming') return { by: 0, from: at + 1 }
  if (text === 'next') return { by: 1, from: at + 1 }
  return { from: at }
}

/** "this Tuesday": the one of the week that holds today. */
function dayIn(weeks: number, weekday: number, { today }: Look, to: number): Parsed {
  if (today === undefined) return { to, type: 'DATE' }
  return { to, type: 'DATE', period: { unit: 'day', start: mondayOf(today) + 7 * weeks + weekday - 1 } }
}

function readName(look: Look, at: number): { weekday: number; to: number; isShort: boolean } | undefined {
  const word = wordAt(look, at)
  const long = WEEKDAYS.get(word.text)
  const after = wordAt(look, at + 1)
  if (long !== undefined) {
    const isPaper = after.isCapital && PAPERS.test(after.text) && wordAt(look, at).isCapital
    const isCalled = /^(?:black|good|bloody|ash|easter|palm|super|holy|cyber|giving)$/.test(wordAt(look, at - 1).text)
    return isPaper || isCalled ? undefined : { weekday: long, to: at + 1, isShort: false }
  }
  const short = word.isCapital ? SHORT_WEEKDAYS.get(word.text) : undefined
  if (short === undefined) return undefined
  return { weekday: short, to: after.text === '.' && after.isGlued ? at + 2 : at + 1, isShort: true }
}

// the Sunday Times is no day
const PAPERS = /^(?:times|express|telegraph|mail|mirror|herald|post|tribune|independent|sun|people|world|show|review)$/

/** The date after it: "Tuesday, March 4", "Friday 3/4", "Tuesday the eleventh", "Friday (Jun-15)". */
function readDated(look: Look, at: number): Parsed | undefined {
  const mark = wordAt(look, at).text
  const isBracket = mark === '('
  const from = isBracket || /^[,-]$/.test(mark) ? at + 1 : at
  if (mark === 'the') {
    const day = readOrdinal(look, at + 1)
    if (!day || day.n > 31 || look.today === undefined || /^(?:of|[a-z]+)$/.test(wordAt(look, day.to).text))
      return undefined
    return { to: day.to, type: 'DATE', ...onDay(day.n, look.today) }
  }
  const day = readMonthDay(look, from) ?? (isBracket ? undefined : readPairAfterWeekday(look, from))
  if (!day) return undefined
  if (!isBracket) return day
  return pass(look, day.to, ')') === undefined ? undefined : { ...day, to: day.to + 1 }
}

function onDay(day: number, today: number): Pick<Parsed, 'period'> {
  const { year, month } = dateOf(today)
  const period = realDay(year, month, day)
  return period ? { period } : {}
}

/** "of next week", "next week", "of the following week". */
function readWeekAfter(look: Look, at: number): { by: number; to: number } | undefined {
  const isOf = wordAt(look, at).text === 'of'
  if (!isOf && !/^(?:last|next)$/.test(wordAt(look, at).text)) return undefined
  const after = isOf ? at + 1 : at
  const from = wordAt(look, after).text === 'the' ? after + 1 : after
  const by = WEEKS.get(wordAt(look, from).text)
  return by !== undefined && wordAt(look, from + 1).text === 'week' ? { by, to: from + 2 } : undefined
}

const WEEKS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    last: -1,
    previous: -1,
    past: -1,
    this: 0,
    next: 1,
    following: 1,
    coming: 1,
  }),
)

/** "next week Wednesday", "previous week - Monday". */
function readInWeek(look: Look, at: number): Parsed | undefined {
  const by = WEEKS.get(wordAt(look, at).text)
  if (by === undefined || wordAt(look, at + 1).text !== 'week') return undefined
  const name = readName(look, /^[-,]$/.test(wordAt(look, at + 2).text) ? at + 3 : at + 2)
  return name && !name.isShort ? dayIn(by, name.weekday, look, name.to) : undefined
}

/** "on the 18th"; "the thirty-first day of the month". */
export function readDayOfMonth(look: Look, at: number): Parsed | undefined {
  if (wordAt(look, at).text !== 'the') return undefined
  const day = readOrdinal(look, at + 1)
  if (!day || day.n < 1 || day.n > 31) return undefined
  if (wordAt(look, day.to).text === 'day' && wordAt(look, day.to + 1).text === 'of')
    return readDayOf(look, day.n, day.to + 2)
  const after = wordAt(look, day.to)
  const isLast =
    after.text === '' ||
    !/^[\p{L}\p{N}-]/u.test(after.text) ||
    /^(?:and|to|at|in|for|with|when|but|as)$/.test(after.text)
  const isOnDay = wordAt(look, at - 1).text === 'on' && wordAt(look, at + 1).number !== undefined && isLast
  if (!isOnDay) return undefined
  const open = `XXXX-XX-${String(day.n).padStart(2, '0')}`
  return { to: day.to, type: 'DATE', open, near: (today, tense) => nearestMonth(day.n, today, tense === 'future') }
}

function nearestMonth(day: number, today: number, isAhead: boolean) {
  const month = periodOf('month', today)
  const months = isAhead ? [0, 1, 2] : [0, -1, -2]
  const all = months.flatMap((by) => {
    const { year, month: number } = dateOf(shift(month, by).start)
    return realDay(year, number, day) ?? []
  })
  return all.find(({ start }) => (isAhead ? start >= today : start <= today))
}

function readDayOf(look: Look, day: number, at: number): Parsed | undefined {
  const named = readMonthDay(
    {
      ...look,
      words: [
        { ...wordAt(look, at), text: String(day), number: day, start: 0, end: 2, isGlued: false },
        ...look.words.slice(at, at + 4),
      ],
    },
    0,
  )
  if (named) return { ...named, to: named.to + at - 1 }
  const from = wordAt(look, at).text
  const by = from === 'the' || from === 'this' ? 0 : from === 'next' ? 1 : from === 'last' ? -1 : undefined
  if (by === undefined || wordAt(look, at + 1).text !== 'month') return undefined
  if (look.today === undefined) return { to: at + 2, type: 'DATE' }
  const { year, month } = dateOf(shift(periodOf('month', look.today), by).start)
  const period = realDay(year, month, day)
  return { to: at + 2, type: 'DATE', ...(period && { period }) }
}
