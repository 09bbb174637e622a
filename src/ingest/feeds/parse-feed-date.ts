// Dates as feeds write them: RFC 822 and its many slips, W3CDTF and ISO 8601 with week and ordinal days, asctime. A date
// without a zone is taken as UTC, a month or year alone as its first day.
import type { FeedDate } from '../../model/feed.ts'
import type { Instant } from '../../model/id.ts'
import { minutesAhead } from '../../model/zones.ts'

/** The date as given, and its instant where the words name one. Undefined for no words. */
export function parseFeedDate(given: string | undefined): FeedDate | undefined {
  const words = given?.trim()
  if (!words) return undefined
  const at = findInstant(words.slice(0, 100)) // none is longer; what is has other words in it
  return at === undefined ? { given: words } : { given: words, at }
}

function findInstant(words: string): Instant | undefined {
  const seconds = words.length <= 16 && /^\d{9,13}$/.test(words) ? Number(words) : undefined
  if (seconds !== undefined) return toInstant(words.length > 10 ? seconds : seconds * 1000) // a Unix time
  return findBasicIso(words) ?? findIso(words) ?? findInWords(words)
}

// 2031-03-04T09:30:00+02:00, 2031-03, 2031, 2031-063, 2031-W10-2, 2031-3-4 9:30
const ISO =
  /^(\d{4})(?:-(?:(\d{1,2})(?:-(\d{1,2}))?(?!\d)|(\d{3})|W(\d{2})(?:-?([1-7]))?))?(?:(?:\s*T\s*|\s+)(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?)?\s*((?:[a-z]{0,4}\s*[+-]\s*\d{1,2}:?\d{0,2}|\(?[a-z]{1,5}\)?)?)$/i

function findIso(words: string): Instant | undefined {
  const [, year, month, day, ordinal, week, weekday, hour, minute, second, zone = ''] = ISO.exec(words) ?? []
  if (year === undefined) return undefined
  const days = ordinal
    ? dayOfYear(Number(year), Number(ordinal))
    : week
      ? dayOfWeek(Number(year), Number(week), Number(weekday ?? 1))
      : dayOf(Number(year), Number(month ?? 1), Number(day ?? 1))
  return join(days, timeOf(hour, minute, second), zone)
}

// 20310304T093000Z, 20310304
const BASIC =
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?)?\s*((?:[a-z]{0,4}\s*[+-]\s*\d{1,2}:?\d{0,2}|\(?[a-z]{1,5}\)?)?)$/i

function findBasicIso(words: string): Instant | undefined {
  const [, year, month, day, hour, minute, second, zone = ''] = BASIC.exec(words) ?? []
  if (year === undefined) return undefined
  return join(dayOf(Number(year), Number(month), Number(day)), timeOf(hour, minute, second), zone)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Tue, 04 Mar 2031 09:30:00 GMT · Tuesday, March 4th, 2031 9:30 am · Tue Mar 4 09:30:00 2031 · 04-Mar-31 09:30 */
function findInWords(words: string): Instant | undefined {
  const time = /\b(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])(?:\.?m\b\.?|(?![a-z])))?/i.exec(words)
  const [, hour, minute, second, half] = time ?? []
  const before = time ? words.slice(0, time.index) : words
  const after = time ? words.slice(time.index + time[0].length).trim() : ''
  const [, numberBefore, monthName = '', numberAfter, yearAfter] =
    /(?:(\d{1,4})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]*(?:(\d{1,4})(?:st|nd|rd|th)?)?,?(?:[\s-]+(\d{2,4}))?/i.exec(
      before,
    ) ?? []
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1
  if (month === 0) return undefined
  // "4 Mar 2031", "Mar 4 2031", "Mar 4 09:30:00 2031", "2031 Mar 4"
  const [, trailing, rest = ''] = /^(?:([A-Za-z]{1,5}|[+-]\d{2}:?\d{2})\s+)?(\d{4})$/.exec(after) ?? []
  const isYearFirst = (numberBefore?.length ?? 0) > 2
  const day = isYearFirst ? numberAfter : (numberBefore ?? numberAfter)
  const year = isYearFirst ? numberBefore : numberBefore === undefined ? (yearAfter ?? rest) : numberAfter
  if (!day || !year) return undefined
  const clock = timeOf(half ? toFullDay(hour, half) : hour, minute, second)
  return join(dayOf(fullYear(year), month, Number(day)), clock, rest ? (trailing ?? '') : after)
}

function toFullDay(hour: string | undefined, half: string): string {
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0))
}

/** Two digits as RFC 2822 has them. */
function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

/** Milliseconds of a day's midnight; undefined for one that is not on the calendar. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : undefined
}

function dayOfYear(year: number, day: number): number | undefined {
  return day >= 1 && day <= 366 ? Date.UTC(year, 0, day) : undefined
}

/** ISO weeks begin on Monday; the first has 4 January in it. */
function dayOfWeek(year: number, week: number, weekday: number): number | undefined {
  if (week < 1 || week > 53) return undefined
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7
  return Date.UTC(year, 0, 4 - fourth + (week - 1) * 7 + weekday)
}

/** Milliseconds since midnight; 24:00 and leap seconds run over into what follows. */
function timeOf(hour = '0', minute = '0', second = '0'): number | undefined {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)]
  return hours <= 24 && minutes < 60 && seconds <= 60 ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : undefined
}

/** Milliseconds ahead of UTC: `+0200`, `+2:00`, `GMT+2`, `EST`, `(PST)`; a name that tells no one zone is taken as UTC. */
function zoneOf(words: string, local: number): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(words) ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  return (minutesAhead(/[A-Za-z]+/.exec(words)?.[0] ?? '', local) ?? 0) * 60_000
}

function join(day: number | undefined, time: number | undefined, zone: string): Instant | undefined {
  return day === undefined || time === undefined ? undefined : toInstant(day + time - zoneOf(zone, day + time))
}

/** Years outside 1900 to 2200 are slips. */
function toInstant(time: number): Instant | undefined {
  const date = new Date(time)
  const year = date.getUTCFullYear()
  return year >= 1900 && year <= 2200 ? date.toISOString() : undefined
}
