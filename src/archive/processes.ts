// Who is at work on a desk: one row a process, written anew while it lives. It bears on nothing else, and is no part of a backup.
import type { Kysely } from 'kysely'
import type { AtWork, ProcessKind } from '../model/at-work.ts'
import type { Instant } from '../model/id.ts'
import type { Tables } from './tables.ts'

/** Writes down that a process is there, and forgets those of which nothing was heard since. */
export async function keepProcess(state: Kysely<Tables>, own: AtWork, forgetBefore: Instant): Promise<void> {
  const row = { ...own, stopped: own.stopped ?? null }
  await state.transaction().execute(async (trx) => {
    await trx.deleteFrom('state.process').where('at', '<', forgetBefore).where('id', '!=', own.id).execute()
    const { id: _, ...rest } = row
    await trx
      .insertInto('state.process')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(rest))
      .execute()
  })
}

/** Takes a process off that has ended. */
export async function dropProcess(state: Kysely<Tables>, id: string): Promise<void> {
  await state.deleteFrom('state.process').where('id', '=', id).execute()
}

/** All that were heard of and have not ended, by kind. */
export async function listProcesses(state: Kysely<Tables>): Promise<AtWork[]> {
  const rows = await state
    .selectFrom('state.process')
    .selectAll()
    .orderBy('kind')
    .orderBy('begun')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, stopped, ...row }) => ({
    ...row,
    kind: kind as ProcessKind,
    ...(stopped !== null && { stopped }),
  }))
}
