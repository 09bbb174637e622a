// What was changed since the lines of the catalogue were last written. Whoever changes a row notes it here, in the same
// transaction; whoever has written the lines takes it away, in the same transaction. So a kill costs nothing but the work.
import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { touchEverything } from './catalogue-schema.ts'

/** What has a line of its own. */
export type Touched = 'doc' | 'claim' | 'entity' | 'story'

/** Statements by themselves: what Kysely would have to compile anew each time. Rows go in as one JSON text. */
export async function run(db: Kysely<Tables>, sql: string, ...parameters: unknown[]): Promise<unknown[][]> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql, parameters))
  return rows.map((row) => Object.values(row))
}

/** Notes that the lines of these must be looked at; `isLate`: not before the end of the walk. */
export async function touch(
  trx: Transaction<Tables>,
  noun: Touched,
  ids: Iterable<string>,
  isLate = false,
): Promise<void> {
  const list = [...new Set(ids)]
  if (list.length === 0) return
  const sql = `insert into derived.touched (late, noun, id)
    select cast(? as bigint), cast(? as text), value from json_each(?) where true on conflict do nothing`
  await run(trx, sql, isLate ? 1 : 0, noun, JSON.stringify(list))
}

/** Notes that every line must be looked at, at the end of the walk. */
export async function touchAll(trx: Transaction<Tables>): Promise<void> {
  for (const sql of touchEverything('derived')) await run(trx, sql)
}

/** Notes the docs of these reports, and all of their pages: a later version is known by those before it. */
export async function touchReport(
  trx: Transaction<Tables>,
  report: string,
  page: string | null | undefined,
): Promise<void> {
  const pages = 'select page from derived.doc where report = ? and page is not null union select cast(? as text)'
  const sql = `insert into derived.touched (late, noun, id)
    select 1, 'doc', id from derived.doc where report = ?
    union select 1, 'doc', id from derived.doc where page in (${pages}) on conflict do nothing`
  await run(trx, sql, report, report, page ?? null)
}

/** A portion of what was touched, its lines written by `keep`, in one transaction. Gives how many there were. */
export async function takeTouched(
  store: Pick<Store, 'kysely'>,
  { noun, isLate, limit }: { readonly noun: Touched; readonly isLate: boolean; readonly limit: number },
  keep: (trx: Transaction<Tables>, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  const { derived } = await store.kysely()
  return derived.transaction().execute(async (trx) => {
    const sql = 'select id from derived.touched where late = ? and noun = ? order by id limit ?'
    const ids = (await run(trx, sql, isLate ? 1 : 0, noun, limit)).map(([id]) => String(id))
    if (ids.length === 0) return 0
    await keep(trx, ids)
    const done =
      'delete from derived.touched where late in (0, 1) and noun = ? and id in (select value from json_each(?))'
    await run(trx, done, noun, JSON.stringify(ids))
    return ids.length
  })
}
