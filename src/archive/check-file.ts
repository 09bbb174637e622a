// What the database itself finds wrong with what it keeps, and whether it still refuses what it has to refuse.
import { ReadoutError } from '../model/errors.ts'
import type { Breach } from './breach.ts'
import type { Row } from './connection.ts'
import type { Store } from './open-store.ts'
import { checkSchema, listTriggersOfTruth } from './postgres/check-schema.ts'

type Quick = Pick<Store, 'plain'>

/** The database's own look at one schema. */
export function* checkFile(store: Quick, schema: 'truth' | 'derived'): Generator<Breach> {
  if (store.plain.kind === 'postgres') {
    yield* checkSchema(store, schema)
    return
  }
  for (const row of lookAtPages(store, schema)) {
    const said = String(Object.values(row)[0])
    if (said !== 'ok') yield { what: `${schema}.db`, reason: said.replace(/\s+/g, ' ') }
  }
}

/** What refuses changes of the truth: each as its table and its name. */
export function listTriggers(store: Quick): Set<string> {
  if (store.plain.kind === 'postgres') return listTriggersOfTruth(store)
  const sql = `select name, tbl_name as [table] from truth.sqlite_master where type = 'trigger' and sql like '%raise(abort%'`
  return new Set(store.plain.rows(sql).map(({ name, table }) => `${table} ${name}`))
}

// The whole look works out anew what indexes hold, and one record that is no JSON ends it; the quick one does not.
function lookAtPages(store: Quick, schema: 'truth' | 'derived'): Row[] {
  const { plain } = store
  lookIntoSearch(store, schema)
  try {
    return plain.rows(`pragma ${schema}.integrity_check(20)`)
  } catch (error) {
    if (error instanceof ReadoutError) throw error
    return plain.rows(`pragma ${schema}.quick_check(20)`)
  }
}

// The look at an index of words goes by what this connection remembers of it, also where another one has emptied it since; a
// question makes it look again.
function lookIntoSearch({ plain }: Quick, schema: 'truth' | 'derived'): void {
  for (const { name } of plain.rows(`select name from ${schema}.sqlite_schema where sql like '%using fts5%'`)) {
    try {
      plain.rows(`select rowid from ${schema}."${String(name)}" limit 1`)
    } catch {
      // harmed: the look at the pages says so
    }
  }
}
