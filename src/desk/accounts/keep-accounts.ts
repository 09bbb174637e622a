// Accounts as those who keep them change them. Whatever changes what somebody may do ends their sessions, and as long as there
// are accounts one of them can keep the others.
import {
  addAccount as addRow,
  changeAccount,
  findAccount,
  type KeptAccount,
  listAccounts as listRows,
  removeAccount as removeRow,
} from '../../archive/accounts.ts'
import { addAudited, type NewAudited } from '../../archive/audit.ts'
import { endSessionsOf } from '../../archive/sessions.ts'
import type { Account, Role } from '../../model/account.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { hashPassword, isPassword } from './hash-password.ts'
import { parseName, parsePassword, passwordOf, signOf } from './names.ts'
import { makeId } from './secrets.ts'

/** Who does it, and from where. */
export interface Doer {
  readonly who?: string
  readonly address?: string // absent: at the command line
}

type Kept = Pick<Desk, 'store' | 'now'>

/** Makes an account. Throws ACCOUNT_REFUSED: the name is taken, or name or password cannot be used. */
export async function addAccount(
  desk: Kept,
  wanted: { readonly name: string; readonly password: string; readonly role: Role },
  doer: Doer,
): Promise<Account> {
  const { name, sign } = parseName(wanted.name)
  const password = await hashPassword(parsePassword(wanted.password, { sign }))
  const made = desk.now()
  const account = { id: makeId(), name, sign, password, role: wanted.role, made }
  return change(desk, async (state) => {
    if (!(await addRow(state, account))) {
      throw new ReadoutError('ACCOUNT_REFUSED', `there is an account "${name}" already; choose another name`)
    }
    await addAudited(state, { ...entry(desk, 'account added', doer), whom: name, detail: account.role })
    const { id, role } = account
    return { id, name, role, state: 'active', made }
  })
}

/** All accounts, by name. */
export async function listAccounts({ store }: Kept): Promise<Account[]> {
  return listRows(await store.state())
}

/** The account of that name. Throws ACCOUNT_UNKNOWN. */
export async function findAccountCalled({ store }: Kept, name: string): Promise<Account> {
  return (await known(await store.state(), name)).account
}

/** Changes role or state, and ends the account's sessions where that changes anything. */
export async function setAccount(
  desk: Kept,
  name: string,
  wanted: { readonly role?: Role; readonly state?: Account['state'] },
  doer: Doer,
): Promise<Account> {
  return change(desk, async (state) => {
    const { account } = await known(state, name)
    const after = { ...account, ...wanted }
    if (after.role !== account.role) {
      const detail = `${account.role} to ${after.role}`
      await addAudited(state, { ...entry(desk, 'role changed', doer), whom: account.name, detail })
    }
    if (after.state !== account.state) {
      const what = after.state === 'active' ? 'account enabled' : 'account disabled'
      await addAudited(state, { ...entry(desk, what, doer), whom: account.name })
    }
    if (after.role === account.role && after.state === account.state) return account
    await changeAccount(state, account.id, { role: after.role, state: after.state })
    await endSessionsOf(state, account.id)
    return after
  })
}

/** Removes an account with its sessions and tokens; what was decided under its name stays. */
export async function removeAccount(desk: Kept, name: string, doer: Doer): Promise<Account> {
  return change(desk, async (state) => {
    const { account } = await known(state, name)
    await removeRow(state, account.id)
    await addAudited(state, { ...entry(desk, 'account removed', doer), whom: account.name })
    return account
  })
}

/**
 * Sets a password and ends all sessions of the account. `before`: the one that it had, which is asked of whoever changes their
 * own. Throws SIGN_IN_FAILED where that is not it, ACCOUNT_REFUSED where the new one cannot be used.
 */
export async function setPassword(
  desk: Kept,
  name: string,
  { before, after }: { readonly before?: string; readonly after: string },
  doer: Doer,
): Promise<Account> {
  const own = await known(await desk.store.state(), name)
  if (before !== undefined && !(await isPassword(passwordOf(before), own.password))) {
    throw new ReadoutError('SIGN_IN_FAILED', 'the password that it has now is another; nothing was changed')
  }
  const password = await hashPassword(parsePassword(after, { sign: signOf(own.account.name) }))
  return change(desk, async (state) => {
    const { account } = await known(state, name)
    await changeAccount(state, account.id, { password })
    await endSessionsOf(state, account.id)
    await addAudited(state, { ...entry(desk, 'password changed', doer), whom: account.name })
    return account
  })
}

/** Ends all sessions of an account; gives back how many. */
export async function endSessions(desk: Kept, name: string, doer: Doer): Promise<number> {
  return change(desk, async (state) => {
    const { account } = await known(state, name)
    const ended = await endSessionsOf(state, account.id)
    await addAudited(state, { ...entry(desk, 'sessions ended', doer), whom: account.name, detail: String(ended) })
    return ended
  })
}

/** An entry of the audit log, as it begins. */
export function entry({ now }: Pick<Desk, 'now'>, what: NewAudited['what'], { who, address }: Doer): NewAudited {
  return { at: now(), what, ...(who !== undefined && { who }), ...(address !== undefined && { address }) }
}

type State = Awaited<ReturnType<Desk['store']['state']>>

async function known(state: State, name: string): Promise<KeptAccount> {
  const found = await findAccount(state, signOf(name))
  if (found) return found
  throw new ReadoutError('ACCOUNT_UNKNOWN', `there is no account "${name}"; "readout account list" lists them`)
}

async function change<T>({ store }: Kept, work: (state: State) => Promise<T>): Promise<T> {
  return (await store.state()).transaction().execute(async (trx) => {
    const done = await work(trx)
    const left = await listRows(trx)
    if (left.length === 0 || left.some(({ role, state }) => role === 'admin' && state === 'active')) return done
    const cure = 'make another admin first ("readout account add NAME --role admin")'
    throw new ReadoutError('ACCOUNT_REFUSED', `nobody would be left who may keep the accounts; ${cure}`)
  })
}
