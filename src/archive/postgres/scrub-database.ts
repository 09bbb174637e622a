// door: database
// The tables of a desk in a database written anew, so that no row that was deleted is left in them. Its write-ahead log, its archives
// and its copies are the server's.
import type { Schema } from '../tables.ts'
import { makeClient } from './make-client.ts'
import { asStoreError } from './postgres-errors.ts'

const HOURS = 6 // that the largest table may take

/** Writes each table anew. Others wait meanwhile. Throws STORE_AWAY, STORE_FAILED, DESK_BUSY. */
export async function scrubDatabase(url: string, place: string, of?: Schema): Promise<void> {
  try {
    const client = await makeClient(url, 'truth', { statementMs: HOURS * 3600 * 1000 })
    try {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname = any ($1) order by 1`,
        [of === undefined ? ['truth', 'derived', 'state', 'readout_jobs'] : [of]],
      )
      for (const { name } of rows) await client.query(`vacuum (full, analyze) ${name}`)
      await client.query('checkpoint').catch(() => {}) // not everybody may; the server does so by itself
    } finally {
      void client.end().catch(() => {})
    }
  } catch (error) {
    throw asStoreError(error, place)
  }
}
