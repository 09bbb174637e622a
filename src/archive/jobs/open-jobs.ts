// The queue that goes with the store of a desk.
import type { Store } from '../store.ts'
import type { Jobs, JobTerms } from './jobs.ts'

/** Opens the jobs of the desk. */
export async function openJobs(store: Store, terms: JobTerms): Promise<Jobs> {
  const { url } = store
  if (url !== undefined) {
    const { openBossJobs } = await import('../postgres/boss-jobs.ts')
    return openBossJobs(url, terms)
  }
  const { openJobTable } = await import('./job-table.ts')
  return openJobTable(store, terms)
}
