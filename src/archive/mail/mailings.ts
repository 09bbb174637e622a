// Mailings, and which process is at one. Taking it raises its fence: whatever a process writes that took it before is refused.
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Instant } from '../../model/id.ts'
import { DELIVERY_STATES, MAILING_KINDS, type Mailing, type Tally, type ToldMailing } from '../../model/mailing.ts'
import { inChunks } from '../in-chunks.ts'
import type { Tables } from '../tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** Somebody whom a mailing is to go to. */
export interface Recipient {
  readonly id: string // of the delivery
  readonly subscriber?: string
  readonly address: string
  readonly sign: string
}

/** The right to send a mailing. */
export interface Lease {
  readonly mailing: string
  readonly holder: string
  readonly fence: number
}

const CHUNK = 50 // rows a statement

/** Writes a mailing down with whom it goes to, at once. False where there is one of that id: then nothing is written. */
export async function beginMailing(
  trx: Transaction<Tables>,
  mailing: Mailing,
  recipients: readonly Recipient[],
): Promise<boolean> {
  const insert = trx
    .insertInto('state.mailing')
    .values({ ...mailing, holder: null, held_until: null })
    .onConflict((on) => on.doNothing())
  if (Number((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0) === 0) return false
  const rest = { mailing: mailing.id, state: 'due', due: mailing.begun, at: mailing.begun, reply: null, settled: null }
  for (const part of inChunks(recipients, CHUNK)) {
    const rows = part.map(({ subscriber = null, ...own }) => ({ ...own, subscriber, ...rest }))
    await trx.insertInto('state.delivery').values(rows).execute()
  }
  return true
}

/** The mailing of that id. */
export async function findMailing(state: State, id: string): Promise<Mailing | undefined> {
  const row = await state.selectFrom('state.mailing').selectAll().where('id', '=', id).executeTakeFirst()
  return row && mailingOf(row)
}

/** Mailings with how far they have come, the latest first. */
export async function listMailings(
  state: State,
  { watch, week, limit = 100 }: { readonly watch?: string; readonly week?: string; readonly limit?: number } = {},
): Promise<ToldMailing[]> {
  let query = state.selectFrom('state.mailing').selectAll().orderBy('begun', 'desc').orderBy('id').limit(limit)
  if (watch !== undefined) query = query.where('watch', '=', watch)
  if (week !== undefined) query = query.where('week', '=', week)
  const rows = await query.execute()
  return Promise.all(rows.map(async (row) => ({ ...mailingOf(row), tally: await tallyOf(state, row.id) })))
}

/** How many deliveries of the mailing are in each state. */
export async function tallyOf(state: State, mailing: string): Promise<Tally> {
  const grouped = state.selectFrom('state.delivery').where('mailing', '=', mailing).groupBy('state')
  const rows = await grouped.select(['state', ({ fn }) => fn.countAll<number>().as('count')]).execute()
  const counts = new Map(rows.map(({ state: own, count }) => [own, Number(count)]))
  return Object.fromEntries(DELIVERY_STATES.map((own) => [own, counts.get(own) ?? 0])) as Tally
}

/**
 * Takes the mailing up, unless another process is at it. What was `sending` then is `unknown` now: the process that sent it is gone, and
 * with it the server's answer. `found`: how many of these there were.
 */
export async function takeMailing(
  state: Kysely<Tables>,
  mailing: string,
  terms: { readonly holder: string; readonly now: Instant; readonly until: Instant; isGone(holder: string): boolean },
): Promise<{ readonly lease: Lease; readonly found: number } | undefined> {
  const { holder, now, until } = terms
  return state.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('state.mailing').selectAll().where('id', '=', mailing).executeTakeFirst()
    if (!row) return undefined
    const isHeld = row.holder !== null && (row.held_until ?? '') > now && !terms.isGone(row.holder)
    if (isHeld) return undefined
    const fence = row.fence + 1
    await trx.updateTable('state.mailing').set({ fence, holder, held_until: until }).where('id', '=', mailing).execute()
    const lost = trx
      .updateTable('state.delivery')
      .set({ state: 'unknown', at: now, reply: LOST })
      .where('mailing', '=', mailing)
      .where('state', '=', 'sending')
    const found = Number((await lost.executeTakeFirst()).numUpdatedRows)
    return { lease: { mailing, holder, fence }, found }
  })
}

/** Mailings that a process was at which is gone, or whose lease is over, and of which something is still to be sent. */
export async function listAbandoned(
  state: State,
  { now, isGone }: { readonly now: Instant; isGone(holder: string): boolean },
): Promise<string[]> {
  const left = state
    .selectFrom('state.mailing as m')
    .select(['m.id', 'm.holder', 'm.held_until'])
    .where('m.holder', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('state.delivery as d')
          .select('d.id')
          .whereRef('d.mailing', '=', 'm.id')
          .where('d.state', 'in', ['due', 'sending']),
      ),
    )
  const rows = await left.orderBy('m.id').execute()
  return rows.flatMap(({ id, holder, held_until: until }) =>
    holder !== null && ((until ?? '') <= now || isGone(holder)) ? [id] : [],
  )
}

const LOST = 'the process that sent it ended before it could keep what the server answered'

/** Lets go of the mailing; one that another took meanwhile stays theirs. */
export async function leaveMailing(state: Kysely<Tables>, { mailing, fence }: Lease): Promise<void> {
  await state.transaction().execute(async (trx) => {
    await trx
      .updateTable('state.mailing')
      .set({ holder: null, held_until: null })
      .where('id', '=', mailing)
      .where('fence', '=', fence)
      .execute()
  })
}

/** Holds on to the mailing until then. False where another took it meanwhile. */
export async function holdMailing(
  trx: Transaction<Tables>,
  { mailing, fence }: Lease,
  until: Instant,
): Promise<boolean> {
  const own = trx.updateTable('state.mailing').set({ held_until: until }).where('id', '=', mailing)
  return Number((await own.where('fence', '=', fence).executeTakeFirst()).numUpdatedRows) > 0
}

function mailingOf(row: Selectable<Tables['state.mailing']>): Mailing {
  const { id, watch, week, version, number, begun, by } = row
  const kind = MAILING_KINDS.find((one) => one === row.kind) ?? 'test' // one of a newer version is nobody's edition
  return { id, kind, watch, week, version, number, begun, by }
}
