// For whoever runs the desk: a page of how it does for editors, numbers for a scraper that has a token, and for a supervisor, who
// has none, a word and nothing more.
import type { Desk } from '../desk/desk.ts'
import type { ListPages } from '../desk/list-pages.ts'
import { isReady } from '../desk/ops/is-ready.ts'
import type { Status } from '../desk/ops/open-status.ts'
import type { Meters } from './meters.ts'
import { HTML } from './pages/html.ts'
import { type Asked, defineRoute, type Route } from './route.ts'

/** What they show. */
export interface Operated {
  readonly status: Status
  readonly meters: Meters
  isStopping(): boolean
}

const JSON_TYPE = 'application/json'

/** The routes. */
export function opsRoutes(
  desk: Pick<Desk, 'store'>,
  pages: Pick<ListPages, 'status'>,
  { status, meters, isStopping }: Operated,
): Route[] {
  const word = (path: string, answer: (asked: Pick<Asked, 'reply'>) => Promise<object>): Route =>
    defineRoute({
      method: 'GET',
      path,
      kind: 'file',
      needs: 'nothing',
      schema: {},
      answer({ reply }) {
        reply.type(JSON_TYPE)
        return answer({ reply })
      },
    })
  const live = async (): Promise<object> => ({ status: 'ok' })
  return [
    word('/healthz', live),
    word('/health/live', live),
    word('/health/ready', async ({ reply }) => {
      const checks = { store: isReady(desk), serving: !isStopping() }
      const isAll = Object.values(checks).every(Boolean)
      if (!isAll) reply.code(503).header('retry-after', '5')
      return { status: isAll ? 'ready' : 'not ready', checks }
    }),
    defineRoute({
      method: 'GET',
      path: '/metrics',
      kind: 'file',
      needs: 'reader',
      schema: {},
      async answer({ reply }) {
        reply.type(meters.type)
        return await meters.write(await status.now().catch(() => undefined))
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/status',
      kind: 'page',
      needs: 'editor',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return pages.status(await status.now(), shell)
      },
    }),
  ]
}
