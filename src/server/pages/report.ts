// The addresses of a report: its page with words marked, what a version changed, its text alone; and of a statement in it.
import { z } from 'zod'
import type { ReportPages } from '../../desk/report-pages.ts'
import { defineRoute, type Route } from '../route.ts'
import { allOf, answerPage, oneOf } from './answer-page.ts'
import { lookingAt } from './looking-at.ts'

const text = z.union([z.string().max(500), z.array(z.string().max(500)).max(200)]).optional()
const params = z.object({ name: z.string().min(1).max(500) })

/** The routes. */
export function reportRoutes(pages: ReportPages): Route[] {
  const common = { method: 'GET', kind: 'page', needs: 'reader' } as const
  return [
    defineRoute({
      ...common,
      path: '/report/:name',
      schema: { params, querystring: z.object({ at: text, show: text }) },
      async answer(asked) {
        const show = oneOf(asked.query.show)
        const wanted = { at: allOf(asked.query.at), ...(show !== undefined && { show }) }
        return answerPage(await pages.report(asked.params.name, wanted, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      path: '/report/:name/changes',
      schema: { params, querystring: z.object({ versus: text }) },
      async answer(asked) {
        const versus = oneOf(asked.query.versus)
        return answerPage(await pages.changes(asked.params.name, versus, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      path: '/said/:id',
      schema: { params: z.object({ id: z.string().min(1).max(200) }), querystring: z.object({ in: text, at: text }) },
      async answer(asked) {
        const [name, at] = [oneOf(asked.query.in), oneOf(asked.query.at)]
        const fallback = { ...(name !== undefined && { in: name }), ...(at !== undefined && { at }) }
        return answerPage(await pages.said(asked.params.id, fallback), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      kind: 'file',
      path: '/report/:name/text',
      schema: { params },
      async answer(asked) {
        const found = await pages.reportText(asked.params.name)
        asked.reply.type('text/plain; charset=utf-8')
        if (found !== undefined) return found
        const removed = pages.removedReport(asked.params.name)
        asked.reply.code(removed === undefined ? 404 : 410)
        return removed === undefined ? 'The desk has no such report.\n' : `${removed}\n`
      },
    }),
  ]
}
