// Reports with their readings, as they are listed.
import { sql } from 'kysely'
import { asId, type Id, type Instant, type Maker } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { parseDated } from './date-version.ts'
import type { Store } from './store.ts'
import { FOLLOWS, LATEST, REPEATS } from './version-rules.ts'

/** Which docs to list: those after a log number, at most so many, under one name only, or as other makers made them. */
export interface DocPage {
  readonly after: number
  readonly limit: number
  readonly name?: string
  readonly makers?: Readers // absent: those that were last linked
  readonly ids?: readonly Id<'doc'>[] // these only; at most 500
  readonly seenAfter?: number // only of reports seen after this log number, and of pages of which another one was
}

export interface Readers {
  readonly extractor: Maker
  readonly reader: Maker
}

/** A doc and its reading as they are listed. */
export interface ListedDoc {
  readonly first: number
  readonly firstAt: Instant
  readonly given: string
  readonly page?: string
  readonly isLater: boolean // a later version of its page
  readonly readDoc: ReadDoc
}

/** Reports in log order, each with its reading: one doc a report, and one a version of a page. */
export async function listReadDocs(store: Store, page: DocPage): Promise<ListedDoc[]> {
  const { reader: db } = await store.kysely()
  const { extractor, reader } = page.makers ?? (await linkedMakers(store))
  let rows = db
    .selectFrom('derived.doc as d')
    .innerJoin('derived.reading as r', 'r.doc', 'd.id')
    .innerJoin('truth.log as l', 'l.number', 'd.first')
    .select(['d.first', 'd.given', 'd.page', 'l.at', 'd.record as doc', 'r.record as reading'])
    .select(sql<number>`cast(${sql.raw(FOLLOWS)} as integer)`.as('follows'))
    .where('d.made_by', '=', extractor)
    .where('r.made_by', '=', reader)
    .where('d.first', '>', page.after)
    .where(sql<boolean>`${sql.raw(LATEST)} and not ${sql.raw(REPEATS)}`)
  const { seenAfter } = page
  if (seenAfter !== undefined) {
    rows = rows.where(({ or, eb, selectFrom }) =>
      or([
        eb('d.seen', '>', seenAfter),
        eb('d.page', 'in', selectFrom('derived.doc as other').select('other.page').where('other.seen', '>', seenAfter)),
      ]),
    )
  }
  if (page.ids !== undefined) rows = rows.where('d.id', 'in', page.ids)
  if (page.name !== undefined) rows = rows.where('d.name', '=', page.name)
  return (await rows.orderBy('d.first').limit(page.limit).execute()).map((row) => ({
    first: row.first,
    firstAt: row.at,
    given: row.given,
    ...(row.page !== null && { page: row.page }),
    isLater: row.follows === 1,
    readDoc: { doc: parseDated(store, row), reading: JSON.parse(row.reading) as Reading },
  }))
}

/** One report as lists show it, by the id of its doc; undefined where it is none of these makers' or another took over from it. */
export function findListedDoc(store: Pick<Store, 'plain'>, makers: Readers, id: string): ListedDoc | undefined {
  const [row] = store.plain.rows(
    `select d.first, d.given, d.page, l.at, d.record as doc, r.record as reading, cast(${FOLLOWS} as integer) as follows
      from derived.doc d join derived.reading r on r.doc = d.id and r.made_by = ? join truth.log l on l.number = d.first
      where d.id = ? and d.made_by = ? and ${LATEST} and not ${REPEATS}`,
    makers.reader,
    id,
    makers.extractor,
  )
  if (!row) return undefined
  const page = row.page === null ? undefined : String(row.page)
  return {
    first: Number(row.first),
    firstAt: String(row.at),
    given: String(row.given),
    ...(page !== undefined && { page }),
    isLater: row.follows === 1,
    readDoc: {
      doc: parseDated(store, row as unknown as Parameters<typeof parseDated>[1]),
      reading: JSON.parse(String(row.reading)) as Reading,
    },
  }
}

/** The report that answers to the name, with its reading, as last linked. */
export async function findReadDoc(store: Store, name: string): Promise<ReadDoc | undefined> {
  const [found] = await listReadDocs(store, { after: 0, limit: 1, name })
  return found?.readDoc
}

/** Docs that a later one of their report has taken over from, of those seen after a log number. */
export function listReplaced(
  { plain }: Pick<Store, 'plain'>,
  { extractor }: Pick<Readers, 'extractor'>,
  after: number,
): Id<'doc'>[] {
  const rows = plain.rows(
    `select old.id from derived.doc d join derived.doc old
      on old.report = d.report and old.made_by = d.made_by and old.seen < d.seen
      where d.seen > ? and d.made_by = ?`,
    after,
    extractor,
  )
  return rows.map(({ id }) => asId<'doc'>(String(id)))
}

async function linkedMakers(store: Store): Promise<{ extractor: string; reader: string }> {
  const { reader } = await store.kysely()
  const row = await reader.selectFrom('derived.walk').select(['extractor', 'reader']).executeTakeFirst()
  return row ?? { extractor: '', reader: '' }
}
