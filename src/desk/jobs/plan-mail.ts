// Mailings whose process ended before all was sent, put up as jobs. One that a person stopped is left for that person.
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { listAbandoned } from '../../archive/mail/mailings.ts'
import type { Desk } from '../desk.ts'
import { isGone } from '../web/holder.ts'
import { openDeskJobs } from './open-desk-jobs.ts'

type Kept = Pick<Desk, 'store' | 'now'>

/** Puts them up. */
export async function planMail({ store, now }: Kept, jobs: Jobs): Promise<void> {
  const left = await listAbandoned(await store.state(), { now: now(), isGone })
  await jobs.add(
    'mail',
    left.map((mailing) => ({ key: mailing, data: { mailing } })),
  )
}

/** True where there is one to put up, or one that waits. */
export async function isMailLeft(desk: Kept): Promise<boolean> {
  const jobs = await openDeskJobs(desk, { isBrief: true })
  try {
    await planMail(desk, jobs)
    return (await jobs.list('mail')).some(({ state }) => state !== 'aside')
  } finally {
    await jobs.close()
  }
}
