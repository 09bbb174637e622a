// One statement of a connection to SQLite: what may be put into it, and its rows.
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'

/** A row as a plain object: node:sqlite's own have no prototype, which deep comparisons refuse, and take three times as long. */
export type Row = Record<string, unknown>

export interface Statement {
  readonly reader: boolean
  all(parameters: readonly unknown[]): Row[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<Row>
}

/**
 * The statement, with `guard` around all that SQLite does. `isExact`: a whole number beyond what a number holds comes as a bigint, as search
 * has them in its own tables; else it is a fault.
 */
export function guarded(statement: StatementSync, guard: <T>(work: () => T) => T, isExact = false): Statement {
  statement.setReturnArrays(true)
  statement.setReadBigInts(isExact)
  let names = namesOf(statement)
  const all = (parameters: readonly unknown[]): Row[] =>
    guard(() => {
      const rows = statement.all(...parameters.map(asInput)) as unknown as SQLOutputValue[][]
      if (rows[0] && rows[0].length !== names.length) names = namesOf(statement) // a column came since
      return rows.map((values) => asRow(names, isExact ? values.map(inShort) : values))
    })
  return {
    reader: names.length > 0, // right for `returning` and pragmas too
    all,
    run: (parameters) => guard(() => statement.run(...parameters.map(asInput))),
    iterate: (parameters) => all(parameters)[Symbol.iterator](), // lists are paged by key instead
  }
}

function namesOf(statement: StatementSync): string[] {
  return statement.columns().map(({ name }) => name)
}

function inShort(value: SQLOutputValue): SQLOutputValue {
  const isShort = typeof value === 'bigint' && Number.isSafeInteger(Number(value))
  return isShort ? Number(value) : value
}

// In one order each time, so that all rows of a query are of one shape.
function asRow(names: readonly string[], values: readonly SQLOutputValue[]): Row {
  const row: Row = {}
  for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at]
  return row
}

// A Date or other object as first parameter would be taken for named parameters, and the rest would shift unseen.
function asInput(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`cannot keep a ${typeof value} in a column`)
}
