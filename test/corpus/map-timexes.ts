// From what a reader of dates found to the timexes of Recognizers-Text, which writes some things otherwise than TIMEX3 does.
// Each rule here is a convention, and stands in docs/decisions/0010-dates.md; none looks at a case.
import type { ParsedComponents, ParsedResult } from 'chrono-node'
import type { FoundTime } from '../../src/read/dates/find-times.ts'

/** Of each find the timexes that it may be written as. */
export function timexesOfOurs(found: readonly FoundTime[], reference: string): string[][] {
  const ends = new Set(found.flatMap(({ goesTo }) => (goesTo ? [goesTo.start] : [])))
  return found.flatMap((time): string[][] => {
    if (ends.has(time.start)) return [] // told with the one that begins the range
    if (time.goesTo) return [[rangeOf(time, time.goesTo, reference)]]
    if (time.type === 'DURATION' && !time.days) return [] // a length is of another type than those asked for
    if (time.type === 'SET' || time.value.endsWith('_REF')) return [] // and so are these
    return [[writtenAs(time)]]
  })
}

// A quarter or a half is written as a range; a season without a year as its two letters.
function writtenAs({ open, days, type }: FoundTime): string {
  const months = /^([\dX]{4})-([QH])(\d)$/.exec(open)
  const length = months?.[2] === 'Q' ? 3 : 6
  if (months?.[1] && days) {
    const [from, until] = [days.from, days.until].map((day) => (months[1] === 'XXXX' ? `XXXX${day.slice(4)}` : day))
    return `(${from},${until},P${length}M)`
  }
  if (type === 'DURATION' && days) return `(${days.from},${days.until},${inMonths(open)})`
  return open.replace(/^XXXX-(SP|SU|FA|WI)$/, '$1')
}

function inMonths(value: string): string {
  return value.replace(/^P(\d+)Q$/, (_, quarters) => `P${3 * Number(quarters)}M`)
}

// Both ends as the words have them, and the days between; "now" is the day that is counted from.
function rangeOf(first: FoundTime, second: FoundTime, reference: string): string {
  const ends = [first, second].map(({ open }) => (open === 'PRESENT_REF' ? reference.slice(0, 10) : open))
  const days = [first, second].map((time) => Date.parse(time.days?.from ?? reference.slice(0, 10)))
  const isReal = [first, second].every(({ days, value }) => days || value === 'PRESENT_REF')
  const length = isReal ? Math.round(((days[1] ?? 0) - (days[0] ?? 0)) / 86_400_000) : 'X'
  return `(${ends[0]},${ends[1]},P${length}D)`
}

/** The same of chrono-node, with all the forms that its certain and implied parts can be written as: the kindest reading. */
export function timexesOfChrono(found: readonly ParsedResult[]): string[][] {
  return found.map(({ start, end }) => {
    if (!end) return formsOf(start)
    const length = Math.round((dayOf(end) - dayOf(start)) / 86_400_000)
    const lengths = [`P${length}D`, `P${length / 7}W`, ...Array.from({ length: 40 }, (_, months) => `P${months}M`)]
    return formsOf(start).flatMap((from) =>
      formsOf(end).flatMap((to) => lengths.map((each) => `(${from},${to},${each})`)),
    )
  })
}

function dayOf(parts: ParsedComponents): number {
  return Date.UTC(parts.get('year') ?? 0, (parts.get('month') ?? 1) - 1, parts.get('day') ?? 1)
}

function formsOf(parts: ParsedComponents): string[] {
  const [year, month, day] = [parts.get('year') ?? 0, two(parts.get('month')), two(parts.get('day'))]
  const weekday = parts.get('weekday')
  const isWeekday = parts.isCertain('weekday') && !parts.isCertain('day')
  return [
    `${year}-${month}-${day}`,
    ...(parts.isCertain('year') ? [] : [`XXXX-${month}-${day}`]),
    ...(parts.isCertain('day')
      ? []
      : [`${year}-${month}`, `XXXX-${month}`, String(year), weekOf(dayOf(parts)), quarterOf(parts)]),
    ...(isWeekday ? [`XXXX-WXX-${weekday === 0 ? 7 : weekday}`] : []),
  ]
}

function quarterOf(parts: ParsedComponents): string {
  const first = Math.floor(((parts.get('month') ?? 1) - 1) / 3) * 3
  const day = (months: number) => new Date(Date.UTC(parts.get('year') ?? 0, months, 1)).toISOString().slice(0, 10)
  return `(${day(first)},${day(first + 3)},P3M)`
}

function weekOf(time: number): string {
  const weekday = (new Date(time).getUTCDay() + 6) % 7
  const thursday = new Date(time + (3 - weekday) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return `${thursday.getUTCFullYear()}-W${two(Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1)}`
}

function two(number: number | null | undefined): string {
  return String(number ?? 0).padStart(2, '0')
}
