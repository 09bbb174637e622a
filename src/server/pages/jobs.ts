// The addresses of what is to be done, for admins.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { changeJob } from '../../desk/jobs/list-work.ts'
import { jobsPage } from '../../desk/views/jobs.ts'
import { ReadoutError } from '../../model/errors.ts'
import { defineRoute, type Route } from '../route.ts'
import { HTML } from './html.ts'

/** The routes. */
export function jobPages(desk: Pick<Desk, 'store' | 'now'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/jobs',
      kind: 'page',
      needs: 'admin',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return jobsPage(desk, shell)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/jobs',
      kind: 'form',
      needs: 'admin',
      schema: { body: z.object({ id: z.string().min(1).max(100), what: z.enum(['retry', 'drop']) }) },
      async answer({ body: { id, what }, shell, reply }) {
        reply.type(HTML)
        try {
          const { name } = await changeJob(desk, what, id)
          return await jobsPage(desk, shell, { changed: name })
        } catch (error) {
          if (!(error instanceof ReadoutError) || error.code !== 'JOB_UNKNOWN') throw error
          reply.code(400)
          return jobsPage(desk, shell, { fault: error.message })
        }
      },
    }),
  ]
}
