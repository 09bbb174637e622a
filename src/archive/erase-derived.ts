// Drops all that is derived. Rows, not the file: another process may have the file open.
import { eraseCatalogue } from './catalogue/catalogue-schema.ts'
import { run } from './catalogue/touched.ts'
import type { Store } from './store.ts'

/** Empties derived in one transaction; the next walk makes it again. */
export async function eraseDerived(store: Store): Promise<void> {
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    for (const table of ['walk', 'sum', 'shelf', 'filed', 'linked', 'fault', 'vector', 'reading', 'doc'] as const) {
      await trx.deleteFrom(`derived.${table}`).execute()
    }
    for (const sql of eraseCatalogue('derived', store.plain.kind)) await run(trx, sql)
  })
}
