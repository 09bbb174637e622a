// Who speaks in which reports, and how much: each one's counts go up and down by what changes.
import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { columns } from './bulk.ts'
import type { MadeReport } from './made-report.ts'
import { PLACES } from './said-lines.ts'
import { run } from './touched.ts'

/** Who says what in a report. */
export function whoOf({ first, published, said }: MadeReport): WhoRow[] {
  return said.flatMap(({ place, who }) =>
    [...new Set(who)].map((entity): WhoRow => [entity, published ?? '', first * PLACES + place]),
  )
}

export type WhoRow = readonly [entity: string, printed: string, n: number]

/**
 * Puts who speaks in the reports of these numbers in the place of who did, and each one's counts go up or down by the difference.
 * Gives the numbers of what is said by others than before.
 */
export async function changeWho(trx: Transaction<Tables>, firsts: string, rows: readonly WhoRow[]): Promise<number[]> {
  const sql = `select w.entity, w.printed, w.n from json_each(?) f join derived.said_who w
    on w.n >= cast(f.value as bigint) * ${PLACES} and w.n < (cast(f.value as bigint) + 1) * ${PLACES}`
  const before = (await run(trx, sql, firsts)) as unknown as WhoRow[]
  const keys = new Set(rows.map((row) => row.join(' ')))
  const had = new Set(before.map((row) => row.join(' ')))
  const gone = before.filter((row) => !keys.has(row.join(' ')))
  const fresh = rows.filter((row) => !had.has(row.join(' ')))
  if (gone.length + fresh.length === 0) return []
  const counts = new Map<string, { said: number; reports: number }>()
  const count = (some: readonly WhoRow[], sign: 1 | -1): void => {
    const docs = new Set<string>()
    for (const [entity, , n] of some) {
      const own = counts.get(entity) ?? { said: 0, reports: 0 }
      counts.set(entity, own)
      own.said += sign
      const doc = `${entity} ${Math.floor(n / PLACES)}`
      if (!docs.has(doc)) own.reports += sign
      docs.add(doc)
    }
  }
  count(before, -1)
  count(rows, 1)
  await run(
    trx,
    `delete from derived.said_who where (entity, printed, n) in (select ${columns('text', 'text', 'number')} from json_each(?))`,
    JSON.stringify(gone),
  )
  await run(
    trx,
    `insert into derived.said_who select ${columns('text', 'text', 'number')} from json_each(?)`,
    JSON.stringify(fresh),
  )
  const concerned = new Set([...gone, ...fresh].map(([entity]) => entity))
  const differences = [...concerned].map((entity) => [
    entity,
    counts.get(entity)?.said ?? 0,
    counts.get(entity)?.reports ?? 0,
  ])
  await addCounts(trx, JSON.stringify(differences))
  return [...new Set([...gone, ...fresh].map(([, , n]) => n))]
}

// Somebody whose own line is not written yet has one without a name until it is.
async function addCounts(trx: Transaction<Tables>, differences: string): Promise<void> {
  const latest = `coalesce((select max(printed) from derived.said_who w where w.entity = json_extract(value, '$[0]')), '')`
  await run(
    trx,
    `insert into derived.person_line (entity, kind, name, sort_name, said, reports, latest)
      select json_extract(value, '$[0]'), '', '', '', cast(json_extract(value, '$[1]') as bigint),
        cast(json_extract(value, '$[2]') as bigint), ${latest}
      from json_each(?) where true
      on conflict (entity) do update
      set said = person_line.said + excluded.said, reports = person_line.reports + excluded.reports, latest = excluded.latest`,
    differences,
  )
  await run(
    trx,
    `delete from derived.person_line where name = '' and said = 0
      and entity in (select json_extract(value, '$[0]') from json_each(?))`,
    differences,
  )
}
