// One mailing to one address, step by step. `sending` is on the disk before anything is handed to the server, and whoever left
// is left out in the same transaction; `sent` is written after the server's answer.
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Instant } from '../../model/id.ts'
import { DELIVERY_STATES, type Delivery, type DeliveryState } from '../../model/mailing.ts'
import type { Tables } from '../tables.ts'
import { holdMailing, type Lease } from './mailings.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** `sending`: this one is to be handed to the server now. `wait`: nothing is due before then. `done`: nothing is left. `lost`: another has the mailing. */
export type NextDelivery =
  | { readonly kind: 'sending'; readonly delivery: Delivery }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'done' }
  | { readonly kind: 'lost' }

/** Marks the next delivery that is due as `sending`, and holds on to the mailing. */
export async function markSending(
  state: Kysely<Tables>,
  lease: Lease,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<NextDelivery> {
  return state.transaction().execute(async (trx): Promise<NextDelivery> => {
    if (!(await holdMailing(trx, lease, until))) return { kind: 'lost' }
    for (;;) {
      const row = await nextDue(trx, lease.mailing)
      if (!row) return { kind: 'done' }
      if (row.due > now) return { kind: 'wait', until: row.due }
      if (row.subscriber === null || row.subscribed === 'confirmed') {
        const delivery = { ...deliveryOf(row), state: 'sending', attempts: row.attempts + 1, at: now } as const
        await setState(trx, row.id, { state: 'sending', attempts: delivery.attempts, at: now })
        return { kind: 'sending', delivery }
      }
      await setState(trx, row.id, { state: 'withheld', at: now, reply: `the subscriber had ${row.subscribed} by then` })
    }
  })
}

function nextDue(trx: Transaction<Tables>, mailing: string) {
  return trx
    .selectFrom('state.delivery as d')
    .leftJoin('state.subscriber as s', 's.id', 'd.subscriber')
    .selectAll('d')
    .select('s.state as subscribed')
    .where('d.mailing', '=', mailing)
    .where('d.state', '=', 'due')
    .orderBy('d.due')
    .orderBy('d.sign')
    .limit(1)
    .executeTakeFirst()
}

/** What became of a delivery that was `sending`. */
export interface Became {
  readonly state: Exclude<DeliveryState, 'sending'>
  readonly reply?: string
  readonly due?: Instant // of one that is tried again
  readonly isBounced?: boolean // the address takes no mail at all
  readonly isNoTry?: boolean // the server was not reached, so this was no try
}

/** Keeps what became of it. False, and nothing is kept, where another process took the mailing meanwhile. */
export async function markBecame(
  state: Kysely<Tables>,
  lease: Lease,
  delivery: Delivery,
  { now, until, became }: { readonly now: Instant; readonly until: Instant; readonly became: Became },
): Promise<boolean> {
  return state.transaction().execute(async (trx) => {
    if (!(await holdMailing(trx, lease, until))) return false
    const { state: next, reply, due, isBounced = false, isNoTry = false } = became
    await setState(trx, delivery.id, {
      state: next,
      at: now,
      reply: reply?.slice(0, LONGEST_REPLY) ?? null,
      ...(due !== undefined && { due }),
      ...(isNoTry && { attempts: delivery.attempts - 1 }),
    })
    if (isBounced && delivery.subscriber !== undefined) {
      const how = `the server said: ${reply ?? ''}`.slice(0, LONGEST_REPLY)
      const own = trx.updateTable('state.subscriber').set({ state: 'bounced', since: now, how })
      await own.where('id', '=', delivery.subscriber).where('state', '=', 'confirmed').execute()
    }
    return true
  })
}

const LONGEST_REPLY = 300 // characters of what a server answered

/** Says what became of a delivery that is unknown, or sends a failed one again. False where it is neither. */
export async function settleDelivery(
  trx: Transaction<Tables>,
  id: string,
  { as, now, settled }: { readonly as: 'sent' | 'due'; readonly now: Instant; readonly settled: string },
): Promise<boolean> {
  const from = as === 'sent' ? ['unknown'] : ['unknown', 'failed', 'refused']
  const update = trx
    .updateTable('state.delivery')
    .set({ state: as, at: now, settled, ...(as === 'due' && { due: now, attempts: 0 }) })
    .where('id', '=', id)
    .where('state', 'in', from)
  return Number((await update.executeTakeFirst()).numUpdatedRows) > 0
}

/** Deliveries of a mailing in some states, or of all mailings, by when they came into it. */
export async function listDeliveries(
  state: State,
  {
    mailing,
    states,
    limit = 1000,
  }: { readonly mailing?: string; readonly states?: readonly DeliveryState[]; readonly limit?: number },
): Promise<Delivery[]> {
  let query = state.selectFrom('state.delivery').selectAll().orderBy('at').orderBy('id').limit(limit)
  if (mailing !== undefined) query = query.where('mailing', '=', mailing)
  if (states) query = query.where('state', 'in', [...states])
  return (await query.execute()).map(deliveryOf)
}

/** The deliveries whose id begins so: two at most. */
export async function findDeliveries(state: State, begins: string): Promise<Delivery[]> {
  if (!/^[0-9a-f]+$/.test(begins)) return []
  const query = state.selectFrom('state.delivery').selectAll().where('id', '>=', begins).where('id', '<', `${begins}g`)
  return (await query.limit(2).execute()).map(deliveryOf)
}

async function setState(
  trx: Transaction<Tables>,
  id: string,
  set: { state: DeliveryState; at: Instant; attempts?: number; reply?: string | null; due?: Instant },
): Promise<void> {
  await trx.updateTable('state.delivery').set(set).where('id', '=', id).execute()
}

function deliveryOf(row: Selectable<Tables['state.delivery']>): Delivery {
  return {
    mailing: row.mailing,
    id: row.id,
    ...(row.subscriber !== null && { subscriber: row.subscriber }),
    address: row.address,
    state: DELIVERY_STATES.find((one) => one === row.state) ?? 'unknown',
    attempts: row.attempts,
    due: row.due,
    at: row.at,
    ...(row.reply !== null && { reply: row.reply }),
    ...(row.settled !== null && { settled: row.settled }),
  }
}
