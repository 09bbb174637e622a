// Every hash, every entry of the log, every span and every piece of evidence, tried against what is stored.
import type { Breach } from '../archive/breach.ts'
import { checkDerived } from '../archive/check-derived.ts'
import { checkTruth } from '../archive/check-truth.ts'
import { countStored, type StoredCounts } from '../archive/count-stored.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Desk } from './desk.ts'

export type { Breach } from '../archive/breach.ts'

/** What was tried and what was wrong with it. */
export interface Checked {
  readonly counts: StoredCounts
  readonly breaches: readonly Breach[]
}

/** Tries everything the desk holds. An empty list of breaches: all of it holds. Changes nothing. */
export function check({ store }: Pick<Desk, 'store'>): Checked {
  const breaches: Breach[] = []
  for (const [file, findBreaches] of [
    ['truth.db', checkTruth],
    ['derived.db', checkDerived],
  ] as const) {
    try {
      for (const breach of findBreaches(store)) breaches.push(breach)
    } catch (error) {
      breaches.push({ what: file, reason: unreadable(error) })
    }
  }
  return { counts: countStored(store), breaches }
}

// A page of the file that is gone, or a record that is no JSON any more, ends the look at that file and is a finding.
function unreadable(error: unknown): string {
  if (error instanceof ReadoutError && error.code === 'STORE_DAMAGED')
    return `it cannot be read to its end: ${error.message}`
  if (error instanceof SyntaxError) return `it holds a record that is not JSON: ${error.message}`
  if (error instanceof Error && 'errcode' in error) return `it cannot be read to its end: ${error.message}`
  throw error
}
