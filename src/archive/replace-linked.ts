// Puts rows in the place of all that their owners had before. A row that is there already as it should be stays untouched.
import type { Transaction } from 'kysely'
import type { LinkedChanges } from '../model/shelf.ts'
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
  for (const owners of inChunks([...rows.keys()], CHUNK)) {
    for (const old of await trx.selectFrom('derived.linked').selectAll().where('owner', 'in', owners).execute()) {
      const row = fresh.get(keyOf(old))
      if (row && isSame(row, old)) fresh.delete(keyOf(old))
      else gone.push(old)
    }
  }
  for (const row of gone) tally.take(row.noun as Noun, row)
  for (const row of fresh.values()) tally.put(row.noun as Noun, row)
  await deleteRows(trx, gone) // all of them first: a row may pass from one owner to another
  await insertRows(trx, [...fresh.values()])
}

/** Drops all that was linked and filed, with its sums and what was remembered for it. */
export async function eraseLinked(trx: Transaction<Tables>): Promise<void> {
  await trx.deleteFrom('derived.linked').execute()
  await trx.deleteFrom('derived.shelf').execute()
  await trx.deleteFrom('derived.filed').execute()
  await trx.deleteFrom('derived.sum').where('kind', 'in', LINKED_NOUNS).execute()
}

type Noun = (typeof LINKED_NOUNS)[number]

const CHUNK = 100 // rows a statement

function keyOf({ noun, id }: LinkedRow): string {
  return `${noun} ${id}`
}

function isSame(a: LinkedRow, b: LinkedRow): boolean {
  return a.owner === b.owner && a.sort === b.sort && a.claim === b.claim && a.doc === b.doc && a.record === b.record
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
async function insertRows(trx: Transaction<Tables>, rows: readonly LinkedRow[]): Promise<void> {
  const compile = (chunk: readonly LinkedRow[]) => trx.insertInto('derived.linked').values(chunk).compile()
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
