// From a date as people, pages and feeds write it to one instant in UTC, and the zone that it was written in.
import type { Instant } from './id.ts'
import { minutesAhead } from './zones.ts'

/** A date that was read: a day alone has no zone, a time without one has `none`. */
export interface Moment {
  readonly instant: Instant
  readonly local: string // what clocks and calendars showed there: 2031-05-03, 2031-05-03T14:05
  readonly ahead: number // minutes ahead of UTC; 0 where nobody can tell
  readonly zone?: string // as written
}

/** The instant that a date names; see `parseMoment`. */
export function parseInstant(words: string): Instant | undefined {
  return parseMoment(words)?.instant
}

/**
 * The moment that a date names: ISO 8601 or in English words. A day alone is its midnight; a time without a zone, or in
 * one that nobody can tell, is taken as UTC. Undefined where the words name no date between 1800 and 2200.
 */
export function parseMoment(words: string): Moment | undefined {
  const date = words.slice(0, 100).replace(/\s+/g, ' ').trim()
  const parts = parseIso(date) ?? parseWords(date)
  if (!parts) return undefined
  const { year, month, day, clock, zone } = parts
  const midnight = Date.UTC(year, month - 1, day)
  if (year < 1800 || year > 2200 || new Date(midnight).getUTCDate() !== day) return undefined // 2024-02-31
  if (month > 12 || clock?.some((part, at) => part > (CLOCK_ENDS[at] ?? 0))) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = clock ?? []
  const local = midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000
  const ahead = zone === undefined ? 0 : (minutesAhead(zone, local) ?? 0)
  const instant = new Date(Math.floor(local - ahead * 60_000)).toISOString()
  const shown = new Date(local).toISOString()
  return clock
    ? { instant, local: shown.slice(0, 'YYYY-MM-DDTHH:MM'.length), ahead, zone: zone ?? 'none' }
    : { instant, local: shown.slice(0, 'YYYY-MM-DD'.length), ahead }
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock?: readonly number[] // hours, minutes, seconds
  readonly zone?: string | undefined
}

const CLOCK_ENDS = [24, 59, 60.999]

// 2031-05-03, 2031-05-03T14:05:00.123+02:00, 20310503T140500Z, 2031/05/03 14:05 UTC
const ISO =
  /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?:(?:T| T?)(\d{2}):?(\d{2})(?::?(\d{2}(?:[.,]\d{1,9})?))?\s*(Z|[A-Z]{2,4}|[+-]\d{2}(?::?\d{2})?)?)?$/i

function parseIso(date: string): Parts | undefined {
  const found = ISO.exec(date)
  if (!found) return undefined
  const [, year, , month, day, hours, minutes, seconds = '0', zone] = found
  const on = { year: Number(year), month: Number(month), day: Number(day) }
  if (hours === undefined) return on
  return { ...on, clock: [Number(hours), Number(minutes), Number(seconds.replace(',', '.'))], zone }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
// 3 May 2031, 3rd of May, 2031, 03-May-2031 / May 3, 2031
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\\.?,?[ -](\\d{4})\\b`, 'i')
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i')
// 14:05, 14.05, 2:05 pm, 2 p.m., 14:05:00, 14h05, each with BST, ET, +0100 or GMT+1
const CLOCK =
  /\b(?:(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?|(\d{1,2})(?= ?[ap]\.?m))(?: ?([ap])\.?m\b\.?)?(?: ?\(?((?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|Z)\)?(?![a-z]))?/i
const NO_ZONE = /^(?:on|at|of|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|hrs)$/i
const BETWEEN =
  /^(?:[\s,|·•@–—()-]|\b(?:at|on|(?:mon|tues?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|hrs|local time)(?![a-z]))*$/i

function parseWords(date: string): Parts | undefined {
  const dayFirst = DAY_FIRST.exec(date)
  const found = dayFirst ?? MONTH_FIRST.exec(date)
  if (!found) return undefined
  const [whole, first = '', second = '', year] = found
  const [day, month] = dayFirst ? [first, second] : [second, first]
  const on = { year: Number(year), month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, day: Number(day) }
  const rest = date.replace(whole, ' | ')
  const time = CLOCK.exec(rest)
  if (!time) return BETWEEN.test(rest) ? on : undefined
  const [, hours, minutes = '0', seconds = '0', hour, half, named] = time
  const zone = named && !NO_ZONE.test(named) ? named : undefined
  const left = rest.replace(time[0], named && !zone ? ` ${named} ` : ' ')
  const clock = [toHours(Number(hours ?? hour), half), Number(minutes), Number(seconds)]
  return BETWEEN.test(left) && !Number.isNaN(clock[0]) ? { ...on, clock, zone } : undefined
}

/** 12 am -> 0, 2 pm -> 14, 14 -> 14; NaN for 14 pm. */
function toHours(hours: number, half: string | undefined): number {
  if (half === undefined) return hours
  if (hours < 1 || hours > 12) return Number.NaN
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
