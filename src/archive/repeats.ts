// Versions of a page. Of the docs of one page that have the same words only the first in the log is read and linked: the
// others are sightings of that version. The rule goes by the log alone, so it gives the same in whatever order docs are made.
import { sql } from 'kysely'
import type { Doc } from '../model/doc.ts'
import type { Id, Instant } from '../model/id.ts'
import type { LoggedDoc } from './docs.ts'
import type { Store } from './store.ts'
import { LATEST, REPEATS } from './version-rules.ts'

/** True where a doc before it in the log, of the same page and maker, has its words. One cheap query. */
export function isRepeat(
  { plain }: Pick<Store, 'plain'>,
  { doc, page, words, first }: Pick<LoggedDoc, 'doc' | 'page' | 'words' | 'first'>,
): boolean {
  if (page === undefined) return false
  const rows = plain.rows(
    `select 1 from derived.doc d
      where d.page = ? and d.words = ? and d.made_by = ? and d.first < ? and ${LATEST} limit 1`,
    page,
    words,
    doc.madeBy,
    first,
  )
  return rows.length > 0
}

/** A doc of a page with its place in the log. */
export interface PageDoc {
  readonly doc: Doc
  readonly report: string
  readonly first: number
  readonly firstAt: Instant
  readonly words: string
  readonly isRepeat: boolean // a sighting of a version before it
}

/** The latest docs that this extractor made of the reports of a page, in log order. */
export async function listPageDocs(store: Store, page: string, extractor: string): Promise<PageDoc[]> {
  const { reader } = await store.kysely()
  const rows = reader
    .selectFrom('derived.doc as d')
    .innerJoin('truth.log as l', 'l.number', 'd.first')
    .select([
      'd.report',
      'd.first',
      'l.at',
      'd.words',
      'd.record',
      sql<number>`cast(${sql.raw(REPEATS)} as integer)`.as('repeats'),
    ])
    .where('d.page', '=', page)
    .where('d.made_by', '=', extractor)
    .where(sql<boolean>`${sql.raw(LATEST)}`)
  return (await rows.orderBy('d.first').execute()).map(({ report, first, at, words, record, repeats }) => ({
    doc: JSON.parse(record) as Doc,
    report,
    first,
    firstAt: at,
    words,
    isRepeat: repeats === 1,
  }))
}

/** The latest doc that this extractor made of the report of a name, with its page. */
export function findPageDoc(
  { plain }: Pick<Store, 'plain'>,
  name: string,
  extractor: string,
): (Pick<PageDoc, 'doc' | 'report' | 'first' | 'firstAt' | 'words'> & { readonly page?: string }) | undefined {
  const [row] = plain.rows(
    `select d.report, d.first, d.page, d.words, d.record, l.at from derived.doc d join truth.log l on l.number = d.first
      where d.name = ? and d.made_by = ? and ${LATEST}`,
    name,
    extractor,
  )
  if (!row) return undefined
  return {
    doc: JSON.parse(String(row.record)) as Doc,
    report: String(row.report),
    first: Number(row.first),
    firstAt: String(row.at),
    words: String(row.words),
    ...(row.page !== null && { page: String(row.page) }),
  }
}

/** Docs that are sightings since a page was seen after a log number, among them those that were versions before. */
export function listRepeats(
  { plain }: Pick<Store, 'plain'>,
  { extractor }: { readonly extractor: string },
  after: number,
): Id<'doc'>[] {
  const rows = plain.rows(
    `select d.id from derived.doc d where d.made_by = ?
      and d.page in (select page from derived.doc where seen > ?) and ${REPEATS}`,
    extractor,
    after,
  )
  return rows.map(({ id }) => String(id) as Id<'doc'>)
}
