// What is made from the truth. All of it can be dropped and made again, so a migration here only saves hours.
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { ACTS_OF_HOLDERS, CATALOGUE, readFormer, touchEverything } from './catalogue/catalogue-schema.ts'
import { CLAIM_CHANGES } from './catalogue/claim-changes.ts'
import { LINKED_BY_PARTS } from './linked-by-parts.ts'

/** In order, by name. Tables are named bare: each schema is a file of its own. */
export const derivedMigrations: Readonly<Record<string, Migration>> = {
  '0001-what-is-made': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('doc')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('report', 'text', (col) => col.notNull())
        .addColumn('made_by', 'text', (col) => col.notNull())
        .addColumn('first', 'integer', (col) => col.notNull())
        .addColumn('seen', 'integer', (col) => col.notNull())
        .addColumn('given', 'text', (col) => col.notNull())
        .addColumn('name', 'text', (col) => col.notNull())
        .addColumn('record', 'text', (col) => col.notNull())
        .execute()
      await db.schema.createIndex('doc_report').on('doc').columns(['report', 'made_by', 'seen']).execute()
      await db.schema.createIndex('doc_first').on('doc').column('first').execute()
      await db.schema.createIndex('doc_name').on('doc').column('name').execute()
      await db.schema
        .createTable('reading')
        .addColumn('doc', 'text', (col) => col.notNull())
        .addColumn('made_by', 'text', (col) => col.notNull())
        .addColumn('record', 'text', (col) => col.notNull())
        .addPrimaryKeyConstraint('reading_key', ['doc', 'made_by'])
        .execute()
      await db.schema
        .createTable('fault')
        .addColumn('report', 'text', (col) => col.notNull())
        .addColumn('made_by', 'text', (col) => col.notNull())
        .addColumn('seen', 'integer', (col) => col.notNull())
        .addColumn('code', 'text', (col) => col.notNull())
        .addColumn('message', 'text', (col) => col.notNull())
        .addPrimaryKeyConstraint('fault_key', ['report', 'made_by'])
        .execute()
      await db.schema
        .createTable('linked')
        .addColumn('noun', 'text', (col) => col.notNull())
        .addColumn('at', 'integer', (col) => col.notNull())
        .addColumn('id', 'text', (col) => col.notNull())
        .addColumn('claim', 'text')
        .addColumn('doc', 'text')
        .addColumn('record', 'text', (col) => col.notNull())
        .addPrimaryKeyConstraint('linked_key', ['noun', 'at'])
        .execute()
      await db.schema.createIndex('linked_id').on('linked').columns(['noun', 'id']).execute()
      await db.schema.createIndex('linked_claim').on('linked').column('claim').execute()
      await db.schema
        .createTable('walk')
        .addColumn('one', 'integer', (col) => col.primaryKey().notNull())
        .addColumn('linked_to', 'integer', (col) => col.notNull())
        .addColumn('extractor', 'text', (col) => col.notNull())
        .addColumn('reader', 'text', (col) => col.notNull())
        .addColumn('linker', 'text', (col) => col.notNull())
        .addColumn('tracker', 'text', (col) => col.notNull())
        .addColumn('docs', 'text', (col) => col.notNull())
        .execute()
    },
  }, // Rows of before carry no digests: they are made again.
  '0002-digests-of-what-is-made': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const table of ['walk', 'linked', 'fault', 'reading', 'doc']) {
        await sql.raw(`delete from ${table}`).execute(db)
      }
      for (const [table, column] of [
        ['doc', 'digest'],
        ['reading', 'digest'],
        ['walk', 'made'],
      ] as const) {
        await db.schema
          .alterTable(table)
          .addColumn(column, 'text', (col) => col.notNull().defaultTo(''))
          .execute()
      }
    },
  },
  // Rows of before are in no sum and have no owner: all is made again.
  '0003-linked-by-owner': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const table of ['fault', 'reading', 'doc']) await sql.raw(`delete from ${table}`).execute(db)
      for (const table of ['linked', 'walk']) await db.schema.dropTable(table).execute()
      await db.schema
        .createTable('linked')
        .addColumn('noun', 'text', (col) => col.notNull())
        .addColumn('id', 'text', (col) => col.notNull())
        .addColumn('owner', 'text', (col) => col.notNull())
        .addColumn('sort', 'text', (col) => col.notNull())
        .addColumn('claim', 'text')
        .addColumn('doc', 'text')
        .addColumn('record', 'text', (col) => col.notNull())
        .addPrimaryKeyConstraint('linked_key', ['noun', 'id'])
        .execute()
      await db.schema.createIndex('linked_owner').on('linked').column('owner').execute()
      await db.schema.createIndex('linked_claim').on('linked').column('claim').execute()
      await db.schema.createIndex('linked_doc').on('linked').columns(['doc', 'noun']).execute()
      await db.schema.createIndex('linked_sort').on('linked').columns(['noun', 'sort', 'id']).execute()
      await db.schema
        .createTable('shelf')
        .addColumn('key', 'text', (col) => col.primaryKey().notNull())
        .addColumn('value', 'blob', (col) => col.notNull()) // bytes and text alike: this kind of column leaves both as they are
        .modifyEnd(sql`without rowid`)
        .execute()
      await db.schema
        .createTable('sum')
        .addColumn('kind', 'text', (col) => col.primaryKey().notNull())
        .addColumn('rows', 'integer', (col) => col.notNull())
        .addColumn('digest', 'text', (col) => col.notNull())
        .execute()
      await db.schema
        .createTable('walk')
        .addColumn('version', 'integer', (col) => col.primaryKey().autoIncrement()) // never used twice, even after a rebuild
        .addColumn('linked_to', 'integer', (col) => col.notNull())
        .addColumn('extractor', 'text', (col) => col.notNull())
        .addColumn('reader', 'text', (col) => col.notNull())
        .addColumn('linker', 'text', (col) => col.notNull())
        .addColumn('tracker', 'text', (col) => col.notNull())
        .execute()
    },
  },
  '0004-filed-reports': {
    async up(db: Kysely<unknown>): Promise<void> {
      let table = db.schema.createTable('filed').addColumn('id', 'text', (col) => col.primaryKey().notNull())
      for (const column of ['published', 'name', 'story', 'joined', 'moves']) {
        table = table.addColumn(column, 'text', (col) => col.notNull())
      }
      for (const column of ['stems', 'counts', 'weights']) {
        table = table.addColumn(column, 'blob', (col) => col.notNull())
      }
      await table.addColumn('vector', 'blob').execute()
      await db.schema.createIndex('filed_place').on('filed').columns(['published', 'name', 'id']).execute()
      await db.schema.createIndex('filed_story').on('filed').column('story').execute()
    },
  },
  '0005-vectors': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('vector')
        .addColumn('digest', 'text', (col) => col.notNull())
        .addColumn('made_by', 'text', (col) => col.notNull())
        .addColumn('bytes', 'blob', (col) => col.notNull())
        .addPrimaryKeyConstraint('vector_key', ['made_by', 'digest'])
        .execute()
    },
  },
  // Of rows of before neither page nor words are known: all is made again. What is asked for stands before the long record.
  '0006-versions': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const table of ['walk', 'linked', 'shelf', 'filed', 'fault', 'reading', 'sum']) {
        await sql.raw(`delete from ${table}`).execute(db)
      }
      await db.schema.dropTable('doc').execute()
      let table = db.schema.createTable('doc').addColumn('id', 'text', (col) => col.primaryKey().notNull())
      for (const column of ['report', 'made_by'] as const)
        table = table.addColumn(column, 'text', (col) => col.notNull())
      for (const column of ['first', 'seen'] as const)
        table = table.addColumn(column, 'integer', (col) => col.notNull())
      for (const column of ['given', 'name'] as const) table = table.addColumn(column, 'text', (col) => col.notNull())
      table = table.addColumn('page', 'text')
      for (const column of ['words', 'digest', 'record'] as const) {
        table = table.addColumn(column, 'text', (col) => col.notNull())
      }
      await table.execute()
      await db.schema.createIndex('doc_report').on('doc').columns(['report', 'made_by', 'seen']).execute()
      await db.schema.createIndex('doc_first').on('doc').column('first').execute()
      await db.schema.createIndex('doc_name').on('doc').column('name').execute()
      await db.schema.createIndex('doc_page').on('doc').columns(['page', 'words', 'first']).execute()
      await db.schema.createIndex('doc_seen').on('doc').columns(['seen', 'page']).execute()
    },
  },
  // What is there is written into the catalogue by the next walk.
  '0007-catalogue': {
    async up(db: Kysely<unknown>): Promise<void> {
      const former = readFormer('main', "l.noun in ('claim', 'entity', 'story')")
      for (const statement of [...CATALOGUE, ...touchEverything('main'), former]) await sql.raw(statement).execute(db)
    },
  },
  '0008-changes-of-claims': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of CLAIM_CHANGES) await sql.raw(statement).execute(db)
    },
  },
  // What is there is written by the next walk.
  '0009-acts-of-holders': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of ACTS_OF_HOLDERS) await sql.raw(statement).execute(db)
    },
  },
  '0010-linked-by-parts': {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of LINKED_BY_PARTS) await sql.raw(statement).execute(db)
    },
  },
}
