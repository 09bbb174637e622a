// `readout account`: who may sign in, and what they may do.
import {
  addAccount,
  endSessions,
  findAccountCalled,
  listAccounts,
  removeAccount,
  setAccount,
  setPassword,
} from '../desk/accounts/keep-accounts.ts'
import { listOwnSessions } from '../desk/accounts/list-own-sessions.ts'
import { parseName } from '../desk/accounts/names.ts'
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import type { Role } from '../model/account.ts'
import { askPassword } from './ask-password.ts'
import { print, printJson } from './output.ts'
import { writeAccount, writeSession } from './write-account.ts'

interface Common {
  readonly desk: string
  readonly json?: true
}

const doer = (): { who: string } => ({ who: nameOfPerson() })

/** Makes an account, with a password that is asked for. */
export async function addOne(called: string, { desk: dir, role, json }: Common & { readonly role: Role }): Promise<0> {
  const { name } = parseName(called) // before a password is typed for nothing
  return withDesk(dir, true, async (desk) => {
    const account = await addAccount(desk, { name, password: await askPassword(name), role }, doer())
    await (json ? printJson(account) : print(`added ${writeAccount(account)}`))
  })
}

/** Lists all accounts. */
export async function listAll({ desk: dir, json }: Common): Promise<0> {
  return withDesk(dir, false, async (desk) => {
    const accounts = await listAccounts(desk)
    if (json) await printJson(accounts)
    else if (accounts.length > 0) await print(accounts.map(writeAccount).join('\n'))
    else await print('There are no accounts; "readout account add NAME --role admin" makes the first.')
  })
}

/** Changes what an account may do. */
export async function setOne(
  called: string,
  { desk: dir, json, role, disable, enable }: Common & { role?: Role; disable?: true; enable?: true },
): Promise<0> {
  return withDesk(dir, false, async (desk) => {
    const state = disable ? 'disabled' : enable ? 'active' : undefined
    const account = await setAccount(desk, called, { ...(role && { role }), ...(state && { state }) }, doer())
    await (json ? printJson(account) : print(writeAccount(account)))
  })
}

/** Removes an account; what was decided under its name stays. */
export async function removeOne(called: string, { desk: dir, json }: Common): Promise<0> {
  return withDesk(dir, false, async (desk) => {
    const account = await removeAccount(desk, called, doer())
    await (json ? printJson(account) : print(`removed ${account.name}`))
    if (json || (await listAccounts(desk)).length > 0) return
    await print('There are no accounts now: the desk is served to whoever sits at this machine, and to nobody else.')
  })
}

/** Sets a password anew and ends all sessions of the account. */
export async function setPasswordOf(called: string, { desk: dir, json }: Common): Promise<0> {
  return withDesk(dir, false, async (desk) => {
    const { name } = await findAccountCalled(desk, called)
    const account = await setPassword(desk, name, { after: await askPassword(name) }, doer())
    await (json ? printJson(account) : print(`set the password of ${name}, and signed it out everywhere`))
  })
}

/** Lists where an account is signed in, or signs it out everywhere. */
export async function sessionsOf(called: string, { desk: dir, json, end }: Common & { end?: true }): Promise<0> {
  return withDesk(dir, false, async (desk) => {
    const { id, name } = await findAccountCalled(desk, called)
    if (end) {
      const ended = await endSessions(desk, name, doer())
      await (json ? printJson({ ended }) : print(`ended ${ended} ${ended === 1 ? 'session' : 'sessions'} of ${name}`))
      return
    }
    const sessions = await listOwnSessions(desk, id)
    if (json) await printJson(sessions)
    else if (sessions.length === 0) await print(`${name} is signed in nowhere`)
    else await print(sessions.map(writeSession).join('\n'))
  })
}

async function withDesk(dir: string, make: boolean, work: (desk: Desk) => Promise<void>): Promise<0> {
  const desk = await openDesk(dir, { make })
  try {
    await work(desk)
    return 0
  } finally {
    await desk.close()
  }
}
