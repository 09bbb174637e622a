// A key of the shelf that fits into an entry of PostgreSQL's indexes: one that is longer is known by its digest.
import { digestOf } from '../../model/digest.ts'

const LONGEST = 400 // characters; of four bytes at most they are well below the limit

/** The key as it is kept. */
export function shortKey(key: string): string {
  return key.length <= LONGEST ? key : `${key.slice(0, 100).toWellFormed()} ${digestOf(key)}`
}
