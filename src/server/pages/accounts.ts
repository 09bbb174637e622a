// All accounts, their tokens and the audit log, for those who keep them.
import { z } from 'zod'
import { addAccount, endSessions, removeAccount, setAccount, setPassword } from '../../desk/accounts/keep-accounts.ts'
import { revokeToken } from '../../desk/accounts/keep-tokens.ts'
import { signOf } from '../../desk/accounts/names.ts'
import type { Desk } from '../../desk/desk.ts'
import { accountsPage, auditPage } from '../../desk/views/accounts.ts'
import { ROLES } from '../../model/account.ts'
import { ReadoutError } from '../../model/errors.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'
import { refusalIn } from './refusal-in.ts'

const text = z.string().max(4000)
const PAGE = 100 // entries of the audit log

/** The pages of accounts and audit, and their forms. */
export function accountsRoutes(desk: Pick<Desk, 'store' | 'now'>): Route[] {
  const form = <const B extends z.ZodType>(
    path: string,
    body: B,
    work: (asked: Asked<{ body: B }>, doer: { who: string; address: string }) => Promise<{ readonly name: string }>,
  ): Route =>
    defineRoute<{ body: B }>({
      method: 'POST',
      path,
      kind: 'form',
      needs: 'admin',
      schema: { body },
      async answer(asked) {
        const { viewer, sitting, reply } = asked
        try {
          const { name } = await work(asked, { who: viewer.name, address: sitting.address })
          return reply.redirect(`/accounts?done=${encodeURIComponent(name)}`, 303)
        } catch (error) {
          const fault = refusalIn(error)
          reply.code(400).type(HTML)
          return await accountsPage(desk, { fault }, asked.shell)
        }
      },
    })
  return [
    defineRoute({
      method: 'GET',
      path: '/accounts',
      kind: 'page',
      needs: 'admin',
      schema: { querystring: z.object({ done: text.optional() }) },
      answer({ query: { done }, shell, reply }) {
        reply.type(HTML)
        return accountsPage(desk, done === undefined ? {} : { done }, shell)
      },
    }),
    form('/accounts', z.object({ name: text, password: text, role: z.enum(ROLES) }), ({ body }, doer) =>
      addAccount(desk, body, doer),
    ),
    form(
      '/accounts/change',
      z.object({ name: text, role: z.enum(ROLES).optional(), state: z.enum(['active', 'disabled']).optional() }),
      ({ body: { name, role, state }, viewer }, doer) => {
        refuseOwn(name, viewer.name)
        return setAccount(desk, name, { ...(role && { role }), ...(state && { state }) }, doer)
      },
    ),
    form('/accounts/password', z.object({ name: text, password: text }), ({ body }, doer) =>
      setPassword(desk, body.name, { after: body.password }, doer),
    ),
    form('/accounts/sessions', z.object({ name: text }), async ({ body: { name } }, doer) => {
      await endSessions(desk, name, doer)
      return { name }
    }),
    form('/accounts/remove', z.object({ name: text }), ({ body: { name }, viewer }, doer) => {
      refuseOwn(name, viewer.name)
      return removeAccount(desk, name, doer)
    }),
    form('/accounts/tokens/revoke', z.object({ id: text }), async ({ body: { id } }, doer) => {
      const { label } = await revokeToken(desk, id, doer)
      return { name: label }
    }),
    defineRoute({
      method: 'GET',
      path: '/audit',
      kind: 'page',
      needs: 'admin',
      schema: { querystring: z.object({ after: text.optional() }) },
      answer({ query: { after }, shell, reply }) {
        reply.type(HTML)
        return auditPage(desk, { limit: PAGE, ...(after !== undefined && { after }) }, shell)
      },
    }),
  ]
}

function refuseOwn(name: string, own: string): void {
  if (signOf(name) !== signOf(own)) return
  throw new ReadoutError('ACCOUNT_REFUSED', 'this is your own account; another admin can change its role or remove it')
}
