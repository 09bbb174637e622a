// What keeps a desk in a database, and how much room its tables and indexes take there.
import type { Connection } from '../connection.ts'
import type { StoreFacts } from '../store-facts.ts'

/** The facts of the database. One cheap question. */
export function factsOf(plain: Pick<Connection, 'rows'>): Promise<StoreFacts> {
  const [row] = plain.rows(
    `select current_setting('server_version') as version, sum(pg_total_relation_size(c.oid)) as bytes
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('truth', 'derived', 'state') and c.relkind = 'r'`,
  )
  const version = String(row?.version).split(' ')[0] // "15.18 (Debian 15.18-0+deb12u1)"
  return Promise.resolve({ engine: `PostgreSQL ${version}`, bytes: Number(row?.bytes ?? 0) })
}
