// Tokens for programs. One is shown once, when it is made; it may do no more than its scope, and no more than its account.
import { addAudited } from '../../archive/audit.ts'
import { addToken as addRow, forgetTokens, listTokens as listRows, removeToken } from '../../archive/tokens.ts'
import { type Account, mayDo, ROLES, SCOPES, type Scope, type Token } from '../../model/account.ts'
import { digestOf } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import { later } from '../../model/instant.ts'
import type { Desk } from '../desk.ts'
import { type Doer, entry } from './keep-accounts.ts'
import { makeId, makeSecret } from './secrets.ts'

const PREFIX = 'readout_' // so that programs that look for leaked secrets can know one
const LONGEST_LABEL = 200 // bytes
export const MOST_DAYS = 366 // that a token may last

type Kept = Pick<Desk, 'store' | 'now'>

/** Makes a token for an account. `secret` is the token itself, which is kept nowhere. Throws ACCOUNT_REFUSED. */
export async function addToken(
  desk: Kept,
  account: Account,
  wanted: { readonly label: string; readonly scope: Scope; readonly days: number },
  doer: Doer,
): Promise<{ token: Token; secret: string }> {
  const label = wanted.label
    .replace(/[\p{Cc}\p{Zs}]+/gu, ' ')
    .trim()
    .normalize('NFC')
  if (label === '' || Buffer.byteLength(label) > LONGEST_LABEL || !label.isWellFormed()) {
    throw new ReadoutError(
      'ACCOUNT_REFUSED',
      `a token needs a label of 1 to ${LONGEST_LABEL} bytes, such as what uses it`,
    )
  }
  const needed = ROLES[SCOPES.indexOf(wanted.scope)] ?? 'admin'
  if (!mayDo(account.role, needed)) {
    const why = `a token to ${wanted.scope} needs the role ${needed}, and ${account.name} is ${account.role}`
    throw new ReadoutError('ACCOUNT_REFUSED', `${why}; choose a smaller scope`)
  }
  if (!Number.isInteger(wanted.days) || wanted.days < 1 || wanted.days > MOST_DAYS) {
    throw new ReadoutError(
      'ACCOUNT_REFUSED',
      `a token lasts from 1 to ${MOST_DAYS} days; make a new one when it is over`,
    )
  }
  const secret = PREFIX + makeSecret()
  const from = desk.now()
  const until = later(from, wanted.days * DAY)
  const token = { id: makeId(), account: account.id, owner: account.name, label, scope: wanted.scope, from, until }
  await (await desk.store.state()).transaction().execute(async (state) => {
    await forgetTokens(state, later(from, -KEPT_DAYS * DAY))
    await addRow(state, token, digestOf(secret))
    await addAudited(state, {
      ...entry(desk, 'token added', doer),
      whom: account.name,
      detail: `${label} (${token.scope})`,
    })
  })
  return { token, secret }
}

const DAY = 24 * 3600 * 1000
const KEPT_DAYS = 30 // that a token is listed after its end

/** The tokens of an account, or all of the desk: the latest first. */
export async function listTokens({ store }: Kept, account?: string): Promise<Token[]> {
  return listRows(await store.state(), account)
}

/** Revokes a token, by its id or the beginning of it. `account`: only one of this account's. Throws TOKEN_UNKNOWN. */
export async function revokeToken(desk: Kept, id: string, doer: Doer, account?: string): Promise<Token> {
  return (await desk.store.state()).transaction().execute(async (state) => {
    const [token, ...more] = (await listRows(state, account)).filter((one) => id !== '' && one.id.startsWith(id))
    if (!token || more.length > 0)
      throw new ReadoutError('TOKEN_UNKNOWN', `there is no token "${id}"; "readout token list" lists them`)
    await removeToken(state, token.id)
    await addAudited(state, { ...entry(desk, 'token revoked', doer), whom: token.owner, detail: token.label })
    return token
  })
}
