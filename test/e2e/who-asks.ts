// Everybody who may ask a desk: nobody, each role by a session and by a token, and those whose session or token is worth nothing.
import { addSession } from '../../src/archive/sessions.ts'
import { addToken as addRow } from '../../src/archive/tokens.ts'
import { addAccount, setAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { addToken, revokeToken } from '../../src/desk/accounts/keep-tokens.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { type Account, ROLES, type Role, SCOPES, type Scope } from '../../src/model/account.ts'
import { digestOf } from '../../src/model/digest.ts'
import { PASSWORD } from '../../src/server/visitor.contract.ts'

/** Somebody who asks. */
export interface Asker {
  readonly called: string
  readonly role?: Role // that they act in; absent: nobody is let in
  readonly by: 'nothing' | 'session' | 'token' | 'dead token'
  readonly account?: Account // of a session
  readonly secret?: string // of a token, or what a browser holds that is no session
}

const LONG_AGO = '2001-01-01T00:00:00.000Z'

/** All of them, with their accounts on the desk. */
export async function makeAskers(desk: Pick<Desk, 'store' | 'now'>): Promise<Asker[]> {
  const accounts = new Map<Role, Account>()
  for (const role of [...ROLES].reverse()) {
    accounts.set(role, await addAccount(desk, { name: `the ${role}`, password: PASSWORD, role }, {}))
  }
  const of = (role: Role): Account => accounts.get(role) ?? fail()
  const token = async (account: Account, scope: Scope) => {
    const { token, secret } = await addToken(desk, account, { label: scope, scope, days: 1 }, {})
    return { id: token.id, secret }
  }
  const gone = await addAccount(desk, { name: 'the gone', password: PASSWORD, role: 'admin' }, {})
  const [ofGone, revoked] = [await token(gone, 'admin'), await token(of('admin'), 'admin')]
  await setAccount(desk, gone.name, { state: 'disabled' }, {})
  await revokeToken(desk, revoked.id, {})
  const lowered = await addAccount(desk, { name: 'the lowered', password: PASSWORD, role: 'admin' }, {})
  const wide = await token(lowered, 'admin')
  await setAccount(desk, lowered.name, { role: 'reader' }, {})
  const dead = { by: 'dead token' } as const
  return [
    { called: 'nobody', by: 'nothing' },
    { called: 'a session that was made up', by: 'nothing', secret: 'a'.repeat(43) },
    { called: 'a session that is over', by: 'nothing', secret: await overSession(desk, of('admin')) },
    ...ROLES.map((role): Asker => ({ called: `a session: ${role}`, role, by: 'session', account: of(role) })),
    ...(await Promise.all(
      SCOPES.map(async (scope, i): Promise<Asker> => {
        const { secret } = await token(of('admin'), scope)
        return { called: `an admin's token to ${scope}`, role: ROLES[i] ?? 'reader', by: 'token', secret }
      }),
    )),
    { called: 'a token wider than its account is now', role: 'reader', by: 'token', secret: wide.secret },
    { called: 'a token that was made up', ...dead, secret: 'readout_made-up' },
    { called: 'a token that is over', ...dead, secret: await overToken(desk, of('admin')) },
    { called: 'a token that was revoked', ...dead, secret: revoked.secret },
    { called: 'a token of an account that is disabled', ...dead, secret: ofGone.secret },
  ]
}

let made = 0

/** Signs the account in, and gives back what its browser holds. */
export async function makeSession({ store, now }: Pick<Desk, 'store' | 'now'>, account: Account): Promise<string> {
  made += 1
  const secret = `session ${made}`.padEnd(43, 'x').replace(' ', '-')
  const session = { id: secret, account: account.id, from: now(), seen: now(), until: '2099-01-01', address: '' }
  await addSession(await store.state(), session, digestOf(secret))
  return secret
}

async function overSession({ store }: Pick<Desk, 'store'>, account: Account): Promise<string> {
  const session = { id: 'over', account: account.id, from: LONG_AGO, seen: LONG_AGO, until: LONG_AGO, address: '' }
  await addSession(await store.state(), session, digestOf('over'))
  return 'over'
}

async function overToken({ store }: Pick<Desk, 'store'>, account: Account): Promise<string> {
  const token = {
    id: 'over',
    account: account.id,
    label: 'over',
    scope: 'admin',
    from: LONG_AGO,
    until: LONG_AGO,
  } as const
  await addRow(await store.state(), token, digestOf('readout_over'))
  return 'readout_over'
}

function fail(): never {
  throw new Error('an account is missing')
}
