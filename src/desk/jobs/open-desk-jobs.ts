// The jobs of a desk, for this process.
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { openJobs } from '../../archive/jobs/open-jobs.ts'
import type { Desk } from '../desk.ts'
import { isGone, nameHolder } from '../web/holder.ts'

/** Opens them; whoever opens them closes them. */
export function openDeskJobs({ store, now }: Pick<Desk, 'store' | 'now'>): Promise<Jobs> {
  return openJobs(store, { holder: nameHolder(), now, isGone })
}
