// The truth on PostgreSQL: what came in and what people decided. Rows are only ever added; triggers refuse all else but what a
// removal names.
import { asPostgres } from './columns.ts'
import { onlyAddedTo } from './functions.ts'
import type { Steps } from './steps.ts'

/** In order: what takes the schema from the number before to this one. A released one is never edited. */
export const TRUTH_STEPS: Steps = {
  3: [
    ...[
      'create table truth.payload (digest text primary key not null, bytes blob not null)',
      `create table truth.log (number integer primary key not null, at text not null, what text not null unique,
        before text not null)`,
      `create table truth.report (report text primary key not null,
        first integer not null unique references truth.log (number), name text not null unique, base text not null,
        nth integer not null)`,
      'create index report_base on truth.report (base, nth)',
      `create table truth.capture (number integer primary key not null references truth.log (number),
        id text not null unique, report text references truth.report (report), record text not null)`,
      'create index capture_report on truth.capture (report, number)',
      `create table truth.decision (number integer primary key not null references truth.log (number),
        id text not null unique, record text not null)`,
    ].map(asPostgres),
    'alter table truth.payload alter column bytes set storage external', // most come compressed already, and are read whole
    "create index capture_payload on truth.capture (readout.json_extract(record, '$.outcome.payload'))",
    // by hash, since an address may be longer than an entry of an index in order may be
    "create index capture_asked on truth.capture using hash (readout.json_extract(record, '$.asked'))",
    ...['payload', 'log', 'report', 'capture', 'decision'].flatMap((table) =>
      onlyAddedTo(`truth.${table}`, wordsOf(table)),
    ),
  ],
  4: [
    asPostgres(`create table truth.removal (noun text not null, id text not null,
      number integer not null references truth.log (number), becomes text, primary key (noun, id, number))`),
    'create index removal_number on truth.removal (number)',
    ...onlyAddedTo('truth.removal', wordsOf('removal')),
    unlessRemoved('payload', 'delete', 'digest'),
    unlessRemoved('report', 'update', 'report', 'report,first', 'name'),
    unlessRemoved('capture', 'update', 'id', 'number,id,report'),
    unlessRemoved('decision', 'update', 'id', 'number,id'),
    `create trigger payload_no_return before insert on truth.payload
      for each row execute function readout.refuse_removed()`,
  ],
}

function wordsOf(table: string): string {
  return `truth.${table} is only ever added to`
}

function unlessRemoved(table: string, verb: 'update' | 'delete', id: string, fixed = '', becomes = ''): string {
  const given = [wordsOf(table), table, id, fixed, becomes].map((one) => `'${one}'`).join(', ')
  return `create or replace trigger ${table}_no_${verb} before ${verb} on truth.${table}
    for each row execute function readout.refuse_unless_removed(${given})`
}
