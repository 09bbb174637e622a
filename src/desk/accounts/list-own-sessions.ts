// Where an account is signed in.
import { listSessions } from '../../archive/sessions.ts'
import type { Session } from '../../model/account.ts'
import { later } from '../../model/instant.ts'
import type { Desk } from '../desk.ts'
import { IDLE_MS } from './open-accounts.ts'

/** The sessions of an account that are not over, the latest first. */
export async function listOwnSessions(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  account: string,
): Promise<Session[]> {
  const at = now()
  const all = await listSessions(await store.state(), account)
  return all.filter(({ seen, until }) => until > at && seen > later(at, -IDLE_MS))
}
