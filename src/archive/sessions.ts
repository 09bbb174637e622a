// The browsers that are signed in. Only the digest of what a browser holds is kept: who reads the file cannot sign in by it.
import type { Kysely, Transaction } from 'kysely'
import type { Account, Session } from '../model/account.ts'
import type { Digest, Instant } from '../model/id.ts'
import { accountOf } from './accounts.ts'
import type { Tables } from './tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** Writes a session down. */
export async function addSession(state: State, session: Session, digest: Digest): Promise<void> {
  const { id, account, from, seen, until, address } = session
  await state
    .insertInto('state.session')
    .values({ digest, id, account, from_at: from, seen_at: seen, until_at: until, address })
    .execute()
}

/** The session of that digest with its account, whether or not it is over. */
export async function findSession(
  state: State,
  digest: Digest,
): Promise<{ session: Session; account: Account } | undefined> {
  const row = await state
    .selectFrom('state.session as s')
    .innerJoin('state.account as a', 'a.id', 's.account')
    .where('s.digest', '=', digest)
    .select(['s.id', 's.account', 's.from_at', 's.seen_at', 's.until_at', 's.address'])
    .select(['a.name', 'a.role', 'a.state', 'a.made_at', 'a.seen_at as account_seen_at'])
    .executeTakeFirst()
  if (!row) return undefined
  const account = accountOf({ ...row, id: row.account, seen_at: row.account_seen_at })
  return { session: sessionOf(row), account }
}

/** Writes down that a session was used. */
export async function touchSession(state: State, id: string, now: Instant): Promise<void> {
  await state.updateTable('state.session').set({ seen_at: now }).where('id', '=', id).execute()
}

/** The sessions of an account, the latest first. */
export async function listSessions(state: State, account: string): Promise<Session[]> {
  const rows = state.selectFrom('state.session').selectAll().where('account', '=', account)
  return (await rows.orderBy('from_at', 'desc').orderBy('id').execute()).map(sessionOf)
}

/** Ends one session. */
export async function endSession(state: State, id: string): Promise<void> {
  await state.deleteFrom('state.session').where('id', '=', id).execute()
}

/** Ends all sessions of an account; gives back how many there were. */
export async function endSessionsOf(state: State, account: string): Promise<number> {
  const ended = await state.deleteFrom('state.session').where('account', '=', account).executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Forgets the sessions that are over: past their end, or last used before `idle`. */
export async function forgetSessions(state: State, { now, idle }: { now: Instant; idle: Instant }): Promise<void> {
  await state
    .deleteFrom('state.session')
    .where(({ or, eb }) => or([eb('until_at', '<=', now), eb('seen_at', '<=', idle)]))
    .execute()
}

function sessionOf(row: Omit<Tables['state.session'], 'digest'>): Session {
  const { id, account, address } = row
  return { id, account, from: row.from_at, seen: row.seen_at, until: row.until_at, address }
}
