// What is made from the truth, on PostgreSQL. All of it can be dropped and made again.
import { ACTS_OF_HOLDERS } from '../catalogue/catalogue-schema.ts'
import { LINKED_BY_PARTS } from '../linked-by-parts.ts'
import { CATALOGUE_TABLES } from './catalogue-tables.ts'
import { asPostgres } from './columns.ts'
import type { Steps } from './steps.ts'

const MADE = [
  `create table doc (id text primary key not null, report text not null, made_by text not null, first integer not null,
    seen integer not null, given text not null, name text not null, page text, words text not null, digest text not null,
    record text not null)`,
  'create index doc_report on doc (report, made_by, seen)',
  'create index doc_first on doc (first)',
  'create index doc_name on doc (name)',
  'create index doc_page on doc using hash (page)', // an address may be longer than an entry of an index in order may be
  'create index doc_seen on doc (seen)',
  `create table reading (doc text not null, made_by text not null, record text not null, digest text not null default '',
    primary key (doc, made_by))`,
  `create table fault (report text not null, made_by text not null, seen integer not null, code text not null,
    message text not null, primary key (report, made_by))`,
  `create table linked (noun text not null, id text not null, owner text not null, sort text not null, claim text, doc text,
    record text not null, primary key (noun, id))`,
  'create index linked_owner on linked (owner)',
  'create index linked_claim on linked (claim)',
  'create index linked_doc on linked (doc, noun)',
  'create index linked_sort on linked (noun, sort, id)',
  `create table sum (kind text primary key not null, rows integer not null, digest text not null)`,
  `create table walk (version integer primary key autoincrement, linked_to integer not null, extractor text not null,
    reader text not null, linker text not null, tracker text not null)`,
  `create table filed (id text primary key not null, published text not null, name text not null, story text not null,
    joined text not null, moves text not null, stems blob not null, counts blob not null, weights blob not null, vector blob)`,
  'create index filed_place on filed (published, name, id)',
  'create index filed_story on filed (story)',
  'create table vector (digest text not null, made_by text not null, bytes blob not null, primary key (made_by, digest))',
]

/** In order: what takes the schema from the number before to this one. Tables are named bare: derived is where they are made. */
export const DERIVED_STEPS: Steps = {
  8: [
    ...MADE.map(asPostgres),
    ...CATALOGUE_TABLES,
    'create table shelf (key text collate "C" primary key not null, value varchar collate "C" not null)', // see values.ts
  ],
  9: ACTS_OF_HOLDERS.map(asPostgres),
  10: LINKED_BY_PARTS,
}
