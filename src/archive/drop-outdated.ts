// Drops the docs, readings and faults that others took the place of: of other makers, or of a report seen again since.
import type { Transaction } from 'kysely'
import { touch } from './catalogue/touched.ts'
import { inChunks } from './in-chunks.ts'
import type { Makers } from './linked.ts'
import type { Tally } from './sums.ts'
import type { Tables } from './tables.ts'

/** Drops what is neither of these makers nor the latest up to where the walk came, and takes it out of the sums. */
export async function dropOutdated(
  trx: Transaction<Tables>,
  { makers, linkedTo }: { readonly makers: Makers; readonly linkedTo: number },
  tally: Tally,
): Promise<void> {
  const { extractor, reader } = makers
  for (const reports of inChunks(await listReports(trx, extractor), CHUNK)) {
    const docs = trx
      .deleteFrom('derived.doc as d')
      .where('d.report', 'in', reports)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('d.made_by', '!=', extractor),
          exists(
            selectFrom('derived.doc as later')
              .select('later.id')
              .whereRef('later.report', '=', 'd.report')
              .where('later.made_by', '=', extractor)
              .whereRef('later.seen', '>', 'd.seen')
              .where('later.seen', '<=', linkedTo), // one that came meanwhile is not linked yet: the one before is cited
          ),
        ]),
      )
    const gone = await docs.returning(['id', 'digest']).execute()
    for (const row of gone) tally.take('doc', row)
    await touch(
      trx,
      'doc',
      gone.map(({ id }) => id),
      true,
    )
  }
  for (const docs of inChunks(await listReadings(trx, reader), CHUNK)) {
    const readings = trx
      .deleteFrom('derived.reading')
      .where('doc', 'in', docs)
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('made_by', '!=', reader),
          eb('doc', 'not in', selectFrom('derived.doc').select('id').where('id', 'in', docs)),
        ]),
      )
    for (const row of await readings.returning(['doc', 'made_by', 'digest']).execute()) tally.take('reading', row)
  }
  const faults = trx.deleteFrom('derived.fault').where('made_by', 'not in', [extractor, reader])
  for (const row of await faults.returningAll().execute()) tally.take('fault', row)
}

const CHUNK = 100 // values a statement

// What is to be looked at is asked of the indexes alone: the rows themselves, with all texts, take many times as long.
async function listReports(trx: Transaction<Tables>, extractor: string): Promise<string[]> {
  const rows = trx
    .selectFrom('derived.doc')
    .select('report')
    .groupBy('report')
    .having(({ or, eb, fn }) =>
      or([eb(fn.countAll(), '>', 1), eb(fn.min('made_by'), '!=', extractor), eb(fn.max('made_by'), '!=', extractor)]),
    )
  return (await rows.execute()).map(({ report }) => report)
}

async function listReadings(trx: Transaction<Tables>, reader: string): Promise<string[]> {
  const rows = trx
    .selectFrom('derived.reading as r')
    .select('r.doc')
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('r.made_by', '!=', reader),
        not(exists(selectFrom('derived.doc as d').select('d.id').whereRef('d.id', '=', 'r.doc'))),
      ]),
    )
  return (await rows.execute()).map(({ doc }) => doc)
}
