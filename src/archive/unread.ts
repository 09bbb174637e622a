// What is left to do, as a question to the archive: no queue remembers it.
import { sql, type Transaction } from 'kysely'
import type { Maker } from '../model/id.ts'
import { asLogged, type LoggedDoc } from './docs.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { REPEATS } from './version-rules.ts'

/** A report that the extractor has not seen, or not with all its sightings. */
export interface Unextracted {
  readonly report: string
  readonly name: string
  readonly first: number // log number of its first sighting
  readonly last: number // of its last
}

/** Which of what is left to make: at most so many of those that first came after a log number, in the order in which they came. */
interface Left {
  readonly extractor: Maker
  readonly after: number
  readonly limit: number
  readonly seenAfter?: number // only what was last seen after this one, in that order: it costs little where all before it is made
}

/** Reports that this extractor has yet to make a doc of. */
export async function listUnextracted(
  store: Store,
  { extractor, after, limit, seenAfter }: Left,
): Promise<Unextracted[]> {
  const { reader } = await store.kysely()
  return unextracted(reader, extractor)
    .$if(seenAfter !== undefined, (rows) => rows.where('c.number', '>', seenAfter ?? 0))
    .select(['r.report', 'r.name', 'r.first', 'c.number as last'])
    .where('r.first', '>', after)
    .orderBy(seenAfter === undefined ? 'r.first' : 'c.number')
    .limit(limit)
    .execute()
}

/** Docs of this extractor that this reader has yet to read. A sighting of a version before it is not read. */
export async function listUnread(
  store: Store,
  { extractor, reader, after, limit, seenAfter }: Left & { readonly reader: Maker },
): Promise<LoggedDoc[]> {
  const { reader: db } = await store.kysely()
  const rows = await unread(db, { extractor, reader })
    .$if(seenAfter !== undefined, (own) => own.where('d.seen', '>', seenAfter ?? 0))
    .selectAll('d')
    .where('d.first', '>', after)
    .orderBy(seenAfter === undefined ? 'd.first' : 'd.seen')
    .limit(limit)
    .execute()
  return rows.map(asLogged)
}

/**
 * The lowest log number above `after` that something unmade reaches up to: the last sighting of a report not made out yet. Whatever came
 * between is read, so that linking may go as far. Undefined where nothing is left to make. It looks at what came after that number alone.
 */
export async function lowestUnmade(
  store: Store,
  { extractor, reader }: { readonly extractor: Maker; readonly reader: Maker },
  after = 0,
): Promise<number | undefined> {
  const { reader: db } = await store.kysely()
  const bare = unextracted(db, extractor).select('c.number as last').where('c.number', '>', after)
  const left = unread(db, { extractor, reader }).select('d.seen').where('d.seen', '>', after)
  const [first, second] = await Promise.all([
    bare.orderBy('c.number').limit(1).executeTakeFirst(),
    left.orderBy('d.seen').limit(1).executeTakeFirst(),
  ])
  const found = [first?.last, second?.seen].filter((one) => one !== undefined)
  return found.length > 0 ? Math.min(...found.map(Number)) : undefined
}

/** True where a report that first came up to that log number has neither doc nor fault, or a doc seen up to it neither reading nor fault. */
export async function isUnmadeUpTo(
  db: Db | Transaction<Tables>,
  { extractor, reader }: { readonly extractor: Maker; readonly reader: Maker },
  number: number,
): Promise<boolean> {
  const bare = unextracted(db, extractor)
    .select('r.report')
    .where('r.first', '<=', number)
    .where(({ not, exists, selectFrom }) => {
      const doc = selectFrom('derived.doc as d').select('d.id').whereRef('d.report', '=', 'r.report')
      return not(exists(doc.where('d.made_by', '=', extractor)))
    })
    .where(({ not, exists, selectFrom }) => {
      const fault = selectFrom('derived.fault as f').select('f.report').whereRef('f.report', '=', 'r.report')
      return not(exists(fault.where('f.made_by', '=', extractor)))
    })
  if (await bare.limit(1).executeTakeFirst()) return true
  const left = unread(db, { extractor, reader }).select('d.id').where('d.seen', '<=', number)
  return (await left.limit(1).executeTakeFirst()) !== undefined
}

