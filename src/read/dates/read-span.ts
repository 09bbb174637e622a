// Lengths that reach up to now or begin there: "the past two weeks", "the next 3 days". They come to days as well.
import { dateOf, dayAt, endOf, periodOf, shift, type Unit } from './calendar.ts'
import { type Look, type Parsed, skip, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { LENGTHS } from './time-words.ts'

/** "the past two weeks", "the next 3 days": a length, and the days it comes to. */
export function readSpan(look: Look, at: number): Parsed | undefined {
  const from = skip(look, at, /^(?:the|these|this)$/)
  const side = SIDES.get(wordAt(look, from).text)
  if (side === undefined) return undefined
  const count = isOneLong(look, at, from)
    ? { n: 1, to: from + 1 }
    : (readCount(look, from + 1) ?? { n: 'X' as const, to: from + 1 })
  const word = wordAt(look, count.to).text
  const length = LENGTHS.get(word)
  if (!length || (count.n === 'X' && count.to === from + 1 && !word.endsWith('s'))) return undefined
  const [before, after, unit] = length
  const days =
    count.n === 'X' || look.today === undefined || !unit || count.n > 9000
      ? undefined
      : daysOf(look.today, unit, side * count.n)
  return { to: count.to + 1, type: 'DURATION', value: `${before}${count.n}${after}`, ...(days && { days }) }
}

// "the past week", "over the last year" are lengths; "last week", "the last week of May" are dates
function isOneLong(look: Look, at: number, from: number): boolean {
  if (from === at || !/^(?:day|week|month|year|decade)$/.test(wordAt(look, from + 1).text)) return false
  const { text } = wordAt(look, from)
  const isOver = /^(?:over|in|during|for|within)$/.test(wordAt(look, at - 1).text)
  return text === 'past' || (text === 'last' && isOver && wordAt(look, from + 2).text !== 'of')
}

const SIDES: ReadonlyMap<string, 1 | -1> = new Map(
  Object.entries({ last: -1, past: -1, previous: -1, next: 1, coming: 1, following: 1 }),
)

// Days and weeks are counted from today; months, quarters and years from the ends of their own.
function daysOf(today: number, unit: Unit, by: number): readonly [number, number] {
  if (unit === 'day' || unit === 'week') {
    const length = (unit === 'day' ? 1 : 7) * by
    return by > 0 ? [today + 1, today + 1 + length] : [today + length, today]
  }
  if (unit === 'quarter') {
    const own = periodOf(unit, today)
    return by > 0 ? [endOf(own), shift(own, by + 1).start] : [shift(own, by).start, own.start]
  }
  const { year, month, day } = dateOf(today)
  const months = { month: 1, year: 12, decade: 120, century: 1200, weekend: 0, half: 6, season: 3 }[unit] * by
  const there = dayAt(year, month + months, Math.min(day, 28))
  return by > 0 ? [today, there] : [there, today]
}
