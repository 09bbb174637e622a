// The tables of the catalogue as SQL: flat lines of what lists show, what was touched since they were written, and the words
// that search finds. A line holds nothing that is not made from what stands beside it.
import type { Connection } from '../connection.ts'

/** The tables whose lines are counted as they come and go; of people, those who say something. */
export const COUNTED = ['report_line', 'said', 'claim_line', 'story_line', 'person_line'] as const

/** What makes the catalogue, in order. Tables are named bare. */
export const CATALOGUE: readonly string[] = [
  `create table touched (late integer not null, noun text not null, id text not null, primary key (late, noun, id)) without rowid`,
  `create table catalogue_state (key text primary key not null, value text not null) without rowid`,

  `create table report_line (first integer primary key not null, doc text not null unique, name text not null,
    first_at text not null, title text, outlet text, printed text not null, language text not null, url text,
    said integer not null, story text, is_later integer not null, searched text not null)`,
  `create index report_line_name on report_line (name)`,
  `create index report_line_printed on report_line (printed)`,
  `create index report_line_came on report_line (first_at)`,
  `create index report_line_outlet_printed on report_line (outlet, printed)`,
  `create index report_line_outlet_came on report_line (outlet, first_at)`,
  `create index report_line_story on report_line (story, printed) where story is not null`,

  `create table said (n integer primary key not null, attribution text not null, source text not null, speaker text not null,
    kind text not null, act text not null, form text not null, outlet text, printed text not null, confidence real not null,
    words text not null, start_at integer not null, end_at integer not null)`,
  `create index said_attribution on said (attribution)`,
  `create index said_printed on said (printed)`,
  `create index said_kind on said (kind, printed)`,
  `create index said_act on said (act, printed)`,
  `create index said_outlet on said (outlet, printed)`,
  `create index said_doubt on said (confidence)`,
  `create table said_who (entity text not null, printed text not null, n integer not null, primary key (entity, printed, n))
    without rowid`,
  `create index said_who_n on said_who (n)`,
  `create table said_claim (claim text not null, n integer not null, primary key (claim, n)) without rowid`,
  `create index said_claim_n on said_claim (n)`,

  `create table claim_line (n integer primary key not null, claim text not null unique, wording text not null,
    standing text not null, standing_before text, standing_since text not null, first_printed text not null,
    last_printed text not null, reports integer not null, at_least integer not null, at_most integer not null,
    unknown integer not null, denied integer not null, declined integer not null, confirmed integer not null,
    altered integer not null, story text, searched text not null)`,
  `create index claim_line_printed on claim_line (first_printed, claim)`,
  `create index claim_line_changed on claim_line (standing_since, claim)`,
  `create index claim_line_turned on claim_line (standing_since, claim) where standing_before is not null`,
  `create index claim_line_latest on claim_line (last_printed, claim)`,
  `create index claim_line_reach on claim_line (reports, claim)`,
  `create index claim_line_standing_printed on claim_line (standing, first_printed, claim)`,
  `create index claim_line_standing_changed on claim_line (standing, standing_since, claim)`,
  `create index claim_line_standing_reach on claim_line (standing, reports, claim)`,
  `create index claim_line_standing_latest on claim_line (standing, last_printed, claim)`,
  `create index claim_line_story on claim_line (story, first_printed, claim) where story is not null`,
  `create table claim_entity (entity text not null, claim text not null, primary key (entity, claim)) without rowid`,
  `create index claim_entity_claim on claim_entity (claim)`,

  `create table story_line (story text primary key not null, title text not null, from_at text not null,
    until_at text not null, reports integer not null, claims integer not null) without rowid`,
  `create index story_line_latest on story_line (until_at, story)`,
  `create index story_line_reach on story_line (reports, story)`,
  `create table story_of (doc text primary key not null, story text not null) without rowid`,
  `create index story_of_story on story_of (story)`,

  `create table person_line (entity text primary key not null, kind text not null, name text not null,
    sort_name text not null, office text, said integer not null, reports integer not null, latest text not null) without rowid`,
  `create index person_line_said on person_line (said, entity) where said > 0`,
  `create index person_line_name on person_line (sort_name, entity) where said > 0`,
  `create index person_line_kind_said on person_line (kind, said, entity) where said > 0`,
  `create index person_line_kind_name on person_line (kind, sort_name, entity) where said > 0`,
  `create table person_word (word text not null, entity text not null, primary key (word, entity)) without rowid`,
  `create index person_word_entity on person_word (entity)`,

  `create table catalogue_count (noun text primary key not null, count integer not null) without rowid`,
  ...COUNTED.slice(0, 4).flatMap((table) => [
    `insert into catalogue_count (noun, count) values ('${table}', 0)`,
    counting(table, 'insert', '+ 1'),
    counting(table, 'delete', '- 1'),
  ]),
  `insert into catalogue_count (noun, count) values ('person_line', 0)`,
  counting('person_line', 'insert', '+ (new.said > 0)'),
  counting('person_line', 'delete', '- (old.said > 0)'),
  counting('person_line', 'update', '+ (new.said > 0) - (old.said > 0)', 'when (new.said > 0) <> (old.said > 0)'),

  `create table former (noun text not null, id text not null, now text not null, primary key (noun, id)) without rowid`,
  `create index former_now on former (noun, now)`,

  ...['search_report (words, facets)', 'search_said (words, speaker, facets)', 'search_claim (words, facets)']
    .map((table) =>
      table
        .replace(' (', ' using fts5(')
        .replace(')', `, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`),
    )
    .map((table) => `create virtual table ${table}`),
]

