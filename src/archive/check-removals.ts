// Removals tried: each is a decision in the log, the table of what was removed is what these say and no more, and what was removed
// is gone. So a row that was added by hand excuses nothing.
import type { Breach } from './breach.ts'
import { rowsOf, sumUp } from './keep-removal.ts'
import { listRemovals } from './removals.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

type RemovalRow = Tables['truth.removal']

/** Every breach of the removals, each naming what is harmed. */
export function* checkRemovals(store: Pick<Store, 'plain'>): Generator<Breach> {
  const { plain } = store
  const known = new Set<number>()
  for (const { number, removal } of listRemovals(store)) {
    known.add(number)
    const kept = plain.rows('select noun, id, number, becomes from truth.removal where number = ?', number)
    const wanted = new Set(rowsOf(removal, number).map(keyOf))
    const rows = kept as unknown as RemovalRow[]
    const beside = rows.filter((row) => !wanted.has(keyOf(row)))
    const { count, digest } = sumUp(beside)
    const isSame = count === (removal.many?.count ?? 0) && (count === 0 || digest === removal.many?.digest)
    const what = `removal ${number}`
    if (rows.length - beside.length !== wanted.size || !isSame) {
      yield { what, reason: 'the list of what it removed is not the one that was decided' }
    }
    for (const { now } of removal.versions) {
      const isStruckAgain = plain.rows(`select 1 from truth.removal where noun = 'payload' and id = ?`, now).length > 0
      if (isStruckAgain || plain.rows('select 1 from truth.payload where digest = ?', now).length > 0) continue
      yield { what, reason: `what it left of an edition is gone, ${now}` }
    }
  }
  for (const { number } of plain.rows('select distinct number from truth.removal order by number')) {
    if (!known.has(Number(number))) yield { what: `removal ${number}`, reason: 'nobody decided it' }
  }
  const back = `select p.digest from truth.payload p join truth.removal r on r.noun = 'payload' and r.id = p.digest`
  for (const { digest } of plain.rows(back)) {
    yield { what: `payload ${digest}`, reason: 'it was removed, and is there again' }
  }
}

function keyOf({ noun, id, number, becomes }: RemovalRow): string {
  return JSON.stringify([noun, id, number, becomes])
}
