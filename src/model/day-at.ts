// The day that "today" is in the words of a report.
import type { Doc } from './doc.ts'
import type { Day } from './id.ts'
import { later } from './instant.ts'
import { parseMoment } from './parse-instant.ts'

/**
 * The day on which the words at the offset (UTF-16 units) were printed, by the calendar where that was; of live coverage, that of their
 * entry. Undefined for an undated doc.
 */
export function dayAt(doc: Pick<Doc, 'published' | 'entries' | 'fields'>, offset: number): Day | undefined {
  const { published, entries = [] } = doc
  const at = entries.find(({ span }) => span.start <= offset && offset < span.end)?.at ?? published
  const ahead = minutesAheadOf(doc)
  return (at && ahead !== 0 ? later(at, ahead * 60_000) : at)?.slice(0, 10)
}

/** The zone of the printing as the doc's date was written; 0 where that says none. */
// 2031-03-04T22:30:00-05:00 is 5 March in UTC, and "today" in the report is the fourth
function minutesAheadOf({ published, fields }: Pick<Doc, 'published' | 'fields'>): number {
  const written = fields.find(({ name }) => name === 'published')?.value
  const moment = written === undefined ? undefined : parseMoment(written)
  return moment && moment.instant === published ? moment.ahead : 0
}
