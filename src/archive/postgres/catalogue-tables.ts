// The lines of the catalogue on PostgreSQL: the tables and indexes of SQLite's.
import { CATALOGUE } from '../catalogue/catalogue-schema.ts'
import { asPostgres } from './columns.ts'

/** What makes them, in order. Tables are named bare. */
export const CATALOGUE_TABLES: readonly string[] = [
  ...CATALOGUE.filter((sql) => /^create (table|index)/.test(sql)),
  'create table claim_change (n integer primary key autoincrement, claim text not null unique)',
  'create table claim_epoch (epoch text not null)',
].map(asPostgres)