/** Of these reports, those that are not made out yet, in log order. */
export async function listUnmadeOf(
  store: Store,
  { extractor, reader }: { readonly extractor: Maker; readonly reader: Maker },
  reports: readonly string[],
): Promise<{ readonly unextracted: Unextracted[]; readonly unread: LoggedDoc[] }> {
  const { reader: db } = await store.kysely()
  const rows = unextracted(db, extractor).select(['r.report', 'r.name', 'r.first', 'c.number as last'])
  const docs = unread(db, { extractor, reader }).selectAll('d')
  return {
    unextracted: await rows
      .where('r.report', 'in', [...reports])
      .orderBy('r.first')
      .execute(),
    unread: (
      await docs
        .where('d.report', 'in', [...reports])
        .orderBy('d.first')
        .execute()
    ).map(asLogged),
  }
}

type Db = Awaited<ReturnType<Store['kysely']>>['reader']

// Each report with its last sighting, found by itself: so a few of them, or the first of a list, cost no look at all the others.
function unextracted(db: Db | Transaction<Tables>, extractor: Maker) {
  return db
    .selectFrom('truth.report as r')
    .innerJoin('truth.capture as c', 'c.report', 'r.report')
    .where(({ eb, selectFrom }) =>
      eb(
        'c.number',
        '=',
        selectFrom('truth.capture as any')
          .select((of) => of.fn.max('any.number').as('last'))
          .whereRef('any.report', '=', 'r.report'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('truth.removal as gone')
            .select('gone.id')
            .where('gone.noun', '=', 'report')
            .whereRef('gone.id', '=', 'r.report'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('derived.doc as d')
            .select('d.id')
            .whereRef('d.report', '=', 'r.report')
            .where('d.made_by', '=', extractor)
            .whereRef('d.seen', '>=', 'c.number'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('derived.fault as f')
            .select('f.report')
            .whereRef('f.report', '=', 'r.report')
            .where('f.made_by', '=', extractor)
            .whereRef('f.seen', '>=', 'c.number'),
        ),
      ),
    )
}

function unread(
  db: Db | Transaction<Tables>,
  { extractor, reader }: { readonly extractor: Maker; readonly reader: Maker },
) {
  return db
    .selectFrom('derived.doc as d')
    .where('d.made_by', '=', extractor)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('derived.reading as r')
            .select('r.doc')
            .whereRef('r.doc', '=', 'd.id')
            .where('r.made_by', '=', reader),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('derived.fault as f')
            .select('f.report')
            .whereRef('f.report', '=', 'd.report')
            .whereRef('f.seen', '>=', 'd.seen')
            .where('f.made_by', '=', reader),
        ),
      ),
    )
    .where(sql<boolean>`not ${sql.raw(REPEATS)}`)
}

/** How many reports this extractor has yet to look at. */
export async function countUnextracted(store: Store, extractor: Maker): Promise<number> {
  return (await listUnextracted(store, { extractor, after: 0, limit: 2 ** 31 })).length
}

/** How many reports have neither a reading of these makers nor a fault of one. One query. */
export function countUnmade(
  { plain }: Pick<Store, 'plain'>,
  { extractor, reader }: { readonly extractor: Maker; readonly reader: Maker },
): number {
  const sql = `select count(*) as count from truth.report r
    where not exists (select 1 from derived.doc d join derived.reading g on g.doc = d.id
      where d.report = r.report and d.made_by = ? and g.made_by = ?)
    and not exists (select 1 from derived.doc d where d.report = r.report and d.made_by = ? and ${REPEATS})
    and not exists (select 1 from derived.fault f where f.report = r.report and f.made_by in (?, ?))
    and not exists (select 1 from truth.removal gone where gone.noun = 'report' and gone.id = r.report)`
  return Number(plain.rows(sql, extractor, reader, extractor, extractor, reader)[0]?.count)
}
