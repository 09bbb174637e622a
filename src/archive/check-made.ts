// Tries whether all that was made is there: against the truth, and against the sums that the last walk left.
import type { Breach } from './breach.ts'
import { pageThrough } from './check-truth.ts'
import { LINKED_NOUNS } from './linked.ts'
import { type Made, SUMMED, type Sum, sumOf } from './made.ts'
import type { Store } from './open-store.ts'
import type { Tables } from './tables.ts'

/** What the last walk left, or a breach where that itself is harmed; undefined before the first one's end. */
export interface LastWalk {
  readonly linkedTo: number
  readonly extractor: string
  readonly reader: string
  readonly made: Made
}

/** The last walk with its sums. `made` is empty where they cannot be read. */
export function lastWalk({ plain }: Pick<Store, 'plain'>): LastWalk | undefined {
  const [row] = plain.rows('select * from derived.walk') as unknown as Tables['derived.walk'][]
  return row && { linkedTo: row.linked_to, extractor: row.extractor, reader: row.reader, made: parseMade(row.made) }
}

/** Every breach of what should be there: the walk itself, reports without a doc, docs without a reading, sums. */
export function* checkMade(store: Pick<Store, 'plain'>): Generator<Breach> {
  const walk = lastWalk(store)
  if (!walk) {
    const [row] = store.plain.rows('select 1 from derived.linked limit 1')
    if (row) yield { what: 'walk', reason: `what was linked is there, but not what was linked of; ${CURE}` }
    return
  }
  if (Object.keys(walk.made).length === 0)
    yield { what: 'walk', reason: `what it had made is not said, as of a desk that an older version made; ${CURE}` }
  yield* checkReach(store, walk)
  const [head] = store.plain.rows('select coalesce(max(number), 0) as number from truth.log')
  if (Number(head?.number) > walk.linkedTo) return // docs and readings of what came since are among those of the walk
  for (const [kind, query] of Object.entries(SUMMED)) {
    yield* compare(kind, sumOf(store.plain.rows(query, walk.extractor, walk.reader)), walk.made[kind])
  }
}

/** One breach where a kind is not as the walk had made it. */
export function* compare(kind: string, found: Sum, made: Sum | undefined): Generator<Breach> {
  if (!made || (found.rows === made.rows && found.digest === made.digest)) return
  const what = `${kind.replace('_', ' ')} rows`
  const differ =
    found.rows === made.rows ? 'they are not as they were made' : `${found.rows}, where ${made.rows} were made`
  yield { what, reason: `${differ}; ${CURE}` }
}

const CURE = '"readout rebuild" makes it again'
const ROWS = { start: 0, size: 500 }

// The walk took in the log up to here: each report of it has a doc or a fault, and each doc a reading or a fault.
function* checkReach(store: Pick<Store, 'plain'>, { linkedTo, extractor, reader }: LastWalk): Generator<Breach> {
  const bare = `select r.first, r.name from truth.report r where r.first > ? and r.first <= ${linkedTo}
    and not exists (select 1 from derived.doc d where d.report = r.report and d.made_by = ${quote(extractor)})
    and not exists (select 1 from derived.fault f where f.report = r.report and f.made_by = ${quote(extractor)})
    order by r.first limit ?`
  for (const { name } of pageThrough<{ name: string }>(store, bare, ROWS)) {
    yield { what: `report ${name}`, reason: `neither a doc nor a fault was made of it; ${CURE}` }
  }
  const unread = `select d.first, d.name from derived.doc d where d.first > ? and d.seen <= ${linkedTo}
    and d.made_by = ${quote(extractor)}
    and not exists (select 1 from derived.reading r where r.doc = d.id and r.made_by = ${quote(reader)})
    and not exists (select 1 from derived.fault f where f.report = d.report and f.made_by = ${quote(reader)})
    order by d.first limit ?`
  for (const { name } of pageThrough<{ name: string }>(store, unread, ROWS)) {
    yield { what: `doc ${name}`, reason: `it has neither a reading nor a fault; ${CURE}` }
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function parseMade(text: string): Made {
  try {
    const made = JSON.parse(text) as Made
    return [...Object.keys(SUMMED), ...LINKED_NOUNS].every((kind) => typeof made[kind]?.digest === 'string') ? made : {}
  } catch {
    return {}
  }
}
