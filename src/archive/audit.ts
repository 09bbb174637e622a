// What happened with accounts, sessions, tokens and settings. Only added to: triggers refuse all else.
import type { Kysely, Transaction } from 'kysely'
import type { Audited, AuditedKind } from '../model/account.ts'
import type { Tables } from './tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** What is written down. */
export interface NewAudited extends Omit<Audited, 'number'> {
  readonly what: AuditedKind
}

/** Writes down what happened. */
export async function addAudited(state: State, audited: NewAudited): Promise<void> {
  await state.insertInto('state.audit').values(audited).execute()
}

/** What happened before the entry of that number, or at all: the latest first, at most `limit`. */
export async function listAudited(
  state: State,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<Audited[]> {
  const all = state.selectFrom('state.audit').selectAll().orderBy('number', 'desc').limit(limit)
  const rows = await (before === undefined ? all : all.where('number', '<', before)).execute()
  return rows.map(({ number, at, what, who, whom, address, detail }) => ({
    number,
    at,
    what,
    ...(who !== null && { who }),
    ...(whom !== null && { whom }),
    ...(address !== null && { address }),
    ...(detail !== null && { detail }),
  }))
}

/** Everything of one kind that happened, the first one first. */
export async function listAuditedOf(state: State, what: AuditedKind): Promise<Pick<Audited, 'at' | 'detail'>[]> {
  const rows = state.selectFrom('state.audit').select(['at', 'detail']).where('what', '=', what).orderBy('number')
  return (await rows.execute()).map(({ at, detail }) => ({ at, ...(detail !== null && { detail }) }))
}
