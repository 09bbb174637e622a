// Docs, the readable texts: one a report for each extractor and each state of what was said of the report.
import type { Selectable } from 'kysely'
import type { Doc } from '../model/doc.ts'
import type { Digest, Id, Maker } from '../model/id.ts'
import { digestOfDoc } from './made.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** A doc with where its report stands in the log. */
export interface LoggedDoc {
  readonly doc: Doc
  readonly report: string
  readonly first: number // log number of the report's first sighting
  readonly seen: number // of the last one that went in
  readonly given: string // digest of what all of them said of the report
  readonly page?: string // its address, as pages are compared
  readonly words: Digest // of what the text says
}

/** The doc, or undefined where the desk has none of this id. */
export async function findDoc(store: Store, id: Id<'doc'>): Promise<Doc | undefined> {
  const { reader } = await store.kysely()
  const row = reader.selectFrom('derived.doc').select('record').where('id', '=', id)
  return asDoc(await row.executeTakeFirst())
}

/** The latest doc that this extractor made of the report; one that was harmed since is none. */
export async function findDocOf(store: Store, report: string, extractor: Maker): Promise<LoggedDoc | undefined> {
  const { reader } = await store.kysely()
  const rows = reader
    .selectFrom('derived.doc')
    .selectAll()
    .where('report', '=', report)
    .where('made_by', '=', extractor)
  const row = await rows.orderBy('seen', 'desc').limit(1).executeTakeFirst()
  if (!row || digestOfDoc(row) !== row.digest) return undefined
  return asLogged(row)
}

/** The row of a doc with its place in the log. */
export function asLogged({
  record,
  report,
  first,
  seen,
  given,
  page,
  words,
}: Selectable<Tables['derived.doc']>): LoggedDoc {
  return { doc: JSON.parse(record) as Doc, report, first, seen, given, ...(page !== null && { page }), words }
}

function asDoc(row: Pick<Tables['derived.doc'], 'record'> | undefined): Doc | undefined {
  return row && (JSON.parse(row.record) as Doc)
}
