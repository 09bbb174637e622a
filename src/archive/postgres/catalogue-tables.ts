// The lines of the catalogue on PostgreSQL: the tables and indexes of SQLite's, what counts the lines and notes which claims
// changed, and the index of words.
import { CATALOGUE, COUNTED } from '../catalogue/catalogue-schema.ts'
import { CLAIM_TOLD } from '../catalogue/claim-changes.ts'
import { asPostgres } from './columns.ts'

// The name of an outlet may be longer than an entry of an index in order may be: it is found by its hash.
const ORDERED = /^create index (report_line|said)_outlet/

const TABLES = [
  ...CATALOGUE.filter((sql) => /^create (table|index)/.test(sql) && !ORDERED.test(sql)),
  'create index report_line_outlet on report_line using hash (outlet)',
  'create index said_outlet on said using hash (outlet)',
  'create table claim_change (n integer primary key autoincrement, claim text not null unique)',
  'create table claim_epoch (epoch text not null)',
].map(asPostgres)

// Counted a statement at a time. A table whose rows count only where a condition holds is looked at again when they change.
const COUNTING = [
  `create function count_lines() returns trigger language plpgsql as $$
    declare change bigint;
    begin
      if tg_op = 'INSERT' then select count(*) into change from come;
      else select - count(*) into change from gone; end if;
      update derived.catalogue_count set count = count + change where noun = tg_table_name and change <> 0;
      return null;
    end $$`,
  `create function count_speakers() returns trigger language plpgsql as $$
    declare change bigint := 0; part bigint;
    begin
      if tg_op <> 'DELETE' then select count(*) into part from come where said > 0; change := change + part; end if;
      if tg_op <> 'INSERT' then select count(*) into part from gone where said > 0; change := change - part; end if;
      update derived.catalogue_count set count = count + change where noun = tg_table_name and change <> 0;
      return null;
    end $$`,
  ...COUNTED.flatMap((table) => [
    `insert into catalogue_count (noun, count) values ('${table}', 0)`,
    ...(table === 'person_line' ? (['insert', 'delete', 'update'] as const) : (['insert', 'delete'] as const)).map(
      (event) => counting(table, event),
    ),
  ]),
]

function counting(table: string, event: 'insert' | 'delete' | 'update'): string {
  const seen = {
    insert: 'new table as come',
    delete: 'old table as gone',
    update: 'old table as gone new table as come',
  }
  const counts = table === 'person_line' ? 'count_speakers' : 'count_lines'
  return `create trigger ${table}_${event} after ${event} on ${table} referencing ${seen[event]}
    for each statement execute function ${counts}()`
}

// A claim's number is the last at which its line came, went, or was written otherwise than it was.
const CHANGES = [
  `insert into claim_epoch (epoch) values (substr(md5(random()::text || clock_timestamp()::text), 1, 12))`,
  `create function note_claim() returns trigger language plpgsql as $$
    declare one text := case when tg_op = 'DELETE' then old.claim else new.claim end;
    begin
      delete from derived.claim_change where claim = one;
      insert into derived.claim_change (claim) values (one);
      return null;
    end $$`,
  ...(
    [
      ['claim_come', 'insert', ''],
      ['claim_gone', 'delete', ''],
      ['claim_other', 'update', `when ((${told('old')}) is distinct from (${told('new')}))`],
    ] as const
  ).map(
    ([name, event, when]) =>
      `create trigger ${name} after ${event} on claim_line for each row ${when} execute function note_claim()`,
  ),
]

function told(row: 'old' | 'new'): string {
  return CLAIM_TOLD.map((column) => `${row}.${column}`).join(', ')
}

// What a line is found by, taken apart before it comes here (tsvector.ts).
const INDEXES = ['search_report', 'search_said', 'search_claim'].flatMap((index) => [
  `create table ${index} (rowid bigint primary key, found tsvector not null, size bigint not null)`,
  `create index ${index}_found on ${index} using gin (found)`,
])

/** What makes them, in order. Tables are named bare. */
export const CATALOGUE_TABLES: readonly string[] = [...TABLES, ...COUNTING, ...CHANGES, ...INDEXES]
