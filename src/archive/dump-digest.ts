// One digest over all that is derived, so that two ways of making it can be compared.
import { createHash } from 'node:crypto'
import type { Digest } from '../model/id.ts'
import type { Store } from './store.ts'

// Every table of derived but the shelf and the sums, with the two columns that order it and tell where a page ends. What
// linking remembers is scratch: two ways to one ledger may number things otherwise, and take another number of steps.
const TABLES = [
  ['doc', 'id', 'made_by', '*'],
  ['reading', 'doc', 'made_by', '*'],
  ['fault', 'report', 'made_by', '*'],
  ['linked', 'noun', 'id', '*'],
  ['filed', 'id', 'name', '*'],
  ['walk', 'linked_to', 'linker', 'linked_to, extractor, reader, linker, tracker'],
] as const

const PAGE = 200 // rows held at once

/** The digest of all derived rows in a fixed order. No row holds a time of making, so equal truth gives an equal digest. */
export function dumpDigest({ plain }: Pick<Store, 'plain'>): Digest {
  const hash = createHash('sha256')
  for (const [table, first, second, columns] of TABLES) {
    hash.update(`${table}\n`)
    const from = `select ${columns} from derived.${table}`
    const order = `order by ${first}, ${second} limit ${PAGE}`
    let page = plain.rows(`${from} ${order}`)
    while (page.length > 0) {
      for (const row of page) hash.update(`${JSON.stringify(Object.values(row))}\n`)
      const last = page.at(-1)
      const after = [last?.[first], last?.[second]]
      page = plain.rows(`${from} where (${first}, ${second}) > (?, ?) ${order}`, ...after)
    }
  }
  return hash.digest('hex')
}
