// What was made of reports that were removed: dropped whole, with all that was linked, since what linking remembers may hold their
// words anywhere. The next walk links again from what is left; what was read of other reports stays.
import { eraseCatalogue } from './catalogue/catalogue-schema.ts'
import { run, touchAll } from './catalogue/touched.ts'
import { inChunks } from './in-chunks.ts'
import { eraseLinked } from './replace-linked.ts'
import type { Store } from './store.ts'
import { keepTally, makeTally } from './sums.ts'

/** Drops it in one transaction. `vectors`: the digests of the texts that the reports say. */
export async function eraseRemoved(
  store: Store,
  reports: readonly string[],
  vectors: readonly string[],
): Promise<void> {
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    const tally = makeTally()
    await eraseLinked(trx)
    await trx.deleteFrom('derived.walk').execute()
    for (const digests of inChunks(vectors, CHUNK)) {
      await trx.deleteFrom('derived.vector').where('digest', 'in', digests).execute()
    }
    for (const some of inChunks(reports, CHUNK)) {
      const docs = trx.selectFrom('derived.doc').select('id').where('report', 'in', some)
      const readings = trx.deleteFrom('derived.reading').where('doc', 'in', docs)
      for (const row of await readings.returning(['doc', 'made_by', 'digest']).execute()) tally.take('reading', row)
      const gone = trx.deleteFrom('derived.doc').where('report', 'in', some)
      for (const row of await gone.returning(['id', 'digest']).execute()) tally.take('doc', row)
      const faults = trx.deleteFrom('derived.fault').where('report', 'in', some)
      for (const row of await faults.returningAll().execute()) tally.take('fault', row)
    }
    await keepTally(trx, tally)
    for (const sql of eraseCatalogue('derived', store.plain.kind)) await run(trx, sql)
    await touchAll(trx)
  })
}

const CHUNK = 100 // values a statement
