// How it goes: what is asked of the open web when, and by whom just now. Changed in place; small; truth does not need it.
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** In order, by name; a released one is never edited. */
export const stateMigrations: Readonly<Record<string, Migration>> = {
  '0001-what-is-asked-when': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('host')
        .addColumn('host', 'text', (col) => col.primaryKey().notNull())
        .addColumn('next_at', 'text', (col) => col.notNull())
        .addColumn('holder', 'text')
        .addColumn('held_until', 'text')
        .addColumn('gap_ms', 'integer')
        .addColumn('crawl_ms', 'integer')
        .addColumn('robots', 'text')
        .addColumn('robots_status', 'integer')
        .addColumn('robots_at', 'text')
        .execute()
      await db.schema.createIndex('host_next').on('host').column('next_at').execute()
      await db.schema
        .createTable('address')
        .addColumn('url', 'text', (col) => col.primaryKey().notNull())
        .addColumn('host', 'text', (col) => col.notNull().references('host.host'))
        .addColumn('what', 'text', (col) => col.notNull())
        .addColumn('source', 'text')
        .addColumn('due_at', 'text')
        .addColumn('step', 'integer', (col) => col.notNull().defaultTo(0))
        .addColumn('holder', 'text')
        .addColumn('held_until', 'text')
        .addColumn('etag', 'text')
        .addColumn('modified', 'text')
        .addColumn('digest', 'text')
        .addColumn('outcome', 'text')
        .addColumn('reason', 'text')
        .addColumn('first_at', 'text', (col) => col.notNull())
        .addColumn('asked_at', 'text')
        .addColumn('had_at', 'text')
        .addColumn('failures', 'integer', (col) => col.notNull().defaultTo(0))
        .addColumn('moved_to', 'text')
        .addColumn('found_in', 'text')
        .addColumn('told', 'text')
        .execute()
      await db.schema.createIndex('address_due').on('address').columns(['host', 'due_at']).execute()
      await db.schema
        .createTable('find')
        .addColumn('source', 'text', (col) => col.notNull())
        .addColumn('url', 'text', (col) => col.notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addPrimaryKeyConstraint('find_key', ['source', 'url'])
        .execute()
      await db.schema.createIndex('find_at').on('find').columns(['source', 'at']).execute()
    },
  },
  '0002-which-address-gave-the-tags': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('address').addColumn('tags_from', 'text').execute()
    },
  },
}
