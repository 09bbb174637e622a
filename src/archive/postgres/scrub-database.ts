// door: database
// The tables of a desk's database written anew, so that no byte of what was deleted is left in their files. The server's own
// journal keeps such bytes until it is written over, and its archive, if it has one, for as long as that is kept.
import { makeClient } from './make-client.ts'
import { asStoreError } from './postgres-errors.ts'

/** Writes every table anew. It takes as much free space as the largest has, and waits for whoever is at work. Throws DESK_BUSY. */
export async function scrubDatabase(url: string, place: string, patienceMs: number | undefined): Promise<void> {
  const client = await makeClient(url, 'state', { patienceMs }).catch((error: unknown) => {
    throw asStoreError(error, place)
  })
  try {
    await client.query('set statement_timeout = 0') // it takes as long as the desk is large
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('truth', 'derived', 'state') and c.relkind = 'r' order by 1`,
    )
    for (const { name } of rows) await client.query(`vacuum (full) ${name}`)
    await client.query('checkpoint').catch(() => {}) // not everyone may ask for one
  } catch (error) {
    throw asStoreError(error, place)
  } finally {
    await client.end().catch(() => {})
  }
}
