// Where a stretch of days begins or ends: a day, and the instant at which that day begins somewhere.
import type { Day, Instant } from './id.ts'

/** The beginning of a day in a time zone. A day by itself is its beginning in UTC. */
export interface Edge {
  readonly day: Day
  readonly at: Instant
}

/** True for what was printed before the edge. */
export function isBefore(printed: Instant, edge: Day | Edge): boolean {
  if (typeof edge === 'string') return printed < edge
  return isDayAlone(printed) ? printed.slice(0, 10) < edge.day : printed < edge.at
}

/**
 * True where a day is all that is known. A page that bears a day and no hour stands at that day's midnight in UTC, and is of that
 * day wherever the desk is.
 */
export function isDayAlone(printed: Instant): boolean {
  return printed.length === 10 || MIDNIGHT.has(printed.slice(10)) // asked of every event of a week
}

const MIDNIGHT: ReadonlySet<string> = new Set(['T00:00:00Z', 'T00:00:00.000Z'])
