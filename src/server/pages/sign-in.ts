// The way in and out.
import { z } from 'zod'
import { signInPage } from '../../desk/views/accounts.ts'
import { returnAddress } from '../guard/return-address.ts'
import { defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'

const text = z.string().max(4000)

/** Signing in and out, for anybody. */
export function signInRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/sign-in',
      kind: 'page',
      needs: 'nothing',
      schema: { querystring: z.object({ to: text.optional() }) },
      async answer({ query, viewer, shell, reply }) {
        const to = returnAddress(query.to)
        if (viewer.name !== '') return reply.redirect(to, 303)
        reply.type(HTML)
        return signInPage({ to }, shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/sign-in',
      kind: 'form',
      needs: 'nothing',
      schema: { body: z.object({ name: text, password: text, to: text.optional() }) },
      async answer({ body: { name, password, to: asked }, shell, sitting, reply }) {
        const to = returnAddress(asked)
        if (await sitting.signIn({ name, password })) return reply.redirect(to, 303)
        reply.code(401).type(HTML)
        return signInPage({ to, name, isWrong: true }, shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/sign-out',
      kind: 'form',
      needs: 'nothing',
      schema: {},
      async answer({ sitting, reply }) {
        await sitting.signOut()
        return reply.redirect('/sign-in', 303)
      },
    }),
  ]
}
