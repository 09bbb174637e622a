// How much mail waits for a person, who is to say whether it went out.
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** Deliveries of which nobody knows whether the server took them, in one cheap query. */
export async function countUnknown(state: Kysely<Tables>): Promise<number> {
  const waiting = state
    .selectFrom('state.delivery')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'unknown')
  return Number((await waiting.executeTakeFirst())?.count ?? 0)
}
