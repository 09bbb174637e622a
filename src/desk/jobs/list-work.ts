// What is to be done on a desk and who does it, for people; what was given up, and what they say is to become of it.
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { dropFaults } from '../../archive/keep-read.ts'
import { listLeads } from '../../archive/leads.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Lead, ToldJob } from '../../model/job.ts'
import type { Desk } from '../desk.ts'
import { openDeskJobs } from './open-desk-jobs.ts'

export interface Work {
  readonly leads: readonly Lead[]
  readonly jobs: readonly ToldJob[]
}

type Kept = Pick<Desk, 'store' | 'now'>

/** All of it. */
export async function listWork(desk: Kept): Promise<Work> {
  return withJobs(desk, async (jobs) => ({
    leads: await listLeads(await desk.store.diary()),
    jobs: await jobs.list(),
  }))
}

/** Has a job that was laid aside tried again, or drops it. `id`: the beginning of it will do. Throws JOB_UNKNOWN. */
export async function changeJob(desk: Kept, what: 'retry' | 'drop', id: string): Promise<ToldJob> {
  return withJobs(desk, async (jobs) => {
    const aside = (await jobs.list()).filter((job) => job.state === 'aside' && job.id.startsWith(id))
    const [found, another] = id === '' ? [] : aside
    const cure = '"readout jobs" lists what was laid aside'
    if (!found) throw new ReadoutError('JOB_UNKNOWN', `no job "${id}" was laid aside; ${cure}`)
    if (another) throw new ReadoutError('JOB_UNKNOWN', `"${id}" may be ${found.id} or ${another.id}; ${cure}`)
    if (what === 'retry') await dropFaults(desk.store, found.data.reports ?? []) // before: a job without its fault finds nothing to do
    const changed = await (what === 'retry' ? jobs.retry(found.id) : jobs.drop(found.id))
    if (!changed) throw new ReadoutError('JOB_UNKNOWN', `somebody else had "${id}" ${what} a moment ago; ${cure}`)
    return changed
  })
}

async function withJobs<T>(desk: Kept, work: (jobs: Jobs) => Promise<T>): Promise<T> {
  const jobs = await openDeskJobs(desk, { isBrief: true })
  try {
    return await work(jobs)
  } finally {
    await jobs.close()
  }
}
