// The outlets whose reports the desk holds, by name: one step along the index for each, however many reports there are.
import type { Store } from '../store.ts'

const MOST = 1000 // names that a reader can choose from

/** The first of them by name. One cheap query. */
export function listOutlets({ plain }: Pick<Store, 'plain'>): string[] {
  const sql = `with recursive name(outlet) as (
      select min(outlet) from derived.report_line
      union all
      select (select min(r.outlet) from derived.report_line r where r.outlet > name.outlet) from name where name.outlet is not null
    ) select outlet from name where outlet is not null limit ?`
  return plain.rows(sql, MOST).map(({ outlet }) => String(outlet))
}
