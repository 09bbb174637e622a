// Tries the rows of the truth by themselves, as they go by: bytes by their digest, records by their id, the log by its chain.
import type { LogEntry } from '../../model/decision.ts'
import { digestOf } from '../../model/digest.ts'
import type { Breach } from '../breach.ts'
import type { Row } from '../connection.ts'
import { BEFORE_ALL, digestOfEntry, type Head } from '../log.ts'

export interface RowChecks {
  /** What is wrong with these rows of a table of the truth; tables come by name, each in the order of its key. */
  add(table: string, rows: readonly Row[]): Breach[]
  /** What else is wrong, when all have gone by: records that are not as they were written, nor as a removal left them. */
  end(): Breach[]
  /** Where the log that went by ends. */
  head(): Head
}

/** Checks for one walk over the truth. */
export function makeRowChecks(): RowChecks {
  let head: Head = { number: 0, before: BEFORE_ALL }
  const otherwise = new Map<string, Breach>() // by noun, id and the digest that the record has
  const tryEntry = (row: Row): Breach | undefined => {
    const entry = row as unknown as LogEntry
    const what = `log entry ${entry.number}`
    const { number, before } = head
    head = { number: entry.number, before: digestOfEntry(entry) }
    if (entry.number !== number + 1) return { what, reason: `what stood between it and entry ${number} is gone` }
    if (entry.before !== before) return { what, reason: 'it does not carry the digest of the entry before it' }
    return undefined
  }
  const tryRecord = (noun: 'capture' | 'decision', { number, id, record }: Row): undefined => {
    const digest = digestOf(String(record))
    if (digest === id) return
    const what = `${noun} ${String(number)} (${String(id).slice(0, 12)})`
    otherwise.set(`${noun} ${String(id)} ${digest}`, { what, reason: 'its record was changed: it has another digest' })
  }
  const tries: Readonly<Record<string, (row: Row) => Breach | undefined>> = {
    log: tryEntry,
    payload: tryPayload,
    capture: (row) => tryRecord('capture', row),
    decision: (row) => tryRecord('decision', row),
    removal: ({ noun, id, becomes }) => {
      otherwise.delete(`${String(noun)} ${String(id)} ${String(becomes)}`)
      return undefined
    },
  }
  return {
    end: () => [...otherwise.values()],
    add: (table, rows) => rows.flatMap((row) => tries[table]?.(row) ?? []),
    head: () => head,
  }
}

function tryPayload({ digest, bytes }: Row): Breach | undefined {
  if (bytes instanceof Uint8Array && digestOf(bytes) === digest) return undefined
  return { what: `payload ${String(digest)}`, reason: 'its bytes were changed' }
}
