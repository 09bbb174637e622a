// The lines of reports and of what is said in them. A thing said is numbered by where its report stands in the log and by its
// place in the reading, so that its number is the same however often it is written.
import type { Transaction } from 'kysely'
import type { SaidLine } from '../../model/listing.ts'
import { dropSearched, keepSearched } from '../search/keep-searched.ts'
import type { Tables } from '../tables.ts'
import { columns, EACH, EACH_NUMBER } from './bulk.ts'
import { type Facet, facetWords } from './facets.ts'
import { PLACES } from './said-lines.ts'
import { run, touch } from './touched.ts'

/** The line of a report as it is to be, and what is said in it. */
export interface MadeReport {
  readonly doc: string
  readonly first: number
  readonly firstAt: string
  readonly name: string
  readonly title?: string | undefined
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly language: string
  readonly url?: string | undefined
  readonly isLater: boolean
  readonly text: string
  readonly said: readonly MadeSaid[]
}

export interface MadeSaid
  extends Pick<
    SaidLine,
    'attribution' | 'who' | 'source' | 'kind' | 'act' | 'form' | 'confidence' | 'words' | 'start' | 'end'
  > {
  readonly place: number // in the reading as it was read
  readonly speaker: string // all names of whoever says it, for search
}

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

function facetsOfReport({ outlet, said }: MadeReport): string {
  return facetWords([['outlet', outlet], ...said.flatMap((one) => facetsOf(one))])
}

/** The words that stand for all that a search of what was said can be narrowed to. */
export function facetsOfSaid(outlet: string | undefined, said: Pick<MadeSaid, 'who' | 'kind' | 'act'>): string {
  return facetWords([['outlet', outlet], ...facetsOf(said)])
}

function facetsOf({ who, kind, act }: Pick<MadeSaid, 'who' | 'kind' | 'act'>): [Facet, string][] {
  return [['kind', kind], ['act', act], ...who.map((entity): [Facet, string] => ['who', entity])]
}

const TEXTS = ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text'] as const
const REPORT_KINDS = ['number', ...TEXTS, 'number', 'number', 'text'] as const

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

// What is as it was stays untouched: most docs that are looked at again have not changed, or only in who somebody is.
async function writeSaid(trx: Transaction<Tables>, made: readonly MadeReport[]): Promise<void> {
  const firsts = JSON.stringify(made.map(({ first }) => first))
  const sql = `select s.* from json_each(?) f join derived.said s
    on s.n >= cast(f.value as bigint) * ${PLACES} and s.n < (cast(f.value as bigint) + 1) * ${PLACES}`
  const before = new Map((await run(trx, sql, firsts)).map((row) => [Number(row[0]), JSON.stringify(row)]))
  const rows = made.flatMap(rowsOf)
  const now = new Set(rows.map(([n]) => n))
  const changed = rows.filter((row) => before.get(row[0]) !== JSON.stringify(row))
  const gone = [...before.keys()].filter((n) => !now.has(n))
  await run(
    trx,
    `delete from derived.said where n in (${EACH_NUMBER})`,
    JSON.stringify([...gone, ...changed.map(([n]) => n)]),
  )
  await run(trx, `insert into derived.said select ${columns(...SAID_KINDS)} from json_each(?)`, JSON.stringify(changed))
  const elsewise = await changeWho(trx, firsts, made.flatMap(whoOf))
  const again = new Set([...changed.map(([n]) => n), ...elsewise.filter((n) => now.has(n))])
  await dropSearched(trx, 'search_said', [...gone, ...again])
  await touchBorne(
    trx,
    made.filter(({ first, said }) => said.some(({ place }) => !before.has(first * PLACES + place))),
  )
  const words = made.flatMap(({ first, outlet, said }) =>
    said.flatMap((one) => {
      const n = first * PLACES + one.place
      if (!again.has(n)) return []
      const facets = facetsOfSaid(outlet, one)
      return [{ n, words: one.words, speaker: one.speaker, facets }]
    }),
  )
  await keepSearched(trx, 'search_said', words)
}

type SaidRow = readonly [n: number, ...unknown[]]
const SAID_KINDS = ['number', ...TEXTS, 'real', 'text', 'number', 'number'] as const

function rowsOf({ first, outlet, published, said }: MadeReport): SaidRow[] {
  return said.map((one) => [
    first * PLACES + one.place,
    one.attribution,
    one.source,
    one.speaker,
    one.kind,
    one.act,
    one.form,
    outlet ?? null,
    published ?? '',
    one.confidence,
    one.words,
    one.start,
    one.end,
  ])
}

// What is said anew, or again after a ruling was undone, bears on claims whose lines may have been written without it.
async function touchBorne(trx: Transaction<Tables>, made: readonly MadeReport[]): Promise<void> {
  const sql = `insert into derived.touched (late, noun, id) select 0, 'claim', claim from derived.linked
    where noun = 'bearing' and claim is not null and doc in (${EACH}) on conflict do nothing`
  if (made.length > 0) await run(trx, sql, JSON.stringify(made.map(({ doc }) => doc)))
}

async function dropSaid(trx: Transaction<Tables>, firsts: string): Promise<void> {
  const sql = `select s.n from json_each(?) f join derived.said s
    on s.n >= cast(f.value as bigint) * ${PLACES} and s.n < (cast(f.value as bigint) + 1) * ${PLACES}`
  const ns = (await run(trx, sql, firsts)).map(([n]) => Number(n))
  if (ns.length === 0) return
  await run(trx, `delete from derived.said where n in (${EACH_NUMBER})`, JSON.stringify(ns))
  await dropSearched(trx, 'search_said', ns)
  await run(trx, `delete from derived.said_claim where n in (${EACH_NUMBER})`, JSON.stringify(ns))
  await changeWho(trx, firsts, [])
}

function whoOf({ first, published, said }: MadeReport): WhoRow[] {
  return said.flatMap(({ place, who }) =>
    [...new Set(who)].map((entity): WhoRow => [entity, published ?? '', first * PLACES + place]),
  )
}

type WhoRow = readonly [entity: string, printed: string, n: number]

// Who speaks in these reports is put in the place of who did, and each one's counts go up or down by the difference.
// Gives the numbers of what is said by others than before.
async function changeWho(trx: Transaction<Tables>, firsts: string, rows: readonly WhoRow[]): Promise<number[]> {
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
