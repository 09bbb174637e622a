// What a walk had made when it ended, by kind: how many rows and their digest. What is there later is held against it.
import { createHash } from 'node:crypto'
import { digestOf } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import type { Row } from './connection.ts'
import type { Tables } from './tables.ts'

/** Rows of one kind, counted and digested in order. */
export interface Sum {
  readonly rows: number
  readonly digest: Digest
}

/** By kind: "doc", "reading", "fault", and each noun that was linked. */
export type Made = Readonly<Record<string, Sum>>

/** Adds up rows one by one, so that they need not all be held. */
export function makeSum(): { add(row: Row): void; end(): Sum } {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(row) {
      rows += 1
      hash.update(`${JSON.stringify(Object.values(row))}\n`)
    },
    end: () => ({ rows, digest: hash.digest('hex') }),
  }
}

/** The sum of rows that are at hand. */
export function sumOf(rows: Iterable<Row>): Sum {
  const sum = makeSum()
  for (const row of rows) sum.add(row)
  return sum.end()
}

/** The digest of a doc as it is kept. How far its sightings were looked at is no part of it: that moves on by itself. */
export function digestOfDoc(row: Omit<Tables['derived.doc'], 'seen' | 'digest'>): Digest {
  const { id, report, made_by, first, given, name, record } = row
  return digestOf(JSON.stringify([id, report, made_by, first, given, name, record]))
}

/** The digest of a reading as it is kept. */
export function digestOfReading({ doc, made_by, record }: Omit<Tables['derived.reading'], 'digest'>): Digest {
  return digestOf(JSON.stringify([doc, made_by, record]))
}

// A doc that a later one of its report has taken over from is not counted: a process that was late may still leave one.
const LATER = `select 1 from derived.doc later
  where later.report = d.report and later.made_by = d.made_by and later.seen > d.seen`

/** The rows to add up for each kind that is made report by report; each query takes the extractor and the reader. */
export const SUMMED: Readonly<Record<'doc' | 'reading' | 'fault', string>> = {
  doc: `select d.id, d.digest from derived.doc d
    where d.made_by = ?1 and ?2 is not null and not exists (${LATER}) order by d.id`,
  reading: `select r.doc, r.digest from derived.reading r where r.made_by = ?2 and ?1 is not null
    and not exists (select 1 from derived.doc d where d.id = r.doc and exists (${LATER})) order by r.doc`,
  fault: `select f.report, f.made_by, f.code, f.message from derived.fault f
    where f.made_by in (?1, ?2) order by f.report, f.made_by`,
}
