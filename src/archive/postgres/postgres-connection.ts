// The bridge as a connection like SQLite's, for all that is asked in the middle of things. It only reads.
import { ReadoutError } from '../../model/errors.ts'
import type { Connection } from '../connection.ts'
import type { Row, Statement } from '../statement.ts'
import type { Bridge } from './bridge.ts'
import { toPostgres } from './to-postgres.ts'
import { toParameter } from './values.ts'

/** The connection over a bridge, which it closes. */
export function connectOver(bridge: Bridge, place: string): Connection {
  return new BridgedConnection(bridge, place)
}

class BridgedConnection implements Connection {
  readonly kind = 'postgres'
  readonly #bridge: Bridge
  readonly #place: string
  #isWithin = false

  constructor(bridge: Bridge, place: string) {
    this.#bridge = bridge
    this.#place = place
  }

  prepare(sql: string): Statement {
    const own = toPostgres(sql)
    const all = (parameters: readonly unknown[]): Row[] => this.#ask(own, parameters).rows
    return {
      reader: true,
      all,
      run: (parameters) => ({ changes: this.#ask(own, parameters).changes, lastInsertRowid: 0 }),
      iterate: (parameters) => all(parameters)[Symbol.iterator](),
    }
  }

  rows(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.#ask(toPostgres(sql), parameters).rows
  }

  begin(): Promise<void> {
    return Promise.reject(new ReadoutError('STORE_FAILED', `${this.#place}: this connection only reads`))
  }

  rollback(): void {
    if (!this.#isWithin) return
    try {
      this.#ask('rollback', [])
    } catch {
      // the connection is gone, and the transaction with it
    }
    this.#isWithin = false
  }

  close(): void {
    this.#bridge.close()
  }

  #ask(sql: string, parameters: readonly unknown[]): { rows: Row[]; changes: number } {
    const { names, rows, changes } = this.#bridge.ask({
      sql,
      parameters: parameters.map(toParameter),
      isWithin: this.#isWithin,
    })
    if (sql === 'begin') this.#isWithin = true
    return { rows: rows.map((values) => asRow(names, values)), changes }
  }
}

// In one order each time, so that all rows of a query are of one shape.
function asRow(names: readonly string[], values: readonly unknown[]): Row {
  const row: Row = {}
  for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at]
  return row
}
