// The names that reports answer to.
import type { Store } from './store.ts'

/** Names that begin so, at most so many, in order. One cheap query. */
export function listNamesBeginning({ plain }: Pick<Store, 'plain'>, begins: string, limit: number): string[] {
  const rows = plain.rows(
    'select name from truth.report where name >= ? and name < ? order by name limit ?',
    begins,
    `${begins}\u{10ffff}`,
    limit,
  )
  return rows.map(({ name }) => String(name))
}
