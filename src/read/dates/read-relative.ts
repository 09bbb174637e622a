// Stretches counted from the day of publication, or from the date named last: "yesterday", "last week", "two years ago",
// "the following day", "three weeks later".
import { type Period, periodOf, shift, type Unit } from './calendar.ts'
import { type Look, type Parsed, pass, type Tense, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { LENGTHS, UNITS } from './time-words.ts'

/** The stretch that begins at the word. */
export function readRelative(look: Look, at: number): Parsed | undefined {
  return readNamed(look, at) ?? readThisUnit(look, at) ?? readAgo(look, at)
}

/** "today", "the day before yesterday", "tomorrow". */
function readNamed(look: Look, at: number): Parsed | undefined {
  const day = pass(look, at, 'the', 'day', 'before', 'yesterday') ?? pass(look, at, 'the', 'day', 'after', 'tomorrow')
  if (day !== undefined)
    return { to: day, type: 'DATE', ...dayFromToday(look, wordAt(look, day - 1).text === 'tomorrow' ? 2 : -2) }
  const by = DAYS.get(wordAt(look, at).text)
  return by === undefined ? undefined : { to: at + 1, type: 'DATE', ...dayFromToday(look, by) }
}

function dayFromToday({ today }: Look, by: number): Pick<Parsed, 'period'> {
  return today === undefined ? {} : { period: { unit: 'day', start: today + by } }
}

const DAYS: ReadonlyMap<string, number> = new Map(Object.entries({ today: 0, yesterday: -1, tomorrow: 1 }))
const FROM_TODAY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    this: 0,
    current: 0,
    last: -1,
    past: -1,
    next: 1,
    coming: 1,
    upcoming: 1,
  }),
)
const FROM_ANCHOR: ReadonlyMap<string, number> = new Map(
  Object.entries({ that: 0, same: 0, following: 1, previous: -1, preceding: -1 }),
)

/** "this week", "last year", "the coming month"; "the same day", "the following week", counted from the date named last. */
export function readThisUnit(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const { text } = wordAt(look, from)
  const hasArticle = from > at
  const besides = text === 'this' && /^(?:past|last|coming)$/.test(wordAt(look, from + 1).text) ? 1 : 0
  const unit = UNITS.get(wordAt(look, from + 1 + besides).text)
  const to = from + 2 + besides
  if (unit && isWhole(look, to)) {
    const by = FROM_TODAY.get(besides ? wordAt(look, from + 1).text : text)
    // "the last day" is the end of something, "the next day" is that after the date named last
    if (by !== undefined && !(unit === 'day' && text === 'last')) {
      const isNarrated = hasArticle && text === 'next'
      return { to, type: 'DATE', ...counted(look, unit, by, isNarrated) }
    }
    const back = FROM_ANCHOR.get(text)
    if (back !== undefined && (unit !== 'century' || hasArticle))
      return { to, type: 'DATE', ...counted(look, unit, back, true) }
  }
  return hasArticle ? readTheUnit(look, at) : undefined
}

