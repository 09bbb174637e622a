// Weeks as ISO 8601 counts them: from Monday to Sunday, week 1 being the one that holds the year's first Thursday.
// All in UTC, like every instant of a desk.
import type { Days } from '../model/attribution.ts'
import type { Day, Instant } from '../model/id.ts'

const DAY_MS = 86_400_000
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The week of an instant or a day, such as 2024-W07. */
export function weekOf(moment: Instant | Day): string {
  const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`)
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * DAY_MS)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const number = Math.floor((thursday.getTime() - first) / (7 * DAY_MS)) + 1
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`
}

/** The week before; of what is no ISO week itself. */
export function weekBefore(week: string): string {
  const days = daysOfWeek(week)
  return days ? weekOf(dayOf(Date.parse(`${days.from}T00:00:00Z`) - 7 * DAY_MS)) : week
}

/** The days of a week, half-open from Monday; nothing for what is no ISO week (2024-W60, "next week"). */
export function daysOfWeek(week: string): Days | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!match) return undefined
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4)) // 4 January lies in week 1
  const firstMonday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS
  const monday = firstMonday + (Number(match[2]) - 1) * 7 * DAY_MS
  const from = dayOf(monday)
  return weekOf(from) === week ? { from, until: dayOf(monday + 7 * DAY_MS) } : undefined
}

/** 2031-03-04 -> "4 March 2031". */
export function dayWords(moment: Instant | Day): string {
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`
}

/** 2031-W10 -> "3 to 9 March 2031"; years and months are said once where they can be. */
export function weekWords(week: string): string {
  const days = daysOfWeek(week)
  return days ? daysWords(days) : week
}

/** The days from 3 March up to 10 March 2031 -> "3 to 9 March 2031". */
export function daysWords(days: Days): string {
  const last = dayOf(Date.parse(`${days.until}T00:00:00Z`) - DAY_MS)
  const end = dayWords(last)
  const start = dayWords(days.from).split(' ')
  if (days.from.slice(0, 7) === last.slice(0, 7)) return `${start[0]} to ${end}`
  return days.from.slice(0, 4) === last.slice(0, 4)
    ? `${start[0]} ${start[1]} to ${end}`
    : `${start.join(' ')} to ${end}`
}

function dayOf(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
