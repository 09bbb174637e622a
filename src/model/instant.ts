// Instants are ISO 8601 text in UTC, which sorts.
import type { Instant } from './id.ts'

/** The instant so many milliseconds later, or earlier where they are negative. */
export function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString()
}
