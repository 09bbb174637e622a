// Where a page of a list ends, as an opaque word for its address: the list and its order, and the key of the last line. The next
// page is what comes after that key, however many lines came in meanwhile.
import { ReadoutError } from '../../model/errors.ts'

/** One part of a key: a column of the order, or what tells equals apart. */
export type KeyPart = string | number

/** The cursor behind a line. */
export function writeCursor(list: string, key: readonly KeyPart[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url')
}

/** The key of a cursor of this list and order, of parts of these kinds; undefined: from the beginning. Throws CURSOR_UNKNOWN. */
export function readCursor(
  list: string,
  kinds: readonly ('string' | 'number')[],
  cursor: string | undefined,
): readonly KeyPart[] | undefined {
  if (cursor === undefined) return undefined
  const [own, ...key] = parse(cursor)
  const isOurs = own === list && key.length === kinds.length && key.every((part, at) => typeof part === kinds[at])
  if (isOurs) return key as KeyPart[]
  const cure = 'begin the list again without it'
  throw new ReadoutError(
    'CURSOR_UNKNOWN',
    `"${cursor.slice(0, 60)}" leads to no page of this list in this order; ${cure}`,
  )
}

function parse(cursor: string): unknown[] {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}
