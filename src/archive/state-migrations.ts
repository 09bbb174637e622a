// How it goes: what is asked of the open web when, and by whom just now; who may sign in; who is mailed what. Changed in place;
// small; truth does not need it.
import { type Kysely, sql } from 'kysely'
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
  '0003-who-may-do-what': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('account')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('name', 'text', (col) => col.notNull())
        .addColumn('sign', 'text', (col) => col.notNull().unique())
        .addColumn('password', 'text', (col) => col.notNull())
        .addColumn('role', 'text', (col) => col.notNull())
        .addColumn('state', 'text', (col) => col.notNull())
        .addColumn('made_at', 'text', (col) => col.notNull())
        .addColumn('seen_at', 'text')
        .execute()
      await db.schema
        .createTable('session')
        .addColumn('digest', 'text', (col) => col.primaryKey().notNull())
        .addColumn('id', 'text', (col) => col.notNull().unique())
        .addColumn('account', 'text', (col) => col.notNull().references('account.id').onDelete('cascade'))
        .addColumn('from_at', 'text', (col) => col.notNull())
        .addColumn('seen_at', 'text', (col) => col.notNull())
        .addColumn('until_at', 'text', (col) => col.notNull())
        .addColumn('address', 'text', (col) => col.notNull())
        .execute()
      await db.schema.createIndex('session_account').on('session').column('account').execute()
      await db.schema
        .createTable('token')
        .addColumn('digest', 'text', (col) => col.primaryKey().notNull())
        .addColumn('id', 'text', (col) => col.notNull().unique())
        .addColumn('account', 'text', (col) => col.notNull().references('account.id').onDelete('cascade'))
        .addColumn('label', 'text', (col) => col.notNull())
        .addColumn('scope', 'text', (col) => col.notNull())
        .addColumn('from_at', 'text', (col) => col.notNull())
        .addColumn('until_at', 'text', (col) => col.notNull())
        .addColumn('seen_at', 'text')
        .execute()
      await db.schema.createIndex('token_account').on('token').column('account').execute()
      await db.schema
        .createTable('audit')
        .addColumn('number', 'integer', (col) => col.primaryKey().autoIncrement().notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addColumn('what', 'text', (col) => col.notNull())
        .addColumn('who', 'text')
        .addColumn('whom', 'text')
        .addColumn('address', 'text')
        .addColumn('detail', 'text')
        .execute()
      for (const change of ['update', 'delete']) {
        const refusal = `begin select raise(abort, 'what happened is only added to'); end`
        await sql.raw(`create trigger audit_${change} before ${change} on audit ${refusal}`).execute(db)
      }
      await db.schema
        .createTable('secret')
        .addColumn('name', 'text', (col) => col.primaryKey().notNull())
        .addColumn('value', 'text', (col) => col.notNull())
        .execute()
    },
  },
  '0004-who-is-sent-what': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('subscriber')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('address', 'text', (col) => col.notNull())
        .addColumn('sign', 'text', (col) => col.notNull())
        .addColumn('watch', 'text', (col) => col.notNull())
        .addColumn('state', 'text', (col) => col.notNull())
        .addColumn('since', 'text', (col) => col.notNull())
        .addColumn('how', 'text', (col) => col.notNull())
        .addColumn('asked_at', 'text')
        .addColumn('digest', 'text', (col) => col.unique())
        .addColumn('until_at', 'text')
        .addUniqueConstraint('subscriber_once', ['watch', 'sign'])
        .execute()
      await db.schema.createIndex('subscriber_state').on('subscriber').columns(['watch', 'state', 'sign']).execute()
      await db.schema
        .createTable('mailing')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('kind', 'text', (col) => col.notNull())
        .addColumn('watch', 'text', (col) => col.notNull())
        .addColumn('week', 'text', (col) => col.notNull())
        .addColumn('version', 'text', (col) => col.notNull())
        .addColumn('number', 'integer', (col) => col.notNull())
        .addColumn('begun', 'text', (col) => col.notNull())
        .addColumn('by', 'text', (col) => col.notNull())
        .addColumn('fence', 'integer', (col) => col.notNull().defaultTo(0))
        .addColumn('holder', 'text')
        .addColumn('held_until', 'text')
        .execute()
      await db.schema
        .createTable('delivery')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('mailing', 'text', (col) => col.notNull().references('mailing.id'))
        .addColumn('subscriber', 'text', (col) => col.references('subscriber.id').onDelete('set null'))
        .addColumn('address', 'text', (col) => col.notNull())
        .addColumn('sign', 'text', (col) => col.notNull())
        .addColumn('state', 'text', (col) => col.notNull())
        .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
        .addColumn('due', 'text', (col) => col.notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addColumn('reply', 'text')
        .addColumn('settled', 'text')
        .addUniqueConstraint('delivery_once', ['mailing', 'sign'])
        .execute()
      await db.schema.createIndex('delivery_due').on('delivery').columns(['mailing', 'state', 'due']).execute()
    },
  },
  '0005-who-does-what': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('job')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('name', 'text', (col) => col.notNull())
        .addColumn('key', 'text', (col) => col.notNull())
        .addColumn('data', 'text', (col) => col.notNull())
        .addColumn('state', 'text', (col) => col.notNull())
        .addColumn('tries', 'integer', (col) => col.notNull())
        .addColumn('since', 'text', (col) => col.notNull())
        .addColumn('due', 'text', (col) => col.notNull())
        .addColumn('fence', 'integer', (col) => col.notNull())
        .addColumn('holder', 'text')
        .addColumn('held_until', 'text')
        .addColumn('reason', 'text')
        .addUniqueConstraint('job_once', ['name', 'key'])
        .execute()
      await db.schema
        .createTable('lead')
        .addColumn('role', 'text', (col) => col.primaryKey().notNull())
        .addColumn('holder', 'text')
        .addColumn('fence', 'integer', (col) => col.notNull())
        .addColumn('beat', 'integer', (col) => col.notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addColumn('trouble', 'text')
        .execute()
    },
  },
  '0006-who-is-at-work': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('process')
        .addColumn('id', 'text', (col) => col.primaryKey().notNull())
        .addColumn('kind', 'text', (col) => col.notNull())
        .addColumn('machine', 'text', (col) => col.notNull())
        .addColumn('pid', 'integer', (col) => col.notNull())
        .addColumn('version', 'text', (col) => col.notNull())
        .addColumn('begun', 'text', (col) => col.notNull())
        .addColumn('at', 'text', (col) => col.notNull())
        .addColumn('memory', 'integer', (col) => col.notNull())
        .addColumn('stopped', 'text')
        .execute()
    },
  },
  // The one change that may be made of what happened: an address that its owner wants erased.
  '0007-what-may-be-erased': {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw('drop trigger audit_update').execute(db)
      const same = ['number', 'at', 'what', 'who', 'address'].map((column) => `new.${column} is not old.${column}`)
      const isMore = [...same, "new.whom is not 'erased'", 'new.detail is not null'].join(' or ')
      const refusal = `begin select raise(abort, 'what happened is only added to'); end`
      await sql.raw(`create trigger audit_update before update on audit when ${isMore} ${refusal}`).execute(db)
    },
  },
}
