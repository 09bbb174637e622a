// Which year's fourth of March, which week's Tuesday: the nearest one on the side that the tense tells.
// "signed on March 4" -> the last one; "will sign on March 4" -> the next; where no verb decides, the nearest.
import { dateOf, dayAt, endOf, type Period, realDay, timexOf, two, weekdayOf } from './calendar.ts'
import type { OpenDay, Parsed, Tense } from './look.ts'

/** The one of the stretches, one a year, that the tense means. */
export function nearestYear(
  make: (year: number) => Period | undefined,
): (today: number, tense: Tense | undefined) => Period | undefined {
  return (today, tense) => {
    const { year } = dateOf(today)
    const all = YEARS_AROUND.flatMap((by) => make(year + by) ?? [])
    const last = all.findLast(({ start }) => start <= today)
    const next = all.find((period) => endOf(period) > today)
    if (tense === 'past' || !next) return last
    if (tense === 'future' || !last) return next
    return today - endOf(last) <= next.start - today ? last : next
  }
}

const YEARS_AROUND = Array.from({ length: 17 }, (_, i) => i - 8) // February 29 may be eight years off

/** The day of the week, from the one a week before today to the one a week after; on the day itself it is today. */
export function nearestWeekday(weekday: number): (today: number, tense: Tense | undefined) => Period {
  return (today, tense) => {
    const back = (weekdayOf(today) - weekday + 7) % 7
    const isAhead = tense === 'future' || tense === 'present'
    return { unit: 'day', start: isAhead && back > 0 ? today + 7 - back : today - back }
  }
}

/** A day with or without its year. One that no calendar has comes to its month, or to nothing. */
export function parsedDay(to: number, day: OpenDay): Parsed {
  const open = `${day.year === undefined ? 'XXXX' : String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`
  const isOnceReal = day.day <= (LONGEST[day.month - 1] ?? 0)
  if (day.year === undefined) {
    if (!isOnceReal) return { to, type: 'DATE', open, day }
    return { to, type: 'DATE', open, day, near: nearestYear((year) => realDay(year, day.month, day.day)) }
  }
  const period = realDay(day.year, day.month, day.day)
  if (period) return { to, type: 'DATE', period, day }
  const month = timexOf({ unit: 'month', start: dayAt(day.year, day.month, 1) })
  return { to, type: 'DATE', open, day, ...(month && { value: month }) }
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
