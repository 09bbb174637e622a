// A page of lines as one walk along an index: what is wanted, in which order, from which key on.
import { ReadoutError } from '../../model/errors.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { type KeyPart, readCursor, writeCursor } from './cursor.ts'

/** One order of a list. */
export interface Order {
  readonly name: string // of list and order: a cursor of another is refused
  readonly key: readonly string[] // columns, the last of which tells equals apart
  readonly kinds: readonly ('string' | 'number')[]
  readonly isUp?: true // the least first; all others the greatest first
}

/** A query in pieces: `from` names the tables, each condition has its values. */
export interface Wanted {
  readonly select: string
  readonly from: string
  readonly where: readonly Condition[]
}

export type Condition = readonly [sql: string, ...values: unknown[]]

const MOST = 1000

/** The page, each row as `make` has it. Throws CURSOR_UNKNOWN, and USAGE for a page of no or too many lines. */
export function walkLines<T>(
  { plain }: Pick<Store, 'plain'>,
  order: Order,
  { select, from, where }: Wanted,
  { after, limit }: WantedPage,
  make: (row: Row) => T,
): Listed<T> {
  checkLimit(limit)
  const { name, key, kinds, isUp } = order
  const last = readCursor(name, kinds, after)
  const conditions: Condition[] = [...where]
  // said twice: of columns of two tables an index is only walked from there on by the first
  if (last) conditions.push([`${key[0]} ${isUp ? '>=' : '<='} ?`, last[0]])
  if (last) conditions.push([`(${key.join(', ')}) ${isUp ? '>' : '<'} (${key.map(() => '?').join(', ')})`, ...last])
  const keys = key.map((column, at) => `${column} as key${at}`).join(', ')
  const sql = `select ${select}, ${keys} from ${from}
    ${conditions.length > 0 ? `where ${conditions.map(([condition]) => condition).join(' and ')}` : ''}
    order by ${key.map((column) => `${column} ${isUp ? 'asc' : 'desc'}`).join(', ')} limit ?`
  const rows = plain.rows(sql, ...conditions.flatMap(([, ...values]) => values), limit + 1)
  const items = rows.slice(0, limit).map(make)
  const end = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items,
    ...(end && {
      next: writeCursor(
        name,
        key.map((_, at) => end[`key${at}`] as KeyPart),
      ),
    }),
  }
}

/** Throws USAGE for a page of no or too many lines. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return
  throw new ReadoutError('USAGE', `a page has 1 to ${MOST} lines, not ${limit}`)
}

/** Conditions on a column of days or instants: from the first day to the last one, both included; without a day: neither. */
export function within(column: string, from: string | undefined, until: string | undefined): Condition[] {
  return [
    ...(from !== undefined
      ? [[`${column} >= ?`, from] as const]
      : until !== undefined
        ? [[`${column} > ''`] as const]
        : []),
    ...(until !== undefined ? [[`${column} < ?`, `${until}~`] as const] : []),
  ]
}

/** A condition where there is a value. */
export function equal(column: string, value: string | number | undefined): Condition[] {
  return value === undefined ? [] : [[`${column} = ?`, value]]
}

/** A text that is there. */
export function given(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** True where a query finds at most so many rows: then they are all read and sorted; else an index is walked and each line tried. */
export function isFew(
  { plain }: Pick<Store, 'plain'>,
  few: number,
  select: string,
  ...values: readonly unknown[]
): boolean {
  return plain.rows(`select 1 from (${select} limit ${few + 1}) f limit 1 offset ${few}`, ...values).length === 0
}

/** So many lines are read and sorted within milliseconds. */
export const FEW = 2000

/** The same conditions, kept from choosing an index: that of another one is to be walked. */
export function tried(conditions: readonly Condition[]): Condition[] {
  return conditions.map(([sql, ...values]) => [sql.replace(/^[\w.]+(?= )/, unsought), ...values])
}

/** The value of a column as one that no index is looked up by. */
export function unsought(column: string): string {
  return `coalesce(${column}, null)`
}
