// When to come again, as an answer asks for it: Retry-After in seconds or as one of the three dates of HTTP (RFC 9110, 10.2.3, 5.6.7).
import type { Header } from '../../model/capture.ts'
import { headerOf } from '../../model/header.ts'

const MOST_MS = 30 * 24 * 60 * 60 * 1000 // beyond a month it is a mistake, and no number that a clock can be set by

const SECONDS = /^\d+$/
const DATE =
  /^(?:\w+, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w+, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/

/** Milliseconds from now, at least 0; undefined where nothing readable is asked for. */
export function readRetryAfter(headers: readonly Header[], now: number): number | undefined {
  const value = headerOf(headers, 'retry-after')
  if (value === undefined) return undefined
  if (SECONDS.test(value)) return Math.min(Number(value) * 1000, MOST_MS)
  if (!DATE.test(value)) return undefined
  const until = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`) // the form of asctime names no zone, and means GMT
  return Number.isNaN(until) ? undefined : Math.min(Math.max(until - now, 0), MOST_MS)
}
