// The jobs of a desk, for this process.
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { openJobs } from '../../archive/jobs/open-jobs.ts'
import type { Desk } from '../desk.ts'
import { isGone, nameHolder } from '../web/holder.ts'

/** Opens them; whoever opens them closes them. `isBrief`: only to look, or to change one. */
export function openDeskJobs(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  { isBrief = false }: { readonly isBrief?: boolean } = {},
): Promise<Jobs> {
  return openJobs(store, { holder: nameHolder(), now, isGone, isBrief })
}
