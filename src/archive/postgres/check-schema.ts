// What PostgreSQL says of its own indexes and triggers. Its pages are read whole by the checks of the rows; a cluster that was made
// with data checksums refuses a page that was harmed.
import type { Breach } from '../breach.ts'
import type { Store } from '../store.ts'

type Quick = Pick<Store, 'plain'>

/** Every index of the schema that the database itself does not trust. */
export function* checkSchema({ plain }: Quick, schema: 'truth' | 'derived'): Generator<Breach> {
  const sql = `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = ? and not (i.indisvalid and i.indisready)
    order by c.relname`
  for (const { name } of plain.rows(sql, schema)) {
    yield { what: `index ${String(name)} of ${schema}`, reason: 'it is not whole; "reindex" makes it again' }
  }
}

/** What refuses changes of the truth and is at work: each as its table and its name. */
export function listTriggersOfTruth({ plain }: Quick): Set<string> {
  const sql = `select c.relname as of, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'truth' and not t.tgisinternal and t.tgenabled in ('O', 'A')`
  return new Set(plain.rows(sql).map(({ of, name }) => `${String(of)} ${String(name)}`))
}
