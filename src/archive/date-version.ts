// When a later version of a page was printed. Many pages keep their first date whatever is changed in them: such a version is
// of the day on which it says that it was updated, or else of the day on which it was first fetched, as an archive has it where it comes from one. What was handed in
// bears the date that it bears: when a file came in tells nothing of when its page was changed.
import type { Doc } from '../model/doc.ts'
import { parseRecord } from './captures.ts'
import type { Store } from './store.ts'
import { LATEST } from './version-rules.ts'

/** The doc with the date of its version; as it is, where it has a date after all versions before it, or none. */
export function dateVersion({ plain }: Pick<Store, 'plain'>, doc: Doc, page: string, first: number): Doc {
  const { published, updated } = doc
  if (published === undefined) return doc
  const [row] = plain.rows(
    `select max(json_extract(d.record, '$.published')) as day from derived.doc d
      where d.page = ? and d.made_by = ? and d.first < ? and ${LATEST}`,
    page,
    doc.madeBy,
    first,
  )
  const before = row?.day
  if (typeof before !== 'string' || published > before) return doc
  if (updated !== undefined && updated > before) return { ...doc, published: updated }
  const [capture] = plain.rows(
    'select l.at, c.record from truth.capture c join truth.log l on l.number = c.number where c.number = ?',
    first,
  )
  const record = capture && parseRecord(String(capture.record))
  const at = record && record.hops.length > 0 ? (record.archived ?? String(capture.at)) : ''
  return at > before ? { ...doc, published: at } : doc
}

/** The doc of a row. A later version of a page is of the day on which it was changed. */
export function parseDated(
  store: Pick<Store, 'plain'>,
  { doc, page, first, follows }: { doc: string; page: string | null; first: number; follows: number },
): Doc {
  const parsed = JSON.parse(doc) as Doc
  return page !== null && follows === 1 ? dateVersion(store, parsed, page, first) : parsed
}
