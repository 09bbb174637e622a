// Tries whether all that was made is there: against the truth, and against the sums kept with it.
import type { Breach } from './breach.ts'
import { pageThrough } from './check-truth.ts'
import { findWalk, type Walk } from './linked.ts'
import type { Store } from './store.ts'
import { findSums, makeTally, NO_ROWS, SUMMED, type Sum } from './sums.ts'
import { REPEATS } from './version-rules.ts'

/** Every breach of what should be there: the walk itself, reports without a doc, docs without a reading, sums. */
export function* checkMade(store: Pick<Store, 'plain'>): Generator<Breach> {
  const walk = findWalk(store)
  if (walk) yield* checkReach(store, walk)
  else {
    const [row] = store.plain.rows('select 1 from derived.linked limit 1')
    if (row) yield { what: 'walk', reason: `what was linked is there, but not what was linked of; ${CURE}` }
  }
  yield* checkSums(store)
}

/** One breach where a kind is not as it was made. */
export function* compare(kind: string, found: Sum, made: Sum): Generator<Breach> {
  if (found.rows === made.rows && found.digest === made.digest) return
  const what = `${kind.replace('_', ' ')} rows`
  const differ =
    found.rows === made.rows ? 'they are not as they were made' : `${found.rows}, where ${made.rows} were made`
  yield { what, reason: `${differ}; ${CURE}` }
}

function* checkSums(store: Pick<Store, 'plain'>): Generator<Breach> {
  const sums = findSums(store)
  for (const kind of ['doc', 'reading', 'fault'] as const) {
    const tally = makeTally()
    const [key, start] = KEYS[kind]
    const after = start.map(() => '?').join(', ')
    const sql = `select ${SUMMED[kind].join(', ')} from derived.${kind}
      where (${key}) > (${after}) order by ${key} limit ?`
    for (const row of pageThrough<object>(store, sql, { ...ROWS, start })) tally.put(kind, row)
    const found = tally.addTo(new Map()).get(kind) ?? NO_ROWS
    if (sums.size > 0) yield* compare(kind, found, sums.get(kind) ?? NO_ROWS)
    else if (found.rows > 0) {
      yield { what: 'sums', reason: `how much was made is not said; ${CURE}` }
      return
    }
  }
}

const CURE = '"readout rebuild" makes it again'
const ROWS = { start: [0], size: 500 }
// What tells the rows of a kind apart: the first of what is summed.
const KEYS = { doc: ['id', ['']], reading: ['doc, made_by', ['', '']], fault: ['report, made_by', ['', '']] } as const

// The walk took in the log up to here: each report of it has a doc or a fault, and each version of a page
// a reading or a fault.
function* checkReach(store: Pick<Store, 'plain'>, { linkedTo, makers }: Walk): Generator<Breach> {
  const { extractor, reader } = makers
  const bare = `select r.first, r.name from truth.report r where r.first > ? and r.first <= ${linkedTo}
    and not exists (select 1 from derived.doc d where d.report = r.report and d.made_by = ${quote(extractor)})
    and not exists (select 1 from derived.fault f where f.report = r.report and f.made_by = ${quote(extractor)})
    and not exists (select 1 from truth.removal gone where gone.noun = 'report' and gone.id = r.report)
    order by r.first limit ?`
  for (const { name } of pageThrough<{ name: string }>(store, bare, ROWS)) {
    yield { what: `report ${name}`, reason: `neither a doc nor a fault was made of it; ${CURE}` }
  }
  const unread = `select d.first, d.name from derived.doc d where d.first > ? and d.seen <= ${linkedTo}
    and d.made_by = ${quote(extractor)}
    and not exists (select 1 from derived.reading r where r.doc = d.id and r.made_by = ${quote(reader)})
    and not exists (select 1 from derived.fault f where f.report = d.report and f.made_by = ${quote(reader)})
    and not ${REPEATS}
    order by d.first limit ?`
  for (const { name } of pageThrough<{ name: string }>(store, unread, ROWS)) {
    yield { what: `doc ${name}`, reason: `it has neither a reading nor a fault; ${CURE}` }
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
