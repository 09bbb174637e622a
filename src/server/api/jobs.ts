// What is to be done on the desk, who does it, and what is to become of what was laid aside.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { changeJob, listWork } from '../../desk/jobs/list-work.ts'
import type { Route } from '../route.ts'
import { jobSchema, workSchema } from '../schemas/job.ts'
import { defineApi } from './define-api.ts'

/** The routes. It changes from second to second, so the answer has no tag. */
export function jobRoutes(desk: Pick<Desk, 'store' | 'now'>): Route[] {
  return [
    defineApi({
      path: '/api/jobs',
      needs: 'admin',
      gives: workSchema,
      schema: { summary: 'What is to be done, and who leads', operationId: 'listJobs', tags: ['jobs'] },
      answer: () => listWork(desk).then(({ leads, jobs }) => ({ leads: [...leads], jobs: jobs.map(plain) })),
    }),
    defineApi({
      method: 'POST',
      path: '/api/jobs',
      needs: 'admin',
      gives: jobSchema,
      schema: {
        body: z.object({ id: z.string().min(1).max(100), what: z.enum(['retry', 'drop']) }),
        summary: 'Have a job that was laid aside tried again, or drop it',
        operationId: 'changeJob',
        tags: ['jobs'],
      },
      answer: async ({ body: { id, what } }) => plain(await changeJob(desk, what, id)),
    }),
  ]
}

function plain(job: Awaited<ReturnType<typeof changeJob>>): z.input<typeof jobSchema> {
  const { mailing, reports } = job.data
  return { ...job, data: { ...(mailing !== undefined && { mailing }), ...(reports && { reports: [...reports] }) } }
}
