// What the database itself finds wrong with what it keeps, and whether it still refuses what it has to refuse.
import { digestOf } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Breach } from './breach.ts'
import { checkSchema, listTriggersOfTruth } from './postgres/check-schema.ts'
import type { Row } from './statement.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** The database's own look at one schema. */
export function* checkFile(store: Quick, schema: 'truth' | 'derived'): Generator<Breach> {
  if (store.plain.kind === 'postgres') {
    yield* checkSchema(store, schema)
    return
  }
  for (const row of lookAtPages(store, schema)) {
    const said = String(Object.values(row)[0]).replace(/\s+/g, ' ')
    if (said === 'ok') continue
    yield { what: `${schema}.db`, reason: said }
    const payload = schema === 'truth' ? findMisplaced(store, said) : undefined
    if (payload !== undefined) yield { what: `payload ${payload}`, reason: 'it stands under another digest' }
  }
}

// Bytes under a digest that was changed are met by no question that goes by digests: they say themselves what they were kept under.
function findMisplaced({ plain }: Quick, said: string): string | undefined {
  const [, row] = /^row (\d+) missing from index sqlite_autoindex_payload_1$/.exec(said) ?? []
  const found = row === undefined ? [] : plain.rows('select bytes from truth.payload where rowid = ?', Number(row))
  const bytes = found[0]?.bytes
  return bytes instanceof Uint8Array ? digestOf(bytes) : undefined
}

/** What refuses changes of the truth: each as its table and its name. */
export function listTriggers(store: Quick): Set<string> {
  if (store.plain.kind === 'postgres') return listTriggersOfTruth(store)
  const sql = `select name, tbl_name as [table] from truth.sqlite_master where type = 'trigger' and sql like '%raise(abort%'`
  return new Set(store.plain.rows(sql).map(({ name, table }) => `${table} ${name}`))
}

/** True where tables, indexes and triggers of the truth are, letter by letter, those that our migrations make. */
export function hasOwnSchema({ plain }: Quick): boolean {
  if (plain.kind === 'postgres') return true
  const sql = 'select type, name, tbl_name, sql from truth.sqlite_schema order by type, name'
  return digestOf(JSON.stringify(plain.rows(sql).map((row) => Object.values(row)))) === SCHEMA
}

// Of a new desk; a migration of the truth moves it on, and its test says to what.
const SCHEMA = '3aae9753482a9f4eccd1dff87ad479e1eeaba25caca070f72743caa534797839'

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
