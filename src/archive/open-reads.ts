// Reports with their readings one at a time, the last of them at hand.
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import { keepLast } from '../model/keep-last.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { parseDated } from './date-version.ts'
import type { Readers } from './list-reads.ts'
import type { Store } from './store.ts'
import { FOLLOWS } from './version-rules.ts'

/** Docs with their readings one at a time, by id: a lookup in the local file. Throws where one is not there. */
export function openReads({ plain, dir }: Pick<Store, 'plain' | 'dir'>, makers: Readers): (id: Id<'doc'>) => ReadDoc {
  const query = plain.prepare(
    `select d.record as doc, r.record as reading, d.page, d.first, cast(${FOLLOWS} as integer) as follows from derived.doc d
      join derived.reading r on r.doc = d.id and r.made_by = ? where d.id = ?`,
  )
  const known = new Map<Id<'doc'>, ReadDoc>()
  const find = (id: Id<'doc'>): ReadDoc => {
    const [row] = query.all([makers.reader, id])
    if (!row)
      throw new ReadoutError('STORE_DAMAGED', `${dir}: doc ${id} is not there; "readout rebuild" makes it again`)
    const doc = parseDated({ plain }, row as unknown as Parameters<typeof parseDated>[1])
    return { doc, reading: JSON.parse(String(row.reading)) as Reading }
  }
  return (id) => keepLast(known, { key: id, value: known.get(id) ?? find(id), most: READS_KEPT })
}

const READS_KEPT = 1000 // some 35 MB

/** As `openReads` gives them for the makers of the walk; what was read stays at hand until the next one. */
export function openReadsOf(
  store: Pick<Store, 'plain' | 'dir'>,
  { version, makers }: { readonly version: number; readonly makers: Readers },
): (id: Id<'doc'>) => ReadDoc {
  const before = readsOf.get(store.plain)
  if (before?.version === version) return before.reads
  const reads = openReads(store, makers)
  readsOf.set(store.plain, { version, reads })
  return reads
}

const readsOf = new WeakMap<Store['plain'], { readonly version: number; readonly reads: (id: Id<'doc'>) => ReadDoc }>()
