// The truth: what came in and what people decided. Rows are only ever added; triggers refuse all else but what a removal names.
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { triggersOfBefore, triggersOfRemoval } from './truth-triggers.ts'

/** In order, by name; a released one is never edited. Tables are named bare: each schema is a file of its own. */
export const truthMigrations: Readonly<Record<string, Migration>> = {
  '0001-what-came-in': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('payload')
        .addColumn('digest', 'text', (col) => col.primaryKey().notNull())
        .addColumn('bytes', 'blob', (col) => col.notNull())
        .execute()
      await db.schema
        .createTable('log')
        .addColumn('number', 'integer', (col) => col.primaryKey().notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addColumn('what', 'text', (col) => col.notNull().unique())
        .addColumn('before', 'text', (col) => col.notNull())
        .execute()
      await db.schema
        .createTable('report')
        .addColumn('report', 'text', (col) => col.primaryKey().notNull())
        .addColumn('first', 'integer', (col) => col.notNull().unique().references('log.number'))
        .addColumn('name', 'text', (col) => col.notNull().unique())
        .addColumn('base', 'text', (col) => col.notNull())
        .addColumn('nth', 'integer', (col) => col.notNull())
        .execute()
      await db.schema.createIndex('report_base').on('report').columns(['base', 'nth']).execute()
      await db.schema
        .createTable('capture')
        .addColumn('number', 'integer', (col) => col.primaryKey().notNull().references('log.number'))
        .addColumn('id', 'text', (col) => col.notNull().unique())
        .addColumn('report', 'text', (col) => col.references('report.report'))
        .addColumn('record', 'text', (col) => col.notNull())
        .execute()
      await db.schema.createIndex('capture_report').on('capture').columns(['report', 'number']).execute()
      await db.schema
        .createTable('decision')
        .addColumn('number', 'integer', (col) => col.primaryKey().notNull().references('log.number'))
        .addColumn('id', 'text', (col) => col.notNull().unique())
        .addColumn('record', 'text', (col) => col.notNull())
        .execute()
      for (const trigger of triggersOfBefore()) await sql.raw(trigger).execute(db)
    },
  },
  '0002-reports-of-the-same-bytes': {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw("create index capture_payload on capture (json_extract(record, '$.outcome.payload'))").execute(db)
    },
  },
  '0003-captures-of-an-address': {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw("create index capture_asked on capture (json_extract(record, '$.asked'), number)").execute(db)
    },
  },
  // What was removed by law: each thing by its noun and id, the log number of the decision, and what stands in its place.
  '0004-removals': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('removal')
        .addColumn('noun', 'text', (col) => col.notNull())
        .addColumn('id', 'text', (col) => col.notNull())
        .addColumn('number', 'integer', (col) => col.notNull().references('log.number'))
        .addColumn('becomes', 'text')
        .addPrimaryKeyConstraint('removal_key', ['noun', 'id', 'number'])
        .execute()
      await db.schema.createIndex('removal_number').on('removal').column('number').execute()
      for (const trigger of triggersOfRemoval()) await sql.raw(trigger).execute(db)
    },
  },
}