// Millions of rows cannot be counted for each page.
function counting(table: string, event: string, change: string, when = ''): string {
  return `create trigger ${table}_${event} after ${event} on ${table} ${when}
    begin update catalogue_count set count = count ${change} where noun = '${table}'; end`
}

const SEARCHED = ['search_report', 'search_said', 'search_claim'] as const

/** What empties it on a store of this kind. `schema`: where the tables lie. */
export function eraseCatalogue(schema: string, kind: Connection['kind']): string[] {
  const tables = [
    'touched',
    'catalogue_state',
    'report_line',
    'said',
    'said_who',
    'said_claim',
    'claim_line',
    'claim_entity',
    'story_line',
    'story_of',
    'person_line',
    'person_word',
    'former',
  ]
  return [
    ...tables.map((table) => `delete from ${schema}.${table}`),
    ...SEARCHED.map((table) =>
      kind === 'postgres'
        ? `delete from ${schema}.${table}`
        : `insert into ${schema}.${table} (${table}) values ('delete-all')`,
    ),
  ]
}

/**
 * What each of those who bear on a claim did to it, put beside them: a list of acts with their dates, null where it is not written yet,
 * as by a process of the version before. Tables are named bare.
 */
export const ACTS_OF_HOLDERS: readonly string[] = [
  'alter table claim_entity add column acts text',
  `insert into touched (late, noun, id) select 1, 'claim', claim from claim_line where true on conflict do nothing`,
]

/** What notes that every line has to be looked at, at the end of a walk: of all that there is, and all that has a line. */
export function touchEverything(schema: string): string[] {
  const from = (noun: string, select: string): string =>
    `insert into ${schema}.touched (late, noun, id) select 1, '${noun}', ${select} on conflict do nothing`
  return [
    from('doc', `id from ${schema}.doc where true`),
    from('doc', `doc from ${schema}.report_line where true`),
    from('claim', `id from ${schema}.linked where noun = 'claim'`),
    from('claim', `claim from ${schema}.claim_line where true`),
    from('entity', `id from ${schema}.linked where noun = 'entity'`),
    from('entity', `entity from ${schema}.person_line where true`),
    from('story', `id from ${schema}.linked where noun = 'story'`),
    from('story', `story from ${schema}.story_line where true`),
  ]
}

/** What reads the former ids out of what is linked under this condition on `l`. Of two that had one id, the last has it. */
export function readFormer(schema: string, where: string): string {
  return `insert into ${schema}.former (noun, id, now)
    select f.noun, f.id, max(f.now) from (
      select l.noun, case a.type when 'object' then json_extract(a.value, '$.id') else a.value end as id, l.id as now
      from ${schema}.linked l cross join json_each(json_extract(l.record, '$.aliases')) a where ${where}) f
    group by f.noun, f.id on conflict (noun, id) do update set now = excluded.now`
}
