// One digest for each schema over all its rows, which does not depend on the store: tables by name, columns by name, rows by their
// key as bytes. Each value goes in as a netstring (D. J. Bernstein 1997), text and bytes alike, "#" and a number, or "-" for none.
import { createHash } from 'node:crypto'
import type { Digest } from '../model/id.ts'
import type { Row } from './statement.ts'
import type { Schema } from './tables.ts'
import { pagesOf, type Table, type View } from './view.ts'

export interface TableHash {
  readonly name: string
  readonly rows: number
  readonly digest: Digest
}

/** A schema: its tables that hold anything, and one digest of them all. One that is empty is as one that is not there. */
export interface SchemaHash {
  readonly digest: Digest
  readonly tables: readonly TableHash[]
}

export type StateHash = Readonly<Record<Schema, SchemaHash>>

/** Sums up all that the view holds. Memory does not grow with it. */
export async function hashState(view: View): Promise<StateHash> {
  return {
    truth: await hashSchema(view, 'truth'),
    derived: await hashSchema(view, 'derived'),
    state: await hashSchema(view, 'state'),
  }
}

/** Sums up one schema. */
export async function hashSchema(view: Pick<View, 'tables' | 'rows'>, schema: Schema): Promise<SchemaHash> {
  const tables: TableHash[] = []
  for (const table of await view.tables(schema)) {
    const hash = makeTableHash(table)
    for await (const page of pagesOf(view, table)) hash.add(page)
    tables.push(hash.end())
  }
  return joinTables(tables)
}

/** The digest of a schema from those of its tables, in any order. */
export function joinTables(hashes: readonly TableHash[]): SchemaHash {
  const tables = hashes.filter(({ rows }) => rows > 0).sort((a, b) => (a.name < b.name ? -1 : 1))
  const lines = tables.map(({ name, rows, digest }) => `${name} ${rows} ${digest}\n`)
  return { digest: createHash('sha256').update(lines.join('')).digest('hex'), tables }
}

/** The hash of one table as its rows go by, in the order of their key. */
export function makeTableHash({ name, columns }: Pick<Table, 'name' | 'columns'>): {
  add(page: readonly Row[]): void
  end(): TableHash
} {
  const hash = createHash('sha256').update(`${name} ${columns.join(' ')}\n`)
  let rows = 0
  return {
    add(page) {
      let text = ''
      for (const row of page) {
        for (const column of columns) {
          const value = row[column]
          if (value instanceof Uint8Array) {
            hash.update(`${text}${value.byteLength}:`).update(value)
            text = ','
          } else text += asText(value)
        }
        text += '\n'
      }
      hash.update(text)
      rows += page.length
    },
    end: () => ({ name, rows, digest: hash.digest('hex') }),
  }
}

/** The tables in which two schemas differ, each with how many rows it has here and there. */
export function differencesOf(
  one: SchemaHash,
  other: SchemaHash,
): { readonly name: string; readonly rows: readonly [number, number] }[] {
  const names = [...new Set([...one.tables, ...other.tables].map(({ name }) => name))].sort()
  return names.flatMap((name) => {
    const [a, b] = [one, other].map(({ tables }) => tables.find((table) => table.name === name))
    return a?.digest === b?.digest ? [] : [{ name, rows: [a?.rows ?? 0, b?.rows ?? 0] as const }]
  })
}

function asText(value: unknown): string {
  if (typeof value === 'string') return `${Buffer.byteLength(value)}:${value},`
  if (typeof value === 'number' || typeof value === 'bigint') return `#${value},`
  if (value === null || value === undefined) return '-,'
  throw new TypeError(`a column holds a ${typeof value}, which no store of ours keeps`)
}
