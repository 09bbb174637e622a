// How it goes, on PostgreSQL: what is asked of the open web when; who may sign in; who is mailed what. Changed in place.
import { asPostgres } from './columns.ts'
import { onlyAddedTo } from './functions.ts'
import type { Steps } from './steps.ts'

// Addresses may be longer than an entry of an index in order may be: they are told apart by their hashes.
const WEB = [
  `create table host (host text primary key not null, next_at text not null, holder text, held_until text, gap_ms integer,
    crawl_ms integer, robots text, robots_status integer, robots_at text)`,
  'create index host_next on host (next_at)',
  `create table address (url text not null, exclude using hash (url with =), host text not null references host (host), what text not null,
    source text, due_at text, step integer not null default 0, holder text, held_until text, etag text, modified text,
    digest text, outcome text, reason text, first_at text not null, asked_at text, had_at text,
    failures integer not null default 0, moved_to text, found_in text, told text, tags_from text)`,
  'create index address_due on address (host, due_at)',
  'create table find (source text not null, url text not null, at text not null)',
  'create unique index find_once on find (md5(source), md5(url))',
  'create index find_source on find using hash (source)',
]

const PEOPLE = [
  `create table account (id text primary key not null, name text not null, sign text not null unique,
    password text not null, role text not null, state text not null, made_at text not null, seen_at text)`,
  `create table session (digest text primary key not null, id text not null unique,
    account text not null references account (id) on delete cascade, from_at text not null, seen_at text not null,
    until_at text not null, address text not null)`,
  'create index session_account on session (account)',
  `create table token (digest text primary key not null, id text not null unique,
    account text not null references account (id) on delete cascade, label text not null, scope text not null,
    from_at text not null, until_at text not null, seen_at text)`,
  'create index token_account on token (account)',
  `create table audit (number integer primary key autoincrement, at text not null, what text not null, who text, whom text,
    address text, detail text)`,
  'create table secret (name text primary key not null, value text not null)',
]

const MAIL = [
  `create table subscriber (id text primary key not null, address text not null, sign text not null, watch text not null,
    state text not null, since text not null, how text not null, asked_at text, digest text unique, until_at text,
    unique (watch, sign))`,
  'create index subscriber_state on subscriber (watch, state, sign)',
  `create table mailing (id text primary key not null, kind text not null, watch text not null, week text not null,
    version text not null, number integer not null, begun text not null, by text not null,
    fence integer not null default 0, holder text, held_until text)`,
  `create table delivery (id text primary key not null, mailing text not null references mailing (id),
    subscriber text references subscriber (id) on delete set null, address text not null, sign text not null,
    state text not null, attempts integer not null default 0, due text not null, at text not null, reply text, settled text,
    unique (mailing, sign))`,
  'create index delivery_due on delivery (mailing, state, due)',
]

const WORK = [
  `create table job (id text primary key not null, name text not null, key text not null, data text not null,
    state text not null, tries integer not null, since text not null, due text not null, fence integer not null,
    holder text, held_until text, reason text, unique (name, key))`,
  `create table lead (role text primary key not null, holder text, fence integer not null, beat integer not null,
    at text not null, trouble text)`,
]

const AT_WORK = [
  `create table process (id text primary key not null, kind text not null, machine text not null, pid integer not null,
    version text not null, begun text not null, at text not null, memory integer not null, stopped text)`,
]

// The one change that may be made of what happened: an address that its owner wants erased.
const WHAT_MAY_BE_ERASED = [
  `create or replace function readout.audit_no_update() returns trigger language plpgsql as $$
      begin
        if (new.number, new.at, new.what, new.who, new.address) is not distinct from
          (old.number, old.at, old.what, old.who, old.address) and new.whom = 'erased' and new.detail is null
          then return new; end if;
        raise exception 'what happened is only added to';
      end
    $$`,
  'drop trigger if exists audit_no_update on state.audit',
  `create trigger audit_no_update before update on state.audit for each row execute function readout.audit_no_update()`,
]

/** In order: what takes the schema from the number before to this one. Tables are named bare: state is where they are made. */
export const STATE_STEPS: Steps = {
  4: [...[...WEB, ...PEOPLE, ...MAIL].map(asPostgres), ...onlyAddedTo('state.audit', 'what happened is only added to')],
  5: WORK.map(asPostgres),
  6: AT_WORK.map(asPostgres),
  7: WHAT_MAY_BE_ERASED,
}
