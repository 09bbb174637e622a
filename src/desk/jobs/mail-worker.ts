// Goes on with mailings whose process is gone, for as long as the one that began it leads. A server that takes nothing now is tried again
// later; what cannot be mended by waiting is laid aside for a person. Nobody is sent a mail twice: each mailing has a fence of its own.
import type { TakenJob } from '../../archive/jobs/jobs.ts'
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import { goOnMailing } from '../mailing/mail-edition.ts'
import { openDesk } from '../open-desk.ts'
import { help } from './help.ts'
import { holdJob } from './hold-job.ts'
import { openDeskJobs } from './open-desk-jobs.ts'
import { planMail } from './plan-mail.ts'

const AGAIN_MS = 5 * 60_000
const LOOK_MS = 10_000
const PASSING: ReadonlySet<ErrorCode> = new Set(['MAIL_FAILED', 'DESK_BUSY', 'STORE_AWAY'])

const helping = help()
const { signal } = helping
const [dir = ''] = helping.args
const desk = await openDesk(dir, { make: false })
const jobs = await openDeskJobs(desk)
try {
  await planMail(desk, jobs)
  while (!signal.aborted) {
    const job = await jobs.take('mail')
    if (job) await send(job)
    else if ((await jobs.list('mail')).every(({ state }) => state === 'aside')) break
    else await helping.heard(LOOK_MS)
  }
} finally {
  await jobs.close()
  await desk.close()
  helping.done()
}

async function send(job: TakenJob): Promise<void> {
  try {
    await holdJob(jobs, job, () =>
      goOnMailing(desk, job.data.mailing ?? '', { by: 'readout', isWaiting: true, signal }),
    )
    if (!signal.aborted) await jobs.done(job)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    helping.say({ fault: said })
    if (error instanceof ReadoutError && PASSING.has(error.code)) await jobs.putOff(job, said, AGAIN_MS)
    else await jobs.layAside(job, said)
  }
}
