// The addresses of the settings: the page, and its form for admins.
import { z } from 'zod'
import { changeSetting } from '../../desk/change-setting.ts'
import type { Desk } from '../../desk/desk.ts'
import type { ListPages } from '../../desk/list-pages.ts'
import { defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'

const text = z.string().max(100_000) // watches are long

/** The routes. */
export function settingsRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>, pages: ListPages): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/settings',
      kind: 'page',
      needs: 'reader',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return pages.settings(shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/settings',
      kind: 'form',
      needs: 'admin',
      schema: { body: z.object({ name: text, was: text, do: z.enum(['set', 'reset']) }).catchall(text) },
      async answer({ body, viewer, sitting, shell, reply }) {
        const { name, was, do: action, ...typed } = body
        const doer = { who: viewer.name, address: sitting.address }
        const why = await changeSetting(desk, { name, was, isReset: action === 'reset', typed }, doer)
        if (why === undefined) return reply.redirect(`/settings#setting-${encodeURIComponent(name)}`, 303)
        reply.code(400).type(HTML)
        return pages.settings(shell, { name, why, typed })
      },
    }),
  ]
}
