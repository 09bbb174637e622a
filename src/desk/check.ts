// Every hash, every entry of the log, every span and every piece of evidence, tried against what is stored.
import type { Breach } from '../archive/breach.ts'
import { checkDerived } from '../archive/check-derived.ts'
import { checkTruth } from '../archive/check-truth.ts'
import { countStored, NOTHING_STORED, type StoredCounts } from '../archive/count-stored.ts'
import { inSnapshot } from '../archive/snapshot.ts'
import { countUnmade } from '../archive/unread.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Desk } from './desk.ts'
import { checkVersions, countVersions } from './editions/check-versions.ts'
import { isPending } from './is-pending.ts'

export type { Breach } from '../archive/breach.ts'

/** What was tried and what was wrong with it. */
export interface Checked {
  readonly counts: StoredCounts
  readonly breaches: readonly Breach[]
  readonly versions: number // of editions
  /** What is still to be made, and by what: no harm, but not the whole. Absent where nothing is pending. */
  readonly notYetMade?: string
}

/** Tries everything the desk holds. No breach and nothing left to make: all of it holds. Changes nothing. */
export function check(desk: Pick<Desk, 'store' | 'makers'>): Checked {
  try {
    return inSnapshot(desk.store, () => checkAll(desk))
  } catch (error) {
    if (error instanceof ReadoutError && error.code === 'STORE_DAMAGED') return checkAll(desk)
    throw error
  }
}

function checkAll(desk: Pick<Desk, 'store' | 'makers'>): Checked {
  const breaches: Breach[] = []
  for (const [file, findBreaches] of [
    ['truth.db', checkTruth],
    ['derived.db', checkDerived],
    ['the versions of editions', checkVersions],
  ] as const) {
    try {
      for (const breach of findBreaches(desk.store)) breaches.push(breach)
    } catch (error) {
      breaches.push({ what: file, reason: unreadable(error) })
    }
  }
  const tell = <T>(make: () => T, otherwise: T): T => {
    try {
      return make()
    } catch (error) {
      if (breaches.length === 0) throw error
      breaches.push({ what: 'what it holds', reason: unreadable(error) })
      return otherwise
    }
  }
  const counts = tell(() => countStored(desk.store), NOTHING_STORED)
  const versions = tell(() => countVersions(desk.store), 0)
  const notYetMade = tell(() => tellUnmade(desk, counts), undefined)
  return { counts, breaches, versions, ...(notYetMade !== undefined && { notYetMade }) }
}

function tellUnmade(
  { store, makers }: Pick<Desk, 'store' | 'makers'>,
  counts: Pick<StoredCounts, 'reports'>,
): string | undefined {
  if (!isPending({ store, makers })) return undefined
  const reports = countUnmade(store, makers)
  const left = reports > 0 ? `the ledger, with ${reports} of ${counts.reports} reports still to be read` : 'the ledger'
  const cure = store.isReadOnly ? 'it cannot be made here: the desk may not be written' : '"readout ledger" makes it'
  return `${left}; ${cure}`
}

// A page of the file that is gone, or a record that is no JSON any more, ends the look at that file and is a finding.
function unreadable(error: unknown): string {
  if (error instanceof ReadoutError && error.code === 'STORE_DAMAGED')
    return `it cannot be read to its end: ${error.message}`
  if (error instanceof SyntaxError) return `it holds a record that is not JSON: ${error.message}`
  if (error instanceof Error && 'errcode' in error) return `it cannot be read to its end: ${error.message}`
  throw error
}
