// Puts rows in the place of all that their owners had before. A row that is there already as it should be stays untouched.
import type { Transaction } from 'kysely'
import type { LinkedChanges } from '../model/shelf.ts'
import { keepFormer } from './catalogue/keep-former.ts'
import { type Touched, touch, touchAll } from './catalogue/touched.ts'
import { inChunks } from './in-chunks.ts'
import { LINKED_NOUNS } from './linked.ts'
import type { Tally } from './sums.ts'
import type { Tables } from './tables.ts'

export type LinkedRow = Tables['derived.linked']

/** The rows of each owner as they are to be; of an owner given twice, as it was given last. */
export function rowsByOwner({ replacements }: LinkedChanges): ReadonlyMap<string, readonly LinkedRow[]> {
  return new Map(
    replacements.map(({ owner, rows }) => [
      owner,
      rows.map(({ noun, id, sort, claim = null, doc = null, thing }): LinkedRow => {
        return { noun, id, owner, sort, claim, doc, record: JSON.stringify(thing) }
      }),
    ]),
  )
}

/** Replaces what these owners had. A noun and id that another owner goes on holding is refused by the store. */
export async function replaceLinked(
  trx: Transaction<Tables>,
  rows: ReturnType<typeof rowsByOwner>,
  tally: Tally,
): Promise<void> {
  const fresh = new Map([...rows.values()].flat().map((row) => [keyOf(row), row]))
  const gone: LinkedRow[] = []
  const altered: LinkedRow[] = [] // in their records only: no index has to be written
  for (const owners of inChunks([...rows.keys()], CHUNK)) {
    for (const old of await trx.selectFrom('derived.linked').selectAll().where('owner', 'in', owners).execute()) {
      const row = fresh.get(keyOf(old))
      const isInPlace = row !== undefined && isSamePlace(row, old)
      if (isInPlace) fresh.delete(keyOf(old))
      if (isInPlace && row.record === old.record) continue
      tally.take(old.noun as Noun, old)
      if (!isInPlace) gone.push(old)
      else {
        tally.put(row.noun as Noun, row)
        altered.push(row)
      }
    }
  }
  for (const row of fresh.values()) tally.put(row.noun as Noun, row)
  await deleteRows(trx, gone) // all of them first: a row may pass from one owner to another
  await insertRows(trx, [...fresh.values()])
  await insertRows(trx, altered, true)
  await touchRows(trx, [...gone, ...fresh.values(), ...altered])
}

/** Drops all that was linked and filed, with its sums and what was remembered for it. */
export async function eraseLinked(trx: Transaction<Tables>): Promise<void> {
  await touchAll(trx)
  await trx.deleteFrom('derived.linked').execute()
  await trx.deleteFrom('derived.shelf').execute()
  await trx.deleteFrom('derived.filed').execute()
  await trx.deleteFrom('derived.former').execute()
  await trx.deleteFrom('derived.sum').where('kind', 'in', LINKED_NOUNS).execute()
}

// A claim's line is made of all that hangs on it; who the chains of a doc are is told on its own line.
async function touchRows(trx: Transaction<Tables>, rows: readonly LinkedRow[]): Promise<void> {
  const ids: Record<Touched, string[]> = { doc: [], claim: [], entity: [], story: [] }
  for (const { noun, id, claim, doc } of rows) {
    if (noun === 'entity' || noun === 'story') ids[noun].push(id)
    else if (noun === 'chains') ids.doc.push(doc ?? id)
    else if (claim !== null) ids.claim.push(claim)
  }
  for (const [noun, own] of Object.entries(ids)) await touch(trx, noun as Touched, own)
  for (const noun of NAMED) {
    await keepFormer(
      trx,
      noun,
      rows.filter((row) => row.noun === noun).map(({ id }) => id),
    )
  }
}

const NAMED = ['claim', 'entity', 'story'] as const // that have had other ids

type Noun = (typeof LINKED_NOUNS)[number]

const CHUNK = 100 // rows a statement

function keyOf({ noun, id }: LinkedRow): string {
  return `${noun} ${id}`
}

function isSamePlace(a: LinkedRow, b: LinkedRow): boolean {
  return a.owner === b.owner && a.sort === b.sort && a.claim === b.claim && a.doc === b.doc
}

async function deleteRows(trx: Transaction<Tables>, rows: readonly LinkedRow[]): Promise<void> {
  for (const [noun, own] of Map.groupBy(rows, (row) => row.noun)) {
    for (const chunk of inChunks(own, CHUNK)) {
      const ids = chunk.map(({ id }) => id)
      await trx.deleteFrom('derived.linked').where('noun', '=', noun).where('id', 'in', ids).execute()
    }
  }
}

// The write lock is held meanwhile. A full chunk's statement is compiled once: compiling takes far longer than writing.
// `isThere`: in other words than before.
async function insertRows(trx: Transaction<Tables>, rows: readonly LinkedRow[], isThere = false): Promise<void> {
  if (rows.length === 0) return
  const compile = (chunk: readonly LinkedRow[]) => {
    const insert = trx.insertInto('derived.linked').values(chunk)
    const put = (one: typeof insert) =>
      one.onConflict((on) => on.columns(['noun', 'id']).doUpdateSet(({ ref }) => ({ record: ref('excluded.record') })))
    return (isThere ? put(insert) : insert).compile()
  }
  const full = compile(rows.slice(0, CHUNK))
  for (const chunk of inChunks(rows, CHUNK)) {
    const parameters = chunk.flatMap(({ noun, id, owner, sort, claim, doc, record }) => [
      noun,
      id,
      owner,
      sort,
      claim,
      doc,
      record,
    ])
    await trx.executeQuery(chunk.length === CHUNK ? { ...full, parameters } : compile(chunk))
  }
}
