// Who may sign in. A name is held against others in the form it is compared in; the password is kept as its hash alone.
import type { Kysely, Transaction } from 'kysely'
import { type Account, ROLES, type Role } from '../model/account.ts'
import type { Instant } from '../model/id.ts'
import type { Tables } from './tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** An account as it is written down the first time. */
export interface NewAccount {
  readonly id: string
  readonly name: string
  readonly sign: string // the name as it is compared
  readonly password: string // hashed
  readonly role: Role
  readonly made: Instant
}

/** An account with its hashed password. */
export interface KeptAccount {
  readonly account: Account
  readonly password: string
}

/** Writes an account down. False where the name is another's: then nothing is written. */
export async function addAccount(state: State, { made, ...account }: NewAccount): Promise<boolean> {
  const insert = state
    .insertInto('state.account')
    .values({ ...account, state: 'active', made_at: made })
    .onConflict((on) => on.doNothing())
  return Number((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0) > 0
}

/** True where anybody has an account, whether or not it is disabled: then nobody gets in without one. */
export async function hasAccounts(state: State): Promise<boolean> {
  return (await state.selectFrom('state.account').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The account of that name, as compared, with its hashed password; undefined where there is none. */
export async function findAccount(state: State, sign: string): Promise<KeptAccount | undefined> {
  const row = await state.selectFrom('state.account').selectAll().where('sign', '=', sign).executeTakeFirst()
  return row && { account: accountOf(row), password: row.password }
}

/** All accounts, by name. */
export async function listAccounts(state: State): Promise<Account[]> {
  return (await state.selectFrom('state.account').selectAll().orderBy('sign').execute()).map(accountOf)
}

/** Changes what is given of an account. */
export async function changeAccount(
  state: State,
  id: string,
  { seen, ...changed }: { password?: string; role?: Role; state?: Account['state']; seen?: Instant },
): Promise<void> {
  const set = { ...changed, ...(seen !== undefined && { seen_at: seen }) }
  await state.updateTable('state.account').set(set).where('id', '=', id).execute()
}

/** Removes an account with its sessions and tokens. What happened under its name stays in the audit log. */
export async function removeAccount(state: State, id: string): Promise<void> {
  await state.deleteFrom('state.account').where('id', '=', id).execute()
}

/** The account of a row. */
export function accountOf(row: Omit<Tables['state.account'], 'password' | 'sign'>): Account {
  return {
    id: row.id,
    name: row.name,
    role: ROLES.find((role) => role === row.role) ?? 'reader', // a role this version does not know may do the least
    state: row.state === 'active' ? 'active' : 'disabled',
    made: row.made_at,
    ...(row.seen_at !== null && { seen: row.seen_at }),
  }
}
