// door: timers
// A job is held on to for as long as work on it goes on.
import type { Jobs, TakenJob } from '../../archive/jobs/jobs.ts'
import { LEASE_MS } from '../../archive/jobs/jobs.ts'

/** Does the work while the job is held; a hold that fails is found out when the work is to be kept. */
export async function holdJob<T>(jobs: Jobs, job: TakenJob, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void jobs.hold(job).catch(() => {}), LEASE_MS / 4)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
