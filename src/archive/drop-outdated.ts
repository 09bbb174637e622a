// Drops the docs, readings and faults that others took the place of: of other makers, or of a report seen again since.
import type { Transaction } from 'kysely'
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
  const docs = await trx
    .deleteFrom('derived.doc as d')
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
    .returning(['id', 'digest'])
    .execute()
  const readings = await trx
    .deleteFrom('derived.reading')
    .where(({ or, eb, selectFrom }) =>
      or([eb('made_by', '!=', reader), eb('doc', 'not in', selectFrom('derived.doc').select('id'))]),
    )
    .returning(['doc', 'made_by', 'digest'])
    .execute()
  const faults = await trx
    .deleteFrom('derived.fault')
    .where('made_by', 'not in', [extractor, reader])
    .returning(['report', 'made_by', 'code', 'message'])
    .execute()
  for (const row of docs) tally.take('doc', row)
  for (const row of readings) tally.take('reading', row)
  for (const row of faults) tally.take('fault', row)
}
