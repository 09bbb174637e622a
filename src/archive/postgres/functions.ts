// The words of SQLite that the archive's SQL uses, as functions of PostgreSQL in a schema of their own on the search path.

// JSON may hold half a character or a NUL as an escape, which PostgreSQL's JSON refuses as soon as it looks: it sees U+FFFD. An
// escape that is itself escaped stays as it is.
const SOUND = String.raw`create or replace function readout.sound(j text) returns json
  immutable strict parallel safe language sql as $$
    select case when j !~ '\\u(0000|[dD][89a-fA-F])' then j
      else regexp_replace(j, '(?<!\\)((\\\\)*)\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\1\\ufffd', 'g') end::json
  $$`

const PATH = String.raw`create or replace function readout.json_path(path text) returns text[]
  immutable strict parallel safe language sql as $$
    select string_to_array(ltrim(regexp_replace(path, '\[(\d+)\]', '.\1', 'g'), '$.'), '.')
  $$`

const EXTRACT = `create or replace function readout.json_extract(j text, path text) returns text
  immutable strict parallel safe language sql as $$
    select readout.sound(j) #>> readout.json_path(path)
  $$`

const TYPE = `create or replace function readout.json_kind(j json) returns text
  immutable strict parallel safe language sql as $$
    select case json_typeof(j) when 'string' then 'text' when 'boolean' then j::text
      when 'number' then case when j::text ~ '[.eE]' then 'real' else 'integer' end else json_typeof(j) end
  $$`

const EACH = `create or replace function readout.json_each(j text)
  returns table (key readout.words, value readout.words, type readout.words)
  immutable strict parallel safe rows 100 language plpgsql as $$
    declare doc json := readout.sound(j);
    begin
      case json_typeof(doc)
        when 'array' then return query
          select (n - 1)::text::readout.words, (v #>> '{}')::readout.words, readout.json_kind(v)::readout.words
          from json_array_elements(doc) with ordinality as e (v, n);
        when 'object' then return query
          select k::readout.words, (v #>> '{}')::readout.words, readout.json_kind(v)::readout.words
          from pg_catalog.json_each(doc) as e (k, v);
        else return query
          select null::readout.words, (doc #>> '{}')::readout.words, readout.json_kind(doc)::readout.words;
      end case;
    end
  $$`

const EACH_AT = `create or replace function readout.json_each(j text, path text)
  returns table (key readout.words, value readout.words, type readout.words)
  immutable strict parallel safe rows 10 language sql as $$
    select key, value, type from readout.json_each(readout.json_extract(j, path))
  $$`

const INSTR = `create or replace function readout.instr(whole text, part text) returns bigint
  immutable strict parallel safe language sql as $$ select strpos(whole, part)::bigint $$`

// What refuses all changes of a table that is only added to; the trigger says in which words.
const REFUSE = `create or replace function readout.refuse() returns trigger language plpgsql as $$
    begin raise exception '%', tg_argv[0]; end
  $$`

/** What makes the functions, in order. They may be made again over those that are there. */
export const FUNCTIONS: readonly string[] = [SOUND, PATH, EXTRACT, TYPE, EACH, EACH_AT, INSTR, REFUSE]

/** What makes a table only added to: every other change is refused in these words, by row or all at once. */
export function onlyAddedTo(table: string, words: string): string[] {
  const name = table.split('.')[1]
  const refuse = `execute function readout.refuse('${words}')`
  return [
    ...['update', 'delete'].map(
      (verb) => `create trigger ${name}_no_${verb} before ${verb} on ${table} for each row ${refuse}`,
    ),
    `create trigger ${name}_no_truncate before truncate on ${table} for each statement ${refuse}`,
  ]
}
