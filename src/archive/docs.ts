// Docs, the readable texts: one a report for each extractor and each state of what was said of the report.
import { type Selectable, sql } from 'kysely'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Digest, type Id, type Instant, type Maker } from '../model/id.ts'
import { keepLast } from '../model/keep-last.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { dateVersion } from './date-version.ts'
import { digestOfDoc } from './made.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { FOLLOWS, LATEST, REPEATS } from './version-rules.ts'

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

/** The report that answers to the name, with its reading, as last linked. */
export async function findReadDoc(store: Store, name: string): Promise<ReadDoc | undefined> {
  const [found] = await listReadDocs(store, { after: 0, limit: 1, name })
  return found?.readDoc
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

// A later version of a page is of the day on which it was changed.
function parseDated(
  store: Pick<Store, 'plain'>,
  { doc, page, first, follows }: { doc: string; page: string | null; first: number; follows: number },
): Doc {
  const parsed = JSON.parse(doc) as Doc
  return page !== null && follows === 1 ? dateVersion(store, parsed, page, first) : parsed
}

/** Docs with their readings one at a time, by id: a lookup in the local file. Throws where one is not there. */
export function openReads({ plain, dir }: Pick<Store, 'plain' | 'dir'>, makers: Readers): (id: Id<'doc'>) => ReadDoc {
  const query = plain.prepare(
    `select d.record as doc, r.record as reading, d.page, d.first, cast(${FOLLOWS} as integer) as follows from derived.doc d
      join derived.reading r on r.doc = d.id and r.made_by = ? where d.id = ?`,
  )
  const known = new Map<Id<'doc'>, ReadDoc>()
  const find = (id: Id<'doc'>): ReadDoc => {
    const [row] = query.all([makers.reader, id])
    if (!row)
      throw new ReadoutError('STORE_DAMAGED', `${dir}: doc ${id} is not there; "readout rebuild" makes it again`)
    const doc = parseDated({ plain }, row as unknown as Parameters<typeof parseDated>[1])
    return { doc, reading: JSON.parse(String(row.reading)) as Reading }
  }
  return (id) => keepLast(known, { key: id, value: known.get(id) ?? find(id), most: READS_KEPT })
}

const READS_KEPT = 1000 // some 35 MB

/** As `openReads` gives them for the makers of the walk; what was read stays at hand until the next one. */
export function openReadsOf(
  store: Pick<Store, 'plain' | 'dir'>,
  { version, makers }: { readonly version: number; readonly makers: Readers },
): (id: Id<'doc'>) => ReadDoc {
  const before = readsOf.get(store.plain)
  if (before?.version === version) return before.reads
  const reads = openReads(store, makers)
  readsOf.set(store.plain, { version, reads })
  return reads
}

const readsOf = new WeakMap<Store['plain'], { readonly version: number; readonly reads: (id: Id<'doc'>) => ReadDoc }>()

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

function asDoc(row: Pick<Tables['derived.doc'], 'record'> | undefined): Doc | undefined {
  return row && (JSON.parse(row.record) as Doc)
}
