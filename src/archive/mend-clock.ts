// A clock that was ahead and was set right: what was written down by it would keep addresses waiting for days or years that
// are not to come yet.
import type { Kysely } from 'kysely'
import type { Instant } from '../model/id.ts'
import { later } from '../model/instant.ts'
import type { Tables } from './tables.ts'

const SLACK_MS = 60 * 60 * 1000 // clocks are put right by seconds all the time; by that little nobody waits too long

/** Makes due now whatever was asked at a time that has not come yet, with its hosts. Gives back how many addresses that were. */
export async function mendClock(state: Kysely<Tables>, now: Instant): Promise<number> {
  const ahead = later(now, SLACK_MS)
  return state.transaction().execute(async (trx) => {
    await trx
      .updateTable('state.host')
      .set({ next_at: now, holder: null, held_until: null })
      .where('next_at', '>', now)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('robots_at', '>', ahead),
          eb('held_until', '>', ahead),
          exists(
            selectFrom('state.address as a')
              .select('a.url')
              .whereRef('a.host', '=', 'state.host.host')
              .where('a.asked_at', '>', ahead),
          ),
        ]),
      )
      .execute()
    await trx.updateTable('state.host').set({ robots_at: null }).where('robots_at', '>', ahead).execute()
    await trx
      .updateTable('state.address')
      .set({ holder: null, held_until: null })
      .where('held_until', '>', ahead)
      .execute()
    const { numUpdatedRows } = await trx
      .updateTable('state.address')
      .set(({ eb }) => ({
        asked_at: now,
        due_at: eb.case().when('due_at', 'is', null).then(null).else(now).end(),
      }))
      .where('asked_at', '>', ahead)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
}
