// One's own account: the password, the browsers that are signed in, the tokens for programs.
import { z } from 'zod'
import { endSessions, findAccountCalled, setPassword } from '../../desk/accounts/keep-accounts.ts'
import { addToken, MOST_DAYS, revokeToken } from '../../desk/accounts/keep-tokens.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountPage, type Done } from '../../desk/views/accounts.ts'
import { SCOPES } from '../../model/account.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'
import { refusalIn } from './refusal-in.ts'

const text = z.string().max(4000)

/** The page of one's own account and its forms. */
export function accountRoutes(desk: Pick<Desk, 'store' | 'now'>): Route[] {
  const page = ({ viewer, sitting, shell, reply }: Asked, done: Done): Promise<string> => {
    reply.type(HTML)
    return accountPage(desk, { viewer, session: sitting.session, ...done }, shell)
  }
  const form = <const B extends z.ZodType>(
    path: string,
    body: B,
    work: (asked: Asked<{ body: B }>) => Promise<Done>,
  ): Route =>
    defineRoute<{ body: B }>({
      method: 'POST',
      path,
      kind: 'form',
      needs: 'reader',
      isInBrowser: true,
      schema: { body },
      async answer(asked) {
        try {
          const done = await work(asked)
          if (done.done === undefined) return await page(asked as Asked, done)
          return asked.reply.redirect(`/account?done=${done.done}`, 303)
        } catch (error) {
          const fault = refusalIn(error)
          asked.reply.code(400)
          return await page(asked as Asked, { fault })
        }
      },
    })
  const doer = ({ viewer, sitting }: Pick<Asked, 'viewer' | 'sitting'>) => ({
    who: viewer.name,
    address: sitting.address,
  })
  return [
    defineRoute({
      method: 'GET',
      path: '/account',
      kind: 'page',
      needs: 'reader',
      schema: {
        querystring: z.object({ done: z.enum(['password', 'sessions', 'revoked']).optional().catch(undefined) }),
      },
      answer: (asked) =>
        page(asked as unknown as Asked, asked.query.done === undefined ? {} : { done: asked.query.done }),
    }),
    form('/account/password', z.object({ before: text, after: text }), async (asked) => {
      const { name } = asked.viewer
      const { before, after } = asked.body
      await asked.sitting.countTry() // who found a browser open may not guess what was typed into it
      await setPassword(desk, name, { before, after }, doer(asked))
      await asked.sitting.signIn({ name, password: after }) // all sessions ended with the old password, this one too
      return { done: 'password' }
    }),
    form('/account/sessions', z.object({}), async (asked) => {
      await endSessions(desk, asked.viewer.name, doer(asked))
      return { done: 'sessions' }
    }),
    form(
      '/account/tokens',
      z.object({ label: text, scope: z.enum(SCOPES), days: z.coerce.number().int().min(1).max(MOST_DAYS) }),
      async (asked) => {
        const account = await findAccountCalled(desk, asked.viewer.name)
        return { secret: (await addToken(desk, account, asked.body, doer(asked))).secret }
      },
    ),
    form('/account/tokens/revoke', z.object({ id: text }), async (asked) => {
      await revokeToken(desk, asked.body.id, doer(asked), asked.viewer.account)
      return { done: 'revoked' }
    }),
  ]
}
