// Every route of the desk, in one list.
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Deciding } from '../desk/decide.ts'
import type { Editions } from '../desk/open-editions.ts'
import type { Pages } from '../desk/pages.ts'
import { makeReviewPages } from '../desk/review-pages.ts'
import { withForms } from './api/negotiate.ts'
import { apiRoutes } from './api/routes.ts'
import { accountRoutes } from './pages/account.ts'
import { accountsRoutes } from './pages/accounts.ts'
import { captureRoutes } from './pages/capture.ts'
import { claimRoutes } from './pages/claim.ts'
import { listRoutesOfLists } from './pages/lists.ts'
import { mailRoutes } from './pages/mail.ts'
import { reportRoutes } from './pages/report.ts'
import { reviewRoutes } from './pages/review.ts'
import { searchRoutes } from './pages/search.ts'
import { settingsRoutes } from './pages/settings.ts'
import { signInRoutes } from './pages/sign-in.ts'
import { sourceRoutes } from './pages/sources.ts'
import { defineRoute, type Route } from './route.ts'
import { webRoutes } from './web-routes.ts'

const HTML = 'text/html; charset=utf-8'
const many = z.union([z.string(), z.array(z.string())]).optional()

/** All routes, in no order that matters. */
export function listRoutes(pages: Pages, desk: Deciding, editions?: Editions): Route[] {
  const page = (
    path: string,
    find: (asked: {
      params: Record<string, string>
      query: Record<string, unknown>
      shell: Parameters<Pages['editions']>[0]
    }) => Promise<string | undefined>,
    what: (params: Record<string, string>) => string = () => '',
  ): Route =>
    defineRoute({
      method: 'GET',
      path,
      kind: 'page',
      needs: 'reader',
      schema: { params: z.record(z.string(), z.string()), querystring: z.record(z.string(), many) },
      async answer({ params, query, reply, ...asked }) {
        const found = await find({ params, query, shell: asked.shell })
        reply.type(HTML)
        if (found !== undefined) return found
        reply.code(404)
        return pages.missing(what(params), asked.shell)
      },
    })
  let packedStyle: Buffer | undefined // every page waits for it
  return withForms([
    ...webRoutes(),
    ...listRoutesOfLists(pages.lists, pages.missing),
    ...searchRoutes(pages.lists),
    ...sourceRoutes(desk, pages.lists),
    ...settingsRoutes(desk, pages.lists),
    ...signInRoutes(),
    ...accountRoutes(desk),
    ...accountsRoutes(desk),
    ...mailRoutes(desk),
    ...reviewRoutes(makeReviewPages(desk)),
    ...apiRoutes({ ...desk, ...(editions && { editions }) }),
    page('/edition', ({ shell }) => pages.edition(undefined, shell)),
    page('/editions', ({ shell }) => pages.editions(shell)),
    page('/edition/:week', ({ params, shell }) => pages.edition(params.week, shell)),
    ...claimRoutes(pages),
    ...reportRoutes(pages),
    ...captureRoutes(pages),
    defineRoute({
      method: 'GET',
      path: '/style.css',
      kind: 'file',
      needs: 'nothing',
      schema: {},
      async answer({ request, reply }) {
        reply.type('text/css; charset=utf-8').header('vary', 'accept-encoding')
        if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return pages.style
        reply.header('content-encoding', 'gzip')
        packedStyle ??= gzipSync(pages.style)
        return packedStyle
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/healthz',
      kind: 'file',
      needs: 'nothing',
      schema: {},
      async answer({ reply }) {
        reply.type('application/json')
        return { status: 'ok' }
      },
    }),
  ])
}
