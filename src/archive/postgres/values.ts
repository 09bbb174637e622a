// Values on their way to PostgreSQL and back, so that a row is the same as SQLite's: counts are numbers, truths are 1 and 0,
// bytes are plain arrays, and half a character is replaced as SQLite does it. PostgreSQL's text holds no NUL: looked for, it is
// what is never found.
import pg from 'pg'

const OID = { bool: 16, bytea: 17, int8: 20, varchar: 1043, numeric: 1700 } as const

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [OID.bool, (text) => (text === 't' ? 1 : 0)],
  [OID.bytea, bytesOf],
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.varchar, fromShelf],
])

/** How a column's text becomes a value. */
export const types = {
  getTypeParser(oid: number): (text: string) => unknown {
    return PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, 'text') as (text: string) => unknown)
  },
} as const

/** A parameter as the driver takes it. */
export function toParameter(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return value.toISOString()
  throw new TypeError(`cannot keep a ${typeof value} in a column`)
}

/**
 * What lies on the shelf is bytes or text, in one column. SQLite keeps either as it is; here the column is the only one of its
 * type, and a letter in front says which it is.
 */
export function toShelf(value: string | Uint8Array): string {
  return typeof value === 'string' ? `t${value}` : `b${Buffer.from(value).toString('base64')}`
}

function fromShelf(text: string): string | Uint8Array {
  return text.startsWith('b') ? new Uint8Array(Buffer.from(text.slice(1), 'base64')) : text.slice(1)
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex')) // a copy of its own: a small Buffer is part of a shared pool
}
