// The days that an edition tells of: the seven before the day on which it is issued, from midnight to midnight in the time zone of
// its watch. It is named by the ISO week in which the last of them lies.
import type { Days } from '../model/attribution.ts'
import { type Edge, isBefore, isDayAlone } from '../model/edge.ts'
import type { Day, Instant } from '../model/id.ts'
import { type Watch, WEEKDAYS } from '../model/watch.ts'
import { daysOfWeek, weekOf } from './iso-week.ts'

export interface Period {
  readonly from: Edge
  readonly until: Edge
}

type Issued = Pick<Watch, 'weekday' | 'zone'>

const UTC_MONDAY: Issued = { weekday: 'monday', zone: 'UTC' }

/** The period of the week's edition; undefined for what is no ISO week. */
export function periodOf(week: string, { weekday, zone }: Issued = UTC_MONDAY): Period | undefined {
  const days = daysOfWeek(week)
  if (!days) return undefined
  const until = weekday === 'monday' ? days.until : addDays(days.from, WEEKDAYS.indexOf(weekday))
  return { from: edgeOf(addDays(until, -7), zone), until: edgeOf(until, zone) }
}

/** The days of a period, half-open. */
export function daysOfPeriod({ from, until }: Period): Days {
  return { from: from.day, until: until.day }
}

/** The week of the edition that tells of the moment. */
export function weekOfMoment(moment: Instant, { weekday, zone }: Issued = UTC_MONDAY): string {
  const day = dayOfMoment(moment, zone)
  const past = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6 - WEEKDAYS.indexOf(weekday) + 7) % 7 // days since one was issued
  return weekOf(addDays(day, 6 - past))
}

/** The day that a moment lies in, as calendars of the zone have it. */
export function dayOfMoment(moment: Instant, zone: string): Day {
  return zone === 'UTC' || isDayAlone(moment) ? moment.slice(0, 10) : dayIn(zone, Date.parse(moment))
}

/** The days of a period one by one. */
export function listDays({ from, until }: Period): Day[] {
  const days: Day[] = []
  for (let { day } = from; day < until.day; day = addDays(day, 1)) days.push(day)
  return days
}

/** True for what was printed in the period. */
export function isWithin(printed: Instant, { from, until }: Period): boolean {
  return !isBefore(printed, from) && isBefore(printed, until)
}

/** True for a time zone that there is. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false // a RangeError says no more than that
  }
}

// In UTC a day is its own beginning. Elsewhere it begins with the first minute that calendars there count to it, which is not
// midnight where clocks are put forward at that hour.
function edgeOf(day: Day, zone: string): Edge {
  if (zone === 'UTC') return { day, at: day }
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let [before, after] = [midnight / MINUTE - FURTHEST, midnight / MINUTE + FURTHEST]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayIn(zone, middle * MINUTE) < day) before = middle
    else after = middle
  }
  return { day, at: new Date(after * MINUTE).toISOString() }
}

const MINUTE = 60_000
const FURTHEST = 15 * 60 // minutes: zones lie at most 14 hours ahead and 12 behind

function dayIn(zone: string, time: number): Day {
  const parts = calendarOf(zone).formatToParts(time)
  const part = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(zone, made)
  return made
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
