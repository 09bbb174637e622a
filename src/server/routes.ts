// Every route of the desk, in one list.
import { gzipSync } from 'node:zlib'
import type { Deciding } from '../desk/decide.ts'
import type { Editions } from '../desk/open-editions.ts'
import { openStatus } from '../desk/ops/open-status.ts'
import type { Pages } from '../desk/pages.ts'
import { makeReviewPages } from '../desk/review-pages.ts'
import { withForms } from './api/negotiate.ts'
import { apiRoutes } from './api/routes.ts'
import { makeMeters } from './meters.ts'
import { type Operated, opsRoutes } from './ops-routes.ts'
import { accountRoutes } from './pages/account.ts'
import { accountsRoutes } from './pages/accounts.ts'
import { captureRoutes } from './pages/capture.ts'
import { claimRoutes } from './pages/claim.ts'
import { editionRoutes } from './pages/edition.ts'
import { editionFormRoutes } from './pages/edition-forms.ts'
import { feedRoutes } from './pages/feeds.ts'
import { jobPages } from './pages/jobs.ts'
import { listRoutesOfLists } from './pages/lists.ts'
import { mailRoutes } from './pages/mail.ts'
import { removalRoutes } from './pages/removals.ts'
import { reportRoutes } from './pages/report.ts'
import { reviewRoutes } from './pages/review.ts'
import { searchRoutes } from './pages/search.ts'
import { settingsRoutes } from './pages/settings.ts'
import { signInRoutes } from './pages/sign-in.ts'
import { sourceRoutes } from './pages/sources.ts'
import { defineRoute, type Route } from './route.ts'
import { webRoutes } from './web-routes.ts'

/** What works beside the server. */
export interface Beside {
  readonly editions?: Editions
  readonly operated?: Operated
}

function operate(desk: Deciding): Operated {
  return { status: openStatus(desk), meters: makeMeters(), isStopping: () => false }
}

/** All routes, in no order that matters. */
export function listRoutes(pages: Pages, desk: Deciding, { editions, operated = operate(desk) }: Beside = {}): Route[] {
  let packedStyle: Buffer | undefined // every page waits for it
  return withForms([
    ...webRoutes(),
    ...listRoutesOfLists(pages.lists, pages.missing),
    ...searchRoutes(pages.lists),
    ...feedRoutes(desk),
    ...editionFormRoutes({ ...desk, ...(editions && { editions }) }),
    ...sourceRoutes(desk, pages.lists),
    ...settingsRoutes(desk, pages.lists),
    ...opsRoutes(desk, pages.lists, operated),
    ...signInRoutes(),
    ...accountRoutes(desk),
    ...accountsRoutes(desk),
    ...jobPages(desk),
    ...mailRoutes(desk),
    ...removalRoutes(desk),
    ...reviewRoutes(makeReviewPages(desk)),
    ...apiRoutes({ ...desk, ...(editions && { editions }) }),
    ...editionRoutes(pages.edition, pages.missing),
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
  ])
}
