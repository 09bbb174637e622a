// Tries the rows of the truth by themselves, as they go by: bytes by their digest, records by their id, the log by its chain.
import type { Decision, LogEntry } from '../../model/decision.ts'
import { digestOf } from '../../model/digest.ts'
import type { Breach } from '../breach.ts'
import { BEFORE_ALL, digestOfEntry, type Head } from '../log.ts'
import type { Row } from '../statement.ts'

export interface RowChecks {
  /** What is wrong with these rows of a table of the truth; tables come by name, each in the order of its key. */
  add(table: string, rows: readonly Row[]): Breach[]
  /** What is wrong with records that were changed, once all went by: those that a removal among the decisions accounts for are not. */
  end(): Breach[]
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
  const changed: { readonly key: string; readonly breach: Breach }[] = []
  const accounted = new Set<string>()
  const tryRecord = (noun: 'capture' | 'decision', { number, id, record }: Row): undefined => {
    const text = String(record)
    const digest = digestOf(text)
    if (digest === id) {
      for (const key of noun === 'decision' ? removedBy(text) : []) accounted.add(key)
      return
    }
    const what = `${noun} ${String(number)} (${String(id).slice(0, 12)})`
    const breach = { what, reason: 'its record was changed: it has another digest' }
    changed.push({ key: `${noun} ${String(id)} ${digest}`, breach })
  }
  const tries: Readonly<Record<string, (row: Row) => Breach | undefined>> = {
    log: tryEntry,
    payload: tryPayload,
    capture: (row) => tryRecord('capture', row),
    decision: (row) => tryRecord('decision', row),
  }
  return {
    add: (table, rows) => rows.flatMap((row) => tries[table]?.(row) ?? []),
    end: () => changed.flatMap(({ key, breach }) => (accounted.has(key) ? [] : breach)),
    head: () => head,
  }
}

function tryPayload({ digest, bytes }: Row): Breach | undefined {
  if (bytes instanceof Uint8Array && digestOf(bytes) === digest) return undefined
  return { what: `payload ${String(digest)}`, reason: 'its bytes were changed' }
}

// The records that a removal says it changed, each with the digest of what stands there now.
function removedBy(text: string): string[] {
  if (!text.includes('"kind":"withdraw"')) return []
  const { ruling } = JSON.parse(text) as Pick<Decision, 'ruling'>
  if (ruling.kind !== 'withdraw') return []
  const { captures, decisions } = ruling.removal
  return [
    ...captures.map(({ id, now }) => `capture ${id} ${now}`),
    ...decisions.map(({ id, now }) => `decision ${id} ${now}`),
  ]
}
