// The lines of stories, and of which story each report is.
import type { Transaction } from 'kysely'
import type { Story } from '../../model/story.ts'
import type { Tables } from '../tables.ts'
import { columns, EACH } from './bulk.ts'
import { run } from './touched.ts'

/** Writes the lines of these stories, from the lines of their reports; of those that are gone, takes them away. */
export async function keepStories(
  trx: Transaction<Tables>,
  stories: readonly string[],
  made: readonly Story[],
): Promise<void> {
  const list = JSON.stringify(stories)
  const docs = JSON.stringify(made.flatMap(({ id, docs: own }) => own.map((doc) => [doc, id])))
  // a report that went over to another story is that story's, in whatever order the two are written
  await run(
    trx,
    `update derived.report_line set story = null where story in (${EACH}) and doc not in (${KEYS})`,
    list,
    docs,
  )
  await run(trx, `delete from derived.story_of where story in (${EACH}) and doc not in (${KEYS})`, list, docs)
  const put = `insert into derived.story_of (doc, story) select ${PAIR} from json_each(?) where true
    on conflict (doc) do update set story = excluded.story where story_of.story <> excluded.story returning doc`
  const moved = JSON.stringify((await run(trx, put, docs)).map(([doc]) => doc))
  await run(
    trx,
    `update derived.report_line set story = (select story from derived.story_of o where o.doc = report_line.doc)
      where doc in (${EACH})`,
    moved,
  )
  const kept = new Set(made.map(({ id }) => id as string))
  const gone = JSON.stringify(stories.filter((story) => !kept.has(story)))
  await run(trx, `delete from derived.story_line where story in (${EACH})`, gone)
  await writeLines(trx, made)
}

const KEYS = `select json_extract(value, '$[0]') from json_each(?)`
const PAIR = columns('text', 'text')

async function writeLines(trx: Transaction<Tables>, made: readonly Story[]): Promise<void> {
  const rows = made.map(({ id, title, docs, claims }) => [id, title, claims.length, docs])
  await run(
    trx,
    `insert into derived.story_line (story, title, claims, from_at, until_at, reports)
      select s.id, s.title, s.claims, coalesce(min(nullif(r.printed, '')), ''), coalesce(max(r.printed), ''),
        count(case when r.is_later = 0 then 1 end)
      from (select json_extract(value, '$[0]') as id, json_extract(value, '$[1]') as title,
          cast(json_extract(value, '$[2]') as bigint) as claims, json_extract(value, '$[3]') as docs from json_each(?)) s
        left join json_each(s.docs) d on true left join derived.report_line r on r.doc = d.value
      where true group by s.id, s.title, s.claims
      on conflict (story) do update set title = excluded.title, claims = excluded.claims, from_at = excluded.from_at,
        until_at = excluded.until_at, reports = excluded.reports`,
    JSON.stringify(rows),
  )
}
