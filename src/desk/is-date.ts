// What the desk takes for a date.
import { parseInstant } from '../model/parse-instant.ts'

/** True where a report may be said to have been published then: an ISO date or time, or a date in English words. */
export function isDate(words: string): boolean {
  return parseInstant(words) !== undefined
}
