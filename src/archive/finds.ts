// What a source brought, and when: the grounds for how often it is asked and for saying that it fell silent.
import type { Kysely } from 'kysely'
import type { Instant } from '../model/id.ts'
import type { Tables } from './tables.ts'

/** How much a source brought. */
export interface Finds {
  readonly items: number
  readonly lately: number // since the day given
  readonly first?: Instant
  readonly times: readonly Instant[] // of the latest moments at which something new was found, newest first
}

const TIMES = 50 // moments of finds that tell the usual gap

/** The finds of a source. */
export async function findsOf(state: Kysely<Tables>, source: string, since: Instant): Promise<Finds> {
  const all = state.selectFrom('state.find').where('source', '=', source)
  const count = await all.select((eb) => [eb.fn.countAll().as('items'), eb.fn.min('at').as('first')]).executeTakeFirst()
  const lately = await all
    .select((eb) => eb.fn.countAll().as('count'))
    .where('at', '>=', since)
    .executeTakeFirst()
  const times = await all.select('at').distinct().orderBy('at', 'desc').limit(TIMES).execute()
  return {
    items: Number(count?.items ?? 0),
    lately: Number(lately?.count ?? 0),
    ...(count?.first && { first: count.first }),
    times: times.map(({ at }) => at),
  }
}
