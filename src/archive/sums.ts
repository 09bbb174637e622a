// How many rows there are of each kind that is made, and a digest of them all that does not depend on their order: the
// SHA-256 of each row as a number, added up modulo 2^256 (AdHash: Bellare and Micciancio 1997). So it is kept up to date
// by what is put in and taken away, in the transaction that does so, and whatever is there later is held against it.
import type { Transaction } from 'kysely'
import { digestOf } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import type { LinkedNoun } from '../model/linked-nouns.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** What is summed up, kind by kind. */
export type Kind = 'doc' | 'reading' | 'fault' | LinkedNoun

/** The columns of a row that go into the sum of its kind, in this order. */
export const SUMMED = {
  doc: ['id', 'digest'],
  reading: ['doc', 'made_by', 'digest'],
  fault: ['report', 'made_by', 'code', 'message'],
  linked: ['owner', 'id', 'sort', 'claim', 'doc', 'record'],
} as const

export interface Sum {
  readonly rows: number
  readonly digest: Digest
}

/** Rows of any kinds that come and go. */
export interface Tally {
  put(kind: Kind, row: object): void
  take(kind: Kind, row: object): void
  /** What that makes of the sums of before. Only kinds of which something came or went. */
  addTo(before: Sums): Sums
}

export type Sums = ReadonlyMap<Kind, Sum>

/** A tally of nothing yet. */
export function makeTally(): Tally {
  const changes = new Map<Kind, { rows: number; total: bigint }>()
  const count = (kind: Kind, row: object, sign: 1 | -1): void => {
    const change = changes.get(kind) ?? { rows: 0, total: 0n }
    const number = numberOf(kind, row)
    change.total += sign === 1 ? number : -number
    change.rows += sign
    changes.set(kind, change)
  }
  return {
    put: (kind, row) => count(kind, row, 1),
    take: (kind, row) => count(kind, row, -1),
    addTo: (before) =>
      new Map(
        [...changes].map(([kind, { rows, total }]) => {
          const was = before.get(kind) ?? NO_ROWS
          return [kind, { rows: was.rows + rows, digest: asDigest(BigInt(`0x${was.digest}`) + total) }]
        }),
      ),
  }
}

/** The sum of no rows. */
export const NO_ROWS: Sum = { rows: 0, digest: '0'.repeat(64) }

/** All sums as they are kept. */
export function findSums({ plain }: Pick<Store, 'plain'>): Sums {
  return asSums(plain.rows('select kind, rows, digest from derived.sum') as unknown as Tables['derived.sum'][])
}

/** Writes into the sums what came and went. */
export async function keepTally(trx: Transaction<Tables>, tally: Tally): Promise<void> {
  const before = asSums(await trx.selectFrom('derived.sum').selectAll().execute())
  for (const [kind, sum] of tally.addTo(before)) {
    await trx
      .insertInto('derived.sum')
      .values({ kind, ...sum })
      .onConflict((on) => on.column('kind').doUpdateSet({ ...sum }))
      .execute()
  }
}

function asSums(rows: readonly Tables['derived.sum'][]): Sums {
  return new Map(rows.map(({ kind, ...sum }) => [kind as Kind, sum]))
}

function numberOf(kind: Kind, row: object): bigint {
  const columns: readonly string[] = kind in SUMMED ? SUMMED[kind as keyof typeof SUMMED] : SUMMED.linked
  const values = columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])
  return BigInt(`0x${digestOf(JSON.stringify(values))}`)
}

function asDigest(number: bigint): Digest {
  return BigInt.asUintN(256, number).toString(16).padStart(64, '0')
}
