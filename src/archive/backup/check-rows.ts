// Tries the rows of the truth by themselves, as they go by: bytes by their digest, records by their id, the log by its chain.
import type { LogEntry } from '../../model/decision.ts'
import { digestOf } from '../../model/digest.ts'
import type { Breach } from '../breach.ts'
import type { Row } from '../connection.ts'
import { BEFORE_ALL, digestOfEntry, type Head } from '../log.ts'

export interface RowChecks {
  /** What is wrong with these rows of a table of the truth; each table comes in the order of its key. */
  add(table: string, rows: readonly Row[]): Breach[]
  /** Where the log that went by ends. */
  head(): Head
}

/** Checks for one walk over the truth. */
export function makeRowChecks(): RowChecks {
  let head: Head = { number: 0, before: BEFORE_ALL }
  const tryEntry = (row: Row): Breach | undefined => {
    const entry = row as unknown as LogEntry
    const what = `log entry ${entry.number}`
    const { number, before } = head
    head = { number: entry.number, before: digestOfEntry(entry) }
    if (entry.number !== number + 1) return { what, reason: `what stood between it and entry ${number} is gone` }
    if (entry.before !== before) return { what, reason: 'it does not carry the digest of the entry before it' }
    return undefined
  }
  const tries: Readonly<Record<string, (row: Row) => Breach | undefined>> = {
    log: tryEntry,
    payload: tryPayload,
    capture: (row) => tryRecord('capture', row),
    decision: (row) => tryRecord('decision', row),
  }
  return {
    add: (table, rows) => rows.flatMap((row) => tries[table]?.(row) ?? []),
    head: () => head,
  }
}

function tryPayload({ digest, bytes }: Row): Breach | undefined {
  if (bytes instanceof Uint8Array && digestOf(bytes) === digest) return undefined
  return { what: `payload ${String(digest)}`, reason: 'its bytes were changed' }
}

function tryRecord(noun: 'capture' | 'decision', { number, id, record }: Row): Breach | undefined {
  if (digestOf(String(record)) === id) return undefined
  const what = `${noun} ${String(number)} (${String(id).slice(0, 12)})`
  return { what, reason: 'its record was changed: it has another digest' }
}
