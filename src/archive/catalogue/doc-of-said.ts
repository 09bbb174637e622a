// In which report something was said: by the id of its attribution, or by a claim and when it was printed.
import { asId, type Id, type Instant } from '../../model/id.ts'
import type { Store } from '../store.ts'
import { PLACES } from './said-lines.ts'

/** The doc, or undefined where nothing was said under this id as last linked. One cheap query. */
export function docOfSaid({ plain }: Pick<Store, 'plain'>, attribution: string): Id<'doc'> | undefined {
  const sql = `select r.doc from derived.said s join derived.report_line r on r.first = s.n / ${PLACES}
    where s.attribution = ? limit 1`
  const [row] = plain.rows(sql, attribution)
  return row && asId<'doc'>(String(row.doc))
}

/** Docs printed at this very instant in which something bears on the claim, at most so many. Goes by the reports of the instant: the claim may be in thousands. */
export function listDocsSayingAt(
  { plain }: Pick<Store, 'plain'>,
  claim: string,
  at: Instant,
  most: number,
): Id<'doc'>[] {
  const rows = plain.rows(
    `select r.doc from derived.report_line r where r.printed = ? and exists (select 1 from derived.said_claim c
      where c.claim = ? and c.n >= r.first * ${PLACES} and c.n < (r.first + 1) * ${PLACES}) order by r.first desc limit ?`,
    at,
    claim,
    most,
  )
  return rows.map(({ doc }) => asId<'doc'>(String(doc)))
}
