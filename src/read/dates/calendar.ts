// Stretches of the calendar that news names: a day, a week, a season, a decade. Days are counted from 1970-01-01, and
// what a stretch is called is as in TIMEX3: 2031-03-05, 2031-W10, 2031-Q1, 2030-FA, 203 (the 2030s), 20 (the 21st century).
import type { Day } from '../../model/id.ts'

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/** One stretch: the unit and its first day. */
export interface Period {
  readonly unit: Unit
  readonly start: number
}

/** The stretch that holds the day; of weekends the one in the day's week. */
export function periodOf(unit: Unit, day: number): Period {
  const { year, month } = dateOf(day)
  if (unit === 'day') return { unit, start: day }
  if (unit === 'week') return { unit, start: mondayOf(day) }
  if (unit === 'weekend') return { unit, start: mondayOf(day) + 5 }
  if (unit === 'year') return { unit, start: dayAt(year, 1, 1) }
  if (unit === 'decade') return { unit, start: dayAt(year - (year % 10), 1, 1) }
  if (unit === 'century') return { unit, start: dayAt(year - (year % 100), 1, 1) }
  if (unit === 'season') return { unit, start: dayAt(year, month - (month % 3), 1) } // from March, June, September, December
  const months = MONTHS_IN[unit]
  return { unit, start: dayAt(year, month - ((month - 1) % months), 1) }
}

/** The stretch of the same unit so many further on. */
export function shift({ unit, start }: Period, by: number): Period {
  if (unit === 'day') return { unit, start: start + by }
  if (unit === 'week' || unit === 'weekend') return { unit, start: start + 7 * by }
  const { year, month } = dateOf(start)
  return { unit, start: dayAt(year, month + by * MONTHS_IN[unit], 1) }
}

/** The day after its last. */
export function endOf(period: Period): number {
  return period.unit === 'weekend' ? period.start + 2 : shift(period, 1).start
}

/** What TIMEX3 calls it; undefined outside the years 1 to 9999. */
export function timexOf({ unit, start }: Period): string | undefined {
  if (!isWritable(start)) return undefined
  const { year, month } = dateOf(start)
  const years = String(year).padStart(4, '0')
  if (unit === 'day') return writeDay(start)
  if (unit === 'month') return `${years}-${two(month)}`
  if (unit === 'quarter') return `${years}-Q${(month + 2) / 3}`
  if (unit === 'half') return `${years}-H${month < 7 ? 1 : 2}`
  if (unit === 'season') return `${years}-${SEASON_VALUES[Math.floor(month / 3) % 4]}`
  if (unit === 'year') return years
  if (unit === 'decade') return years.slice(0, 3)
  if (unit === 'century') return years.slice(0, 2)
  const thursday = mondayOf(start) + 3
  const { year: weekYear } = dateOf(thursday)
  const week = Math.floor((thursday - dayAt(weekYear, 1, 1)) / 7) + 1
  return `${weekYear}-W${two(week)}${unit === 'weekend' ? '-WE' : ''}`
}

const MONTHS_IN = { month: 1, quarter: 3, season: 3, half: 6, year: 12, decade: 120, century: 1200 } as const
export const SEASON_VALUES = ['WI', 'SP', 'SU', 'FA']
const MS_A_DAY = 86_400_000

/** The day's number; months beyond twelve run into the next years. */
export function dayAt(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day) // Date.UTC takes the year 31 for 1931
  return Math.round(date.getTime() / MS_A_DAY)
}

/** The day, or undefined where the calendar has none: February 30. */
export function realDay(year: number, month: number, day: number): Period | undefined {
  const start = dayAt(year, month, day)
  return dateOf(start).month === month && day > 0 ? { unit: 'day', start } : undefined
}

export function dateOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS_A_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1
}

/** The first day of a week by its number as ISO 8601 counts; undefined where the year has no such week. */
export function weekAt(year: number, week: number): Period | undefined {
  const start = mondayOf(dayAt(year, 1, 4)) + 7 * (week - 1)
  const isIn = week >= 1 && dateOf(start + 3).year === year
  return isIn ? { unit: 'week', start } : undefined
}

export function writeDay(day: number): Day {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}

/** The day that an instant or a day in ISO 8601 begins with; undefined where it begins with none. */
export function readDay(instant: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(instant) ?? []
  return day === undefined ? undefined : realDay(Number(year), Number(month), Number(day))?.start
}

/** True for a day in the years 1 to 9999. */
export function isWritable(day: number): boolean {
  return day >= FIRST && day < LAST
}

const FIRST = dayAt(1, 1, 1)
const LAST = dayAt(10_000, 1, 1)

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
