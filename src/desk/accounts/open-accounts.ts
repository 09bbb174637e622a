// Who asks, by what their browser or program holds. On its own machine and without any account a desk has one person, who may do
// everything; as soon as there is an account, everybody needs one.
import { changeAccount, findAccount, hasAccounts } from '../../archive/accounts.ts'
import { addAudited } from '../../archive/audit.ts'
import { hasLockedAccounts } from '../../archive/locked-accounts.ts'
import { keepSecret } from '../../archive/secret.ts'
import { addSession, endSession, findSession, forgetSessions, touchSession } from '../../archive/sessions.ts'
import { findToken, touchToken } from '../../archive/tokens.ts'
import { type Account, roleOf, type Viewer } from '../../model/account.ts'
import { digestOf } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Instant } from '../../model/id.ts'
import { later } from '../../model/instant.ts'
import type { Desk } from '../desk.ts'
import { isPassword, NOBODYS } from './hash-password.ts'
import { entry } from './keep-accounts.ts'
import { isTooLong, passwordOf, signOf } from './names.ts'
import { makeId, makeSecret } from './secrets.ts'

/** Somebody who was let in. */
export interface Known {
  readonly viewer: Viewer
  readonly session?: string // the id of the session; absent: by a token, or the one person of the desk
}

/** What they signed in with. */
export interface Credentials {
  readonly name: string
  readonly password: string
  readonly address: string
  readonly before?: string // the token of a session that the same browser holds already: it ends
}

/** The accounts of a desk, as a server needs them. */
export interface Accounts {
  /** What the tokens of forms are bound with. */
  readonly key: string
  /** True where there is an account: nobody gets in without. */
  isShared(): Promise<boolean>
  /** The one person of a desk without accounts. */
  readonly alone: Viewer
  /** Who holds the session's token; undefined where it is none, or over. `isWaiting`: a page that only waits does not use it. */
  bySession(token: string, isWaiting?: boolean): Promise<Known | undefined>
  /** Who holds the program's token; undefined where it is none, over, or revoked. */
  byToken(token: string): Promise<Known | undefined>
  /** Signs in. Undefined where there is no such name, where the password is another's, or where the account is disabled. */
  signIn(credentials: Credentials): Promise<{ token: string; until: Instant } | undefined>
  /** Ends the session. */
  signOut(token: string, address: string): Promise<void>
}

const HOUR = 3600 * 1000
export const IDLE_MS = 12 * HOUR // a working day, so that nobody signs in twice in one
export const SESSION_MS = 14 * 24 * HOUR
const TOUCH_MS = 5 * 60 * 1000 // written down at most so often, so that reading pages does not write

/** The accounts of the desk. Throws ACCOUNT_REFUSED for a desk with accounts that may not be written. */
export async function openAccounts(desk: Pick<Desk, 'dir' | 'store' | 'now'>, person: string): Promise<Accounts> {
  if (desk.store.isReadOnly) return openLocked(desk, person)
  const key = await keepSecret(await desk.store.state(), 'forms', makeSecret())
  return {
    key,
    alone: { name: person, role: 'admin' },
    isShared: async () => hasAccounts(await desk.store.state()),
    bySession: (token, isWaiting) => findBySession(desk, token, isWaiting),
    byToken: (token) => findByToken(desk, token),
    signIn: (credentials) => signIn(desk, credentials),
    signOut: (token, address) => signOut(desk, token, address),
  }
}

function openLocked({ dir }: Pick<Desk, 'dir'>, person: string): Accounts {
  if (hasLockedAccounts(dir)) {
    const cure = 'see that you may write to it, or serve a copy without its state.db'
    throw new ReadoutError(
      'ACCOUNT_REFUSED',
      `${dir}: has accounts, and may not be written, so nobody can sign in; ${cure}`,
    )
  }
  return {
    key: makeSecret(),
    alone: { name: person, role: 'reader' }, // nothing can be kept
    isShared: async () => false,
    bySession: async () => undefined,
    byToken: async () => undefined,
    signIn: async () => undefined,
    signOut: async () => {},
  }
}

type Kept = Pick<Desk, 'store' | 'now'>

async function findBySession({ store, now }: Kept, token: string, isWaiting = false): Promise<Known | undefined> {
  const state = await store.state()
  const found = await findSession(state, digestOf(token))
  const at = now()
  if (!found) return undefined
  const { session, account } = found
  if (account.state !== 'active') return undefined
  if (session.until <= at || session.seen <= later(at, -IDLE_MS)) return undefined
  if (!isWaiting && session.seen <= later(at, -TOUCH_MS))
    await state.transaction().execute((trx) => touchSession(trx, session.id, at))
  return { viewer: viewerOf(account), session: session.id }
}

async function findByToken({ store, now }: Kept, secret: string): Promise<Known | undefined> {
  const state = await store.state()
  const found = await findToken(state, digestOf(secret))
  const at = now()
  if (!found || found.token.until <= at || found.account.state !== 'active') return undefined
  const { token, account } = found
  if ((token.seen ?? '') <= later(at, -TOUCH_MS))
    await state.transaction().execute((trx) => touchToken(trx, token.id, at))
  return { viewer: { ...viewerOf(account), role: roleOf(token.scope, account.role) } }
}

function viewerOf({ id, name, role }: Account): Viewer {
  return { account: id, name, role }
}

async function signIn(desk: Kept, credentials: Credentials): Promise<{ token: string; until: Instant } | undefined> {
  const { name, address, before } = credentials
  const sign = signOf(name)
  const password = passwordOf(credentials.password)
  const state = await desk.store.state()
  const found = await findAccount(state, sign)
  const isRight = !isTooLong(password) && (await isPassword(password, found?.password ?? NOBODYS))
  const at = desk.now()
  const token = makeSecret()
  const until = later(at, SESSION_MS)
  return state.transaction().execute(async (trx) => {
    const known = await findAccount(trx, sign) // it may have been changed while the password was tried
    if (!isRight || known?.account.state !== 'active' || known.password !== found?.password) {
      const who = known?.account.name // of a name that is none nothing is kept: it may be a password in the wrong field
      await addAudited(trx, entry(desk, 'sign-in failed', { address, ...(who !== undefined && { who }) }))
      return undefined
    }
    const { account } = known
    const old = before === undefined ? undefined : await findSession(trx, digestOf(before))
    if (old) await endSession(trx, old.session.id)
    await forgetSessions(trx, { now: at, idle: later(at, -IDLE_MS) })
    await addSession(trx, { id: makeId(), account: account.id, from: at, seen: at, until, address }, digestOf(token))
    await changeAccount(trx, account.id, { seen: at })
    await addAudited(trx, entry(desk, 'signed in', { who: account.name, address }))
    return { token, until }
  })
}

async function signOut(desk: Kept, token: string, address: string): Promise<void> {
  await (await desk.store.state()).transaction().execute(async (trx) => {
    const found = await findSession(trx, digestOf(token))
    if (!found) return
    await endSession(trx, found.session.id)
    await addAudited(trx, entry(desk, 'signed out', { who: found.account.name, address }))
  })
}
