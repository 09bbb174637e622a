// How much a desk holds.
import type { Store } from './store.ts'

export interface StoredCounts {
  readonly log: number
  readonly captures: number
  readonly decisions: number
  readonly reports: number
  readonly payloads: number
  readonly docs: number
  readonly readings: number
  readonly faults: number
  readonly linked: number
}

const TABLES: Readonly<Record<keyof StoredCounts, string>> = {
  log: 'truth.log',
  captures: 'truth.capture',
  decisions: 'truth.decision',
  reports: 'truth.report',
  payloads: 'truth.payload',
  docs: 'derived.doc',
  readings: 'derived.reading',
  faults: 'derived.fault',
  linked: 'derived.linked',
}

/** Of a store that cannot be counted. */
export const NOTHING_STORED = Object.fromEntries(
  Object.keys(TABLES).map((kind) => [kind, 0]),
) as unknown as StoredCounts

/** The number of rows of each kind. */
export function countStored({ plain }: Pick<Store, 'plain'>): StoredCounts {
  const counts = Object.entries(TABLES).map(([kind, table]) => [
    kind,
    Number(plain.rows(`select count(*) as count from ${table}`)[0]?.count),
  ])
  return Object.fromEntries(counts) as StoredCounts
}