/** "the day before", "the year", "the month"; not "the day of the vote", "the year that". */
function readTheUnit(look: Look, at: number): Parsed | undefined {
  const unit = UNITS.get(wordAt(look, at + 1).text)
  if (!unit || unit === 'decade' || unit === 'century') return undefined
  const to = at + 2
  const next = wordAt(look, to).text
  if (/^(?:before|after|earlier|later)$/.test(next)) {
    const isPlain = !/^[\p{L}\p{N}]/u.test(wordAt(look, to + 1).text)
    return isPlain
      ? { to: to + 1, type: 'DATE', ...counted(look, unit, /^(?:before|earlier)$/.test(next) ? -1 : 1, true) }
      : undefined
  }
  if (unit === 'weekend' && isWhole(look, to)) return { to, type: 'DATE', near: nearestWeekend }
  if (
    !isWhole(look, to) ||
    /^(?:of|that|when|the|he|she|they|it|we|i|in|is|was|on|to|a|an|with|where|who|[-’'])$/.test(next)
  ) {
    const isToDate = unit === 'year' && pass(look, to, 'to', 'date') !== undefined
    return isToDate ? { to: to + 2, type: 'DATE', ...counted(look, unit, 0, false), mod: 'START' } : undefined
  }
  const isCued =
    /^(?:in|for|of|during|through|throughout|this|by|on|into|within|over|around|all|earlier|later|late|early|mid)$/.test(
      wordAt(look, at - 1).text,
    )
  const isEnd = !/^[\p{L}\p{N}]/u.test(next)
  return isCued || (isEnd && unit !== 'day') ? { to, type: 'DATE', ...counted(look, unit, 0, false) } : undefined
}

// "over the weekend" is the last one, in a report of Monday; "will meet at the weekend" the next
function nearestWeekend(today: number, tense: Tense | undefined): Period {
  const own = periodOf('weekend', today)
  const isAhead = tense === 'future' || tense === 'present'
  return !isAhead && own.start > today ? shift(own, -1) : own
}

function isWhole(look: Look, to: number): boolean {
  const after = wordAt(look, to)
  return !after.isGlued || !/^[-\p{L}\p{N}]/u.test(after.text)
}

/** The stretch so many after the one that holds today, or the date named last. */
function counted({ today, anchor }: Look, unit: Unit, by: number, isNarrated: boolean): Pick<Parsed, 'period'> {
  const from = isNarrated ? (anchor?.start ?? today) : today
  return from === undefined ? {} : { period: shift(periodOf(unit, from), by) }
}

/** "three years ago", "two weeks earlier", "3 days from now", "a week later". Coarse as the unit is. */
function readAgo(look: Look, at: number): Parsed | undefined {
  const count = readCount(look, at)
  const start = count?.to ?? at
  const length = LENGTHS.get(wordAt(look, start).text)
  if (!count || !length) return undefined
  const to = start + 1
  const direction = readDirection(look, to)
  if (!direction) return undefined
  const [, , unit] = length
  const { anchor, today } = look
  const from = direction.isNarrated ? (anchor?.start ?? today) : today
  if (from === undefined) return { to: direction.to, type: 'DATE' }
  if (count.n === 'X') return { to: direction.to, type: 'DATE', value: direction.by < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  if (!unit) return { to: direction.to, type: 'DATE', ...ofTheDay(from, count.n, length[1], direction.by) }
  const period = move({ unit: 'day', start: from }, unit, direction.by * count.n)
  return { to: direction.to, type: 'DATE', ...(period && { period }) }
}

// "five hours ago" is on the day; more than a day's hours tell no day
function ofTheDay(from: number, n: number, unit: string, by: number): Pick<Parsed, 'period' | 'value'> {
  if (unit === 'FN') return { period: { unit: 'week', start: periodOf('week', from + 14 * by * n).start } }
  if (unit === 'NI') return { period: { unit: 'day', start: from + by * n } }
  return n <= 24 ? { period: { unit: 'day', start: from } } : { value: by < 0 ? 'PAST_REF' : 'FUTURE_REF' }
}

function readDirection(look: Look, at: number): { by: -1 | 1; to: number; isNarrated: boolean } | undefined {
  const { text } = wordAt(look, at)
  const next = wordAt(look, at + 1).text
  if (text === 'ago') return { by: -1, to: at + 1, isNarrated: false }
  if (text === 'hence') return { by: 1, to: at + 1, isNarrated: false }
  if (/^(?:from|after|before)$/.test(text) && /^(?:now|today)$/.test(next)) {
    return { by: text === 'before' ? -1 : 1, to: at + 2, isNarrated: false }
  }
  if (text === 'earlier' || text === 'before') {
    const isPlain = text === 'earlier' || !/^[\p{L}\p{N}]/u.test(next)
    return isPlain ? { by: -1, to: at + 1, isNarrated: true } : undefined
  }
  return text === 'later' ? { by: 1, to: at + 1, isNarrated: true } : undefined
}

/** The stretch of the unit that is so many units from the day. Years from 1 to 9999 only. */
function move({ start }: Period, unit: Unit, by: number): Period | undefined {
  if (Math.abs(by) > 9000) return undefined
  return shift(periodOf(unit, start), by)
}
