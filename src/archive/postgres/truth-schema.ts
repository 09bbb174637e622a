// The truth on PostgreSQL: what came in and what people decided. Rows are only ever added; triggers refuse all else but what
// a removal names.
import { INSERT_ONLY } from '../truth-triggers.ts'
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
    ...INSERT_ONLY.filter((table) => table !== 'removal').flatMap((table) =>
      onlyAddedTo(`truth.${table}`, `truth.${table} is only ever added to`),
    ),
  ],
  4: [
    asPostgres(`create table truth.removal (noun text not null, id text not null,
      number integer not null references truth.log (number), becomes text, primary key (noun, id, number))`),
    'create index removal_number on truth.removal (number)',
    ...onlyAddedTo('truth.removal', 'truth.removal is only ever added to'),
    ...guard('payload', 'delete', isNamed('payload', 'old.digest')),
    ...guard(
      'report',
      'update',
      `${isSame('report', 'first')} and ${isNamed('report', 'old.report', 'becomes = new.name')}`,
    ),
    ...guard('capture', 'update', `${isSame('number', 'id', 'report')} and ${isNamed('capture', 'old.id')}`),
    ...guard('decision', 'update', `${isSame('number', 'id')} and ${isNamed('decision', 'old.id')}`),
    ...guard('payload', 'insert', `not ${isNamed('payload', 'new.digest')}`, 'these bytes were removed'),
  ],
}

// A trigger that lets through what the condition holds of. It is a function, since a trigger's own condition may ask no other table.
function guard(table: string, verb: 'insert' | 'update' | 'delete', may: string, words?: string): string[] {
  const name = verb === 'insert' ? `${table}_no_return` : `${table}_no_${verb}`
  const refusal = words ?? `truth.${table} is only ever added to`
  return [
    `create or replace function readout.${name}() returns trigger language plpgsql as $$
      begin
        if ${may} then return ${verb === 'delete' ? 'old' : 'new'}; end if;
        raise exception '${refusal}';
      end
    $$`,
    `drop trigger if exists ${name} on truth.${table}`,
    `create trigger ${name} before ${verb} on truth.${table} for each row execute function readout.${name}()`,
  ]
}

function isNamed(noun: string, id: string, and = ''): string {
  return `exists (select 1 from truth.removal where noun = '${noun}' and id = ${id}${and === '' ? '' : ` and ${and}`})`
}

function isSame(...columns: readonly string[]): string {
  return columns.map((column) => `new.${column} is not distinct from old.${column}`).join(' and ')
}
