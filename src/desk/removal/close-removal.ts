// What follows a removal: nothing made of the words is left, the pages are not asked for again, and the files hold no byte of what was
// deleted. It may be done again at any time; that it was done stands in the audit log.
import { addAudited, listAuditedOf } from '../../archive/audit.ts'
import { forgetAddresses } from '../../archive/forget-addresses.ts'
import { type LoggedRemoval, listRemovals } from '../../archive/removals.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import { derive, type Progress } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { openDeskJobs } from '../jobs/open-desk-jobs.ts'
import { dropRemoved } from './drop-removed.ts'
import { dropWritten } from './drop-written.ts'

/** Closes every removal that is open. Takes as long as linking the desk and writing its files anew. Throws DESK_BUSY. */
export async function closeRemovals(
  desk: Desk,
  doer: Doer,
  onProgress?: (progress: Progress) => void,
): Promise<readonly LoggedRemoval[]> {
  const open = await listOpen(desk)
  if (open.length === 0) return []
  await dropRemoved(desk)
  await derive(desk, onProgress)
  const state = await desk.store.state()
  await forgetAddresses(state, new Set(open.flatMap(({ removal }) => removal.addresses)))
  await dropJobs(desk, new Set(open.flatMap(({ removal }) => removal.reports.map(({ report }) => report))))
  await dropWritten(desk.dir)
  await desk.store.scrub()
  for (const { number } of open) {
    await addAudited(state, { ...entry(desk, 'removal closed', doer), detail: String(number) })
  }
  return open
}

// Why one was laid aside may be told by the name of its report. What waits is about nothing by now, and goes by itself.
async function dropJobs(desk: Pick<Desk, 'store' | 'now'>, reports: ReadonlySet<string>): Promise<void> {
  const jobs = await openDeskJobs(desk)
  try {
    for (const { id, state, data } of await jobs.list('read')) {
      if (state === 'aside' && data.reports?.some((report) => reports.has(report))) await jobs.drop(id)
    }
  } finally {
    await jobs.close()
  }
}

/** The removals that are not closed: words that they took may still be found in the files. */
export async function listOpen({ store }: Pick<Desk, 'store'>): Promise<readonly LoggedRemoval[]> {
  const removals = listRemovals(store)
  if (removals.length === 0 || store.isReadOnly) return []
  const closed = await listAuditedOf(await store.state(), 'removal closed')
  const numbers = new Set(closed.map(({ detail }) => Number(detail)))
  // under the desk's own rule only bytes go, and what becomes of their place on the disk does not matter
  return removals.filter(({ number, removal }) => removal.cause !== 'retention' && !numbers.has(number))
}
