// The addresses of what was removed: the page, and its form. Both are for admins.
import { z } from 'zod'
import type { Deciding } from '../../desk/decide.ts'
import { removalsPage, removeOnPage } from '../../desk/views/removals.ts'
import { defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'

/** The routes. */
export function removalRoutes(desk: Deciding): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/removals',
      kind: 'page',
      needs: 'admin',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return await removalsPage(desk, shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/removals',
      kind: 'form',
      needs: 'admin',
      schema: {
        body: z.object({
          names: z.string().max(100_000),
          cause: z.enum(['law', 'person at risk']),
          why: z.string().max(4000),
          sure: z.enum(['yes', 'no']),
        }),
      },
      async answer({ body: { sure, ...asked }, sitting, shell, reply }) {
        const done = await removeOnPage(desk, { ...asked, isSure: sure === 'yes' }, { shell, address: sitting.address })
        if (done.kind === 'done') return reply.redirect('/removals', 303)
        reply.code(done.status).type(HTML)
        return done.html
      },
    }),
  ]
}
