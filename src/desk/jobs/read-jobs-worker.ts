// Does jobs of reading, two at a time, so that the cores have work while what one came to is kept; puts new ones up when told to.
import type { TakenJob } from '../../archive/jobs/jobs.ts'
import { openDesk } from '../open-desk.ts'
import { keepBeating } from '../ops/keep-beating.ts'
import { doReading } from './do-reading.ts'
import { help } from './help.ts'
import { holdJob } from './hold-job.ts'
import { makeBell } from './make-bell.ts'
import { openDeskJobs } from './open-desk-jobs.ts'
import { planReading } from './plan-reading.ts'

const LOOK_MS = 1000 // others put jobs up as well
const AGAIN_MS = 5000 // after a fault that is not the report's
const THOROUGH_MS = 60_000 // between two looks at all that the desk holds, for what was lost of it since it was made

const helping = help()
const { signal } = helping
const [dir = '', version = ''] = helping.args
const desk = await openDesk(dir, { make: false })
const beating = keepBeating(desk, 'derive', version)
const jobs = await openDeskJobs(desk)
let isMuch = false
const reader = desk.openReader({ isPressed: () => isMuch })
const bell = makeBell()
try {
  await Promise.all([work(), work(), plan()])
} finally {
  await beating.end()
  reader.close()
  await jobs.close()
  await desk.close()
  helping.done()
}

async function work(): Promise<void> {
  while (!signal.aborted) {
    const job = await jobs.take('read')
    if (job) await doOne(job)
    else await bell.wait(LOOK_MS)
    helping.leaveWhereLarge()
  }
}

async function doOne(job: TakenJob): Promise<void> {
  try {
    const { faults } = await holdJob(jobs, job, () => doReading(desk, reader, jobs, job))
    for (const fault of faults) helping.say({ fault })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    helping.say({ fault: said })
    await jobs.putOff(job, said, AGAIN_MS) // where this fails too, its lease ends by itself
  }
}

async function plan(): Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    const said = await helping.heard()
    if (signal.aborted) bell.ring()
    else if ((said as { plan?: boolean } | undefined)?.plan) {
      const isQuick = helping.elapsed() < lookedAt + THOROUGH_MS
      if (!isQuick) lookedAt = helping.elapsed()
      const planned = await planReading(desk, jobs, { isQuick })
      isMuch = planned.isMuch
      if (planned.added > 0) bell.ring()
    }
  }
}
