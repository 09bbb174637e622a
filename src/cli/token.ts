// `readout token`: what programs use to ask the desk.
import { findAccountCalled } from '../desk/accounts/keep-accounts.ts'
import { addToken, listTokens, revokeToken } from '../desk/accounts/keep-tokens.ts'
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import type { Scope } from '../model/account.ts'
import { print, printJson } from './output.ts'
import { writeToken } from './write-account.ts'

interface Common {
  readonly desk: string
  readonly json?: true
}

/** Makes a token for an account and prints it, this once. */
export async function addOne(
  called: string,
  { desk: dir, json, label, scope, days }: Common & { label: string; scope: Scope; days: number },
): Promise<0> {
  return withDesk(dir, async (desk) => {
    const account = await findAccountCalled(desk, called)
    const { token, secret } = await addToken(desk, account, { label, scope, days }, { who: nameOfPerson() })
    if (json) await printJson({ ...token, secret })
    else
      await print(
        `${secret}\n${writeToken(token)}\nThe first line is the token. It is shown this once and kept nowhere.`,
      )
  })
}

/** Lists the tokens of an account, or all. */
export async function listAll({ desk: dir, json, account: called }: Common & { account?: string }): Promise<0> {
  return withDesk(dir, async (desk) => {
    const account = called === undefined ? undefined : (await findAccountCalled(desk, called)).id
    const tokens = await listTokens(desk, account)
    if (json) await printJson(tokens)
    else if (tokens.length > 0) await print(tokens.map(writeToken).join('\n'))
    else await print('There are no tokens; "readout token add NAME --label LABEL" makes one.')
  })
}

/** Revokes a token: it opens nothing any more. */
export async function removeOne(id: string, { desk: dir, json }: Common): Promise<0> {
  return withDesk(dir, async (desk) => {
    const token = await revokeToken(desk, id, { who: nameOfPerson() })
    await (json ? printJson(token) : print(`revoked ${token.id}  ${token.label}`))
  })
}

async function withDesk(dir: string, work: (desk: Desk) => Promise<void>): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    await work(desk)
    return 0
  } finally {
    await desk.close()
  }
}
