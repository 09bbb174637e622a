// All that a search found as text, portion by portion: CSV with a head line, or one JSON object a line. Each has its number, so
// that whoever reads it sees that none is missing.
import type { Hit } from '../../model/listing.ts'
import { HIT_FIELDS, hitRecord, type RecordContext } from './hit-record.ts'
import { writeCsvLine } from './write-csv.ts'

export type HitFormat = 'csv' | 'jsonl'

/** What stands before the first record. */
export function headOf(format: HitFormat, place: Hit['in']): string {
  return format === 'csv' ? writeCsvLine(HIT_FIELDS[place]) : ''
}

/** The records of a portion; `done`: how many were written before. */
export function writeHits(format: HitFormat, hits: readonly Hit[], done: number, context: RecordContext): string {
  return hits
    .map((hit, i) => {
      const record = hitRecord(hit, done + i + 1, context)
      if (format === 'jsonl') return `${JSON.stringify(record)}\n`
      return writeCsvLine(HIT_FIELDS[hit.in].map((field) => record[field]))
    })
    .join('')
}
