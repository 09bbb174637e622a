// The addresses about mail: how it stands, for those of the desk; asking, confirming and leaving, for anybody. A GET changes nothing.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { askOnPage } from '../../desk/mailing/ask-on-page.ts'
import { settle } from '../../desk/mailing/settle.ts'
import { confirmMail, leaveMail } from '../../desk/mailing/sign-up.ts'
import {
  addressesPage,
  askedPage,
  confirmPage,
  leavePage,
  mailPage,
  sayingPage,
  subscribePage,
} from '../../desk/views/mail.ts'
import { ReadoutError } from '../../model/errors.ts'
import { defineRoute, type Route } from '../route.ts'
import { cursor, field } from './fields.ts'
import { HTML } from './html.ts'

const LIMIT = 200 // addresses on a page
const token = z.object({ token: z.string().min(1).max(200) })

/** The routes. */
export function mailRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Route[] {
  return [...ownRoutes(desk), ...publicRoutes(desk)]
}

function ownRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/mail',
      kind: 'page',
      needs: 'editor',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return mailPage(desk, shell)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/mail/subscribers',
      kind: 'page',
      needs: 'admin',
      schema: { querystring: z.object({ after: cursor }) },
      async answer({ query, shell, reply }) {
        reply.type(HTML)
        return addressesPage(desk, { limit: LIMIT, ...(query.after !== undefined && { after: query.after }) }, shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/mail/settle',
      kind: 'form',
      needs: 'admin',
      schema: {
        body: z.object({ id: z.string().min(1).max(100), as: z.enum(['sent', 'resend']), why: z.string().max(500) }),
      },
      async answer({ body: { id, as, why }, viewer, sitting, shell, reply }) {
        reply.type(HTML)
        try {
          const { address } = await settle(desk, id, { as, why, doer: { who: viewer.name, address: sitting.address } })
          return await mailPage(desk, shell, { settled: address })
        } catch (error) {
          if (!(error instanceof ReadoutError)) throw error
          reply.code(400)
          return mailPage(desk, shell, { fault: error.message })
        }
      },
    }),
  ]
}

function publicRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/subscribe',
      kind: 'page',
      needs: 'nothing',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        const form = await subscribePage(desk, shell)
        if (form !== undefined) return form
        reply.code(404)
        return sayingPage(desk, 'off', shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/subscribe',
      kind: 'form',
      needs: 'nothing',
      schema: { body: z.object({ address: z.string().max(1000), watch: field(z.string().max(100)) }) },
      async answer({ body: { address, watch = '' }, sitting, shell, reply }) {
        reply.type(HTML)
        await sitting.countAsk()
        try {
          await askOnPage(desk, { address, watch }, { address: sitting.address })
        } catch (error) {
          if (!(error instanceof ReadoutError) || error.code !== 'MAIL_REFUSED') throw error
          reply.code(400)
          const form = await subscribePage(desk, shell, { address, watch, fault: error.message })
          return form ?? sayingPage(desk, 'off', shell)
        }
        return askedPage(shell)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/subscribe/:token',
      kind: 'page',
      needs: 'nothing',
      schema: { params: token },
      async answer({ params, shell, reply }) {
        reply.type(HTML)
        const page = await confirmPage(desk, params.token, shell)
        if (page !== undefined) return page
        reply.code(404)
        return sayingPage(desk, 'over', shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/subscribe/:token',
      kind: 'form',
      needs: 'nothing',
      schema: { params: token },
      async answer({ params, sitting, shell, reply }) {
        reply.type(HTML)
        const confirmed = await confirmMail(desk, params.token, { address: sitting.address })
        if (confirmed) return sayingPage(desk, 'confirmed', shell, confirmed.watch)
        reply.code(404)
        return sayingPage(desk, 'over', shell)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/unsubscribe/:token',
      kind: 'page',
      needs: 'nothing',
      schema: { params: token },
      async answer({ params, shell, reply }) {
        reply.type(HTML)
        const page = await leavePage(desk, params.token, shell)
        if (page !== undefined) return page
        reply.code(404)
        return sayingPage(desk, 'unknown', shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/unsubscribe/:token',
      kind: 'form',
      needs: 'nothing',
      isByLink: true,
      schema: { params: token },
      async answer({ params, sitting, shell, reply }) {
        reply.type(HTML)
        const left = await leaveMail(desk, params.token, { address: sitting.address })
        if (left) return sayingPage(desk, 'left', shell, left.watch)
        reply.code(404)
        return sayingPage(desk, 'unknown', shell)
      },
    }),
  ]
}
