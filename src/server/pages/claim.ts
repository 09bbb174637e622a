// The addresses of a claim: its page, now or as known before; all its reports; what is near it.
import { z } from 'zod'
import type { ClaimPages } from '../../desk/claim-pages.ts'
import { defineRoute, type Route } from '../route.ts'
import { answerPage, oneOf } from './answer-page.ts'
import { lookingAt } from './looking-at.ts'

const text = z.union([z.string().max(200), z.array(z.string().max(200)).max(50)]).optional()
const params = z.object({ id: z.string().min(1).max(200) })

/** The routes. */
export function claimRoutes(pages: ClaimPages): Route[] {
  const common = { method: 'GET', kind: 'page', needs: 'reader' } as const
  return [
    defineRoute({
      ...common,
      path: '/claim/:id',
      schema: { params, querystring: z.object({ week: text, day: text }) },
      async answer(asked) {
        const [week, day] = [oneOf(asked.query.week), oneOf(asked.query.day)]
        const asKnown = { ...(week && { week }), ...(day && { day }) }
        return answerPage(await pages.claim(asked.params.id, asKnown, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      path: '/claim/:id/reports',
      schema: { params, querystring: z.object({ from: z.coerce.number().int().min(0).max(10_000_000).default(0) }) },
      async answer(asked) {
        return answerPage(await pages.claimReports(asked.params.id, asked.query.from, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      path: '/claim/:id/near',
      schema: { params },
      async answer(asked) {
        return answerPage(await pages.nearClaims(asked.params.id, lookingAt(asked)), asked.reply)
      },
    }),
  ]
}
