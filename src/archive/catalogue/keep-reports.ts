// The lines of reports, with all that is said in them.
import type { Transaction } from 'kysely'
import { dropSearched, keepSearched } from '../search/keep-searched.ts'
import type { Tables } from '../tables.ts'
import { columns, EACH, EACH_NUMBER } from './bulk.ts'
import { dropSaid, writeSaid } from './keep-said.ts'
import { facetsOfReport, type MadeReport } from './made-report.ts'
import { run, touch } from './touched.ts'

/** Writes the lines of these docs; of those that have none any more, takes them away. */
export async function keepReports(
  trx: Transaction<Tables>,
  docs: readonly string[],
  reports: readonly MadeReport[],
): Promise<void> {
  const made = reports.toSorted((a, b) => a.first - b.first) // the index takes rising numbers at once, and all others one by one
  const sql = `select doc, first, searched from derived.report_line where doc in (${EACH})`
  const known = new Map(
    (await run(trx, sql, JSON.stringify(docs))).map(([doc, first, searched]) => [
      String(doc),
      { first: Number(first), searched: String(searched) },
    ]),
  )
  const isKept = ({ doc, first }: MadeReport): boolean => known.get(doc)?.first === first
  const kept = new Set(made.filter(isKept).map(({ doc }) => doc))
  // what had a line before and is gone or stands elsewhere now, and what stood where a new one is to stand
  const gone = [...known].flatMap(([doc, { first }]) => (kept.has(doc) ? [] : [first]))
  const fresh = made.filter((one) => !isKept(one)).map(({ first }) => first)
  const dropped = JSON.stringify([...new Set([...gone, ...fresh])])
  await dropSaid(trx, dropped)
  await run(trx, `delete from derived.report_line where first in (${EACH_NUMBER})`, dropped)
  const lines = made.map((one) => ({ ...one, searched: facetsOfReport(one) }))
  const unlike = lines.filter((one) => !isKept(one) || known.get(one.doc)?.searched !== one.searched)
  await dropSearched(trx, 'search_report', [...gone, ...unlike.map(({ first }) => first)])
  await writeLines(trx, lines)
  const words = unlike.map(({ first, text, searched }) => ({ n: first, words: text, facets: searched }))
  await keepSearched(trx, 'search_report', words)
  await writeSaid(trx, made)
  const stories = `select distinct story from derived.story_of where doc in (${EACH})`
  const own = await run(trx, stories, JSON.stringify(docs))
  await touch(
    trx,
    'story',
    own.map(([story]) => String(story)),
  )
}

const REPORT_KINDS = ['number', ...Array<'text'>(8).fill('text'), 'number', 'number', 'text'] as const

async function writeLines(
  trx: Transaction<Tables>,
  made: readonly (MadeReport & { readonly searched: string })[],
): Promise<void> {
  const rows = made.map((one) => [
    one.first,
    one.doc,
    one.name,
    one.firstAt,
    one.title ?? null,
    one.outlet ?? null,
    one.published ?? '',
    one.language,
    one.url ?? null,
    one.said.length,
    one.isLater ? 1 : 0,
    one.searched,
  ])
  const fields = ['title', 'outlet', 'printed', 'language', 'url', 'said', 'is_later', 'searched', 'name', 'first_at']
  await run(
    trx,
    `insert into derived.report_line
      (first, doc, name, first_at, title, outlet, printed, language, url, said, is_later, searched, story)
      select ${columns(...REPORT_KINDS)}, (select story from derived.story_of where doc = json_extract(value, '$[1]'))
      from json_each(?) where true
      on conflict (first) do update set ${fields.map((field) => `${field} = excluded.${field}`).join(', ')}`,
    JSON.stringify(rows),
  )
}
