// One unchanging view of all that a desk holds, for whoever copies it or sums it up while others write.
import type { Row } from './statement.ts'
import type { Schema } from './tables.ts'

/** A table as both stores know it: columns by name, and those that tell its rows apart, in their order. */
export interface Table {
  readonly schema: Schema
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

/** All three schemas as they were when it was opened, on a connection of its own. Whoever opens it closes it, and soon. */
export interface View {
  /** How many migrations a schema has behind it; 0: it was never made. */
  version(schema: Schema): Promise<number>
  /**
   * The tables of a schema by name. Left out: what keeps account of migrations, what search makes of other tables, and who is at work just
   * now (`PASSING`).
   */
  tables(schema: Schema): Promise<Table[]>
  /** What search made of them, to be carried as it lies from one SQLite file to another; none elsewhere. */
  searchTables(): Promise<Table[]>
  rows(sql: string, ...parameters: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** Tables whose rows last no longer than a process: no copy has them, and no sum. */
export const PASSING: ReadonlySet<string> = new Set(['process'])

const PAGE = 200
const PAYLOADS = 8 // they reach 15 MiB each

/** The rows of a table in the order of its key, by bytes, a page at a time: the same on every store. */
export async function* pagesOf(view: Pick<View, 'rows'>, { schema, name, columns, key }: Table): AsyncGenerator<Row[]> {
  const size = name === 'payload' ? PAYLOADS : PAGE
  const quoted = (names: readonly string[]): string => names.map((one) => `"${one}"`).join(', ')
  const from = `select ${quoted(columns)} from ${schema}."${name}"`
  const order = `order by ${quoted(key)} limit ${size}`
  const after = `where (${quoted(key)}) > (${key.map(() => '?').join(', ')})`
  let page = await view.rows(`${from} ${order}`)
  while (page.length > 0) {
    yield page
    if (page.length < size) return
    const last = page.at(-1)
    page = await view.rows(`${from} ${after} ${order}`, ...key.map((column) => last?.[column]))
  }
}
