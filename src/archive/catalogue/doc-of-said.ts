// In which report something was said, by the id of its attribution.
import { asId, type Id } from '../../model/id.ts'
import type { Store } from '../open-store.ts'
import { PLACES } from './said-lines.ts'

/** The doc, or undefined where nothing was said under this id as last linked. One cheap query. */
export function docOfSaid({ plain }: Pick<Store, 'plain'>, attribution: string): Id<'doc'> | undefined {
  const sql = `select r.doc from derived.said s join derived.report_line r on r.first = s.n / ${PLACES}
    where s.attribution = ? limit 1`
  const [row] = plain.rows(sql, attribution)
  return row && asId<'doc'>(String(row.doc))
}
