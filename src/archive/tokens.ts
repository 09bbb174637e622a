// The tokens that programs use. Only the digest of each is kept.
import type { Kysely, Transaction } from 'kysely'
import { type Account, SCOPES, type Token } from '../model/account.ts'
import type { Digest, Instant } from '../model/id.ts'
import { accountOf } from './accounts.ts'
import type { Tables } from './tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** Writes a token down. */
export async function addToken(state: State, token: Omit<Token, 'owner' | 'seen'>, digest: Digest): Promise<void> {
  const { id, account, label, scope, from, until } = token
  await state
    .insertInto('state.token')
    .values({ digest, id, account, label, scope, from_at: from, until_at: until })
    .execute()
}

/** The token of that digest with its account, whether or not it is over. */
export async function findToken(state: State, digest: Digest): Promise<{ token: Token; account: Account } | undefined> {
  const row = await tokens(state).where('t.digest', '=', digest).executeTakeFirst()
  return row && { token: tokenOf(row), account: accountOf({ ...row, id: row.account, seen_at: row.account_seen_at }) }
}

/** Writes down that a token was used. */
export async function touchToken(state: State, id: string, now: Instant): Promise<void> {
  await state.updateTable('state.token').set({ seen_at: now }).where('id', '=', id).execute()
}

/** The tokens of an account, or all: the latest first. */
export async function listTokens(state: State, account?: string): Promise<Token[]> {
  const all = tokens(state).orderBy('t.from_at', 'desc').orderBy('t.id')
  return (await (account === undefined ? all : all.where('t.account', '=', account)).execute()).map(tokenOf)
}

/** Removes a token: it opens nothing any more. */
export async function removeToken(state: State, id: string): Promise<void> {
  await state.deleteFrom('state.token').where('id', '=', id).execute()
}

/** Forgets the tokens whose time was over by then. */
export async function forgetTokens(state: State, before: Instant): Promise<void> {
  await state.deleteFrom('state.token').where('until_at', '<=', before).execute()
}

function tokens(state: State) {
  return state
    .selectFrom('state.token as t')
    .innerJoin('state.account as a', 'a.id', 't.account')
    .select(['t.id', 't.account', 't.label', 't.scope', 't.from_at', 't.until_at', 't.seen_at'])
    .select(['a.name', 'a.role', 'a.state', 'a.made_at', 'a.seen_at as account_seen_at'])
}

interface TokenRow extends Omit<Tables['state.token'], 'digest'> {
  readonly name: string // of the account
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    account: row.account,
    owner: row.name,
    label: row.label,
    scope: SCOPES.find((scope) => scope === row.scope) ?? 'read', // a scope this version does not know may do the least
    from: row.from_at,
    until: row.until_at,
    ...(row.seen_at !== null && { seen: row.seen_at }),
  }
}
