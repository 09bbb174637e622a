// Jobs in a table of state.db: what a desk in a folder does without a queue beside it. All its processes are on one machine, so one that
// is gone is known to be, and its clock is theirs.
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { digestOfParts } from '../../model/digest.ts'
import { later } from '../../model/instant.ts'
import { JOB_NAMES, JOB_STATES, type JobData, type JobName, type ToldJob } from '../../model/job.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { type Jobs, type JobTerms, LEASE_MS, type TakenJob } from './jobs.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** Opens the jobs of a desk in a folder. */
export async function openJobTable(
  store: Pick<Store, 'diary'>,
  { holder, now, isGone, leaseMs = LEASE_MS }: JobTerms,
): Promise<Jobs> {
  const state = await store.diary()
  const own = (db: State, { id, fence }: TakenJob) =>
    db.updateTable('state.job').where('id', '=', id).where('fence', '=', fence).where('state', '=', 'at work')
  return {
    add: (name, wanted) =>
      state.transaction().execute(async (trx) => {
        let added = 0
        for (const { key, data } of wanted) {
          const at = now()
          const row = {
            id: idOf(name, key, at),
            name,
            key,
            data: JSON.stringify(data),
            state: 'waiting',
            since: at,
            due: at,
          }
          const insert = trx
            .insertInto('state.job')
            .values({ ...row, tries: 0, fence: 0, holder: null, held_until: null, reason: null })
            .onConflict((on) => on.doNothing())
          added += Number((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0)
        }
        return added
      }),
    take: (name) =>
      state.transaction().execute(async (trx) => {
        const at = now()
        const rows = trx.selectFrom('state.job').selectAll().where('name', '=', name).where('state', '!=', 'aside')
        const row = (await rows.orderBy(sql`rowid`).execute()).find((one) =>
          one.state === 'waiting' ? one.due <= at || one.since > at : isLapsed(one, { at, leaseMs, isGone }),
        )
        if (!row) return undefined
        const [fence, tries] = [row.fence + 1, row.tries + 1]
        const since = row.since < at ? row.since : at // of a clock that was ahead: from now on it waits as others do
        const set = { state: 'at work', fence, tries, since, holder, held_until: later(at, leaseMs) }
        await trx.updateTable('state.job').set(set).where('id', '=', row.id).execute()
        return { id: row.id, name, key: row.key, data: dataOf(row), tries, fence }
      }),
    async hold(job) {
      const held = await own(state, job)
        .set({ held_until: later(now(), leaseMs) })
        .executeTakeFirst()
      return held.numUpdatedRows > 0n
    },
    // another file than that of the transaction, whose lock is held: whoever takes the job after this look writes after us
    async settle(_trx, { id, fence }) {
      const row = await state.selectFrom('state.job').select('fence').where('id', '=', id).executeTakeFirst()
      return row?.fence === fence
    },
    async done({ id, fence }) {
      await state.deleteFrom('state.job').where('id', '=', id).where('fence', '=', fence).execute()
    },
    async putOff(job, reason, afterMs) {
      const due = later(now(), afterMs)
      await own(state, job).set({ state: 'waiting', due, reason, tries: 0, holder: null, held_until: null }).execute()
    },
    async layAside(job, reason) {
      await own(state, job).set({ state: 'aside', since: now(), reason, holder: null, held_until: null }).execute()
    },
    async list(name) {
      let query = state.selectFrom('state.job').selectAll().orderBy(sql`rowid`)
      if (name !== undefined) query = query.where('name', '=', name)
      return (await query.execute()).map(toldOf)
    },
    async retry(id) {
      const set = { state: 'waiting', due: now(), since: now(), tries: 0, reason: null }
      const aside = state.updateTable('state.job').set(set).where('id', '=', id).where('state', '=', 'aside')
      const row = await aside.returningAll().executeTakeFirst()
      return row && toldOf(row)
    },
    async drop(id) {
      const aside = state.deleteFrom('state.job').where('id', '=', id).where('state', '=', 'aside')
      const row = await aside.returningAll().executeTakeFirst()
      return row && toldOf(row)
    },
    close: () => Promise.resolve(),
  }
}

type Row = Selectable<Tables['state.job']>

// One that is held for longer than any lease was taken by a clock that was ahead.
function isLapsed(
  { holder, held_until: until }: Row,
  { at, leaseMs, isGone }: { readonly at: string; readonly leaseMs: number; isGone(holder: string): boolean },
): boolean {
  return holder === null || until === null || until <= at || until > later(at, leaseMs) || isGone(holder)
}

function toldOf(row: Row): ToldJob {
  const state = JOB_STATES.find((one) => one === row.state) ?? 'waiting'
  return {
    id: row.id,
    name: JOB_NAMES.find((one) => one === row.name) ?? 'read',
    key: row.key,
    data: dataOf(row),
    state,
    tries: row.tries,
    since: row.since,
    ...(state === 'waiting' && { due: row.due }),
    ...(row.holder !== null && { holder: row.holder }),
    ...(row.reason !== null && { reason: row.reason }),
  }
}

function dataOf({ data }: Row): JobData {
  return JSON.parse(data) as JobData
}

// Another each time that it is put up: what a process writes that had the one before is refused.
function idOf(name: JobName, key: string, at: string): string {
  return digestOfParts(name, key, at).slice(0, 16)
}
