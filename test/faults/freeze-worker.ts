// What the test freezes: takes a job of reading, tells so, does it at once, and says whether it was still its own. Argument: the desk.
import { openJobTable } from '../../src/archive/jobs/job-table.ts'
import type { Jobs } from '../../src/archive/jobs/jobs.ts'
import { openBossJobs } from '../../src/archive/postgres/boss-jobs.ts'
import { doReading } from '../../src/desk/jobs/do-reading.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { standIn } from '../../src/desk/stand-in.contract.ts'
import { ReadoutError } from '../../src/model/errors.ts'

const [dir = ''] = process.argv.slice(2)
const desk = await openDesk(dir, { rooms: standIn(), make: false })
const { store, now } = desk
const jobs: Jobs =
  store.url === undefined
    ? await openJobTable(store, { holder: `one ${process.pid}`, now, isGone: () => false, leaseMs: 1000 })
    : await openBossJobs(store.url, { isBrief: true })
const reader = desk.openReader()
process.send?.('ready')
process.on('message', async () => {
  const job = await jobs.take('read')
  if (!job) return void process.send?.('nothing to do')
  process.send?.('taken')
  try {
    const { isLost = false } = await doReading(desk, reader, jobs, job)
    process.send?.(isLost ? 'lost' : 'kept')
  } catch (error) {
    // the server ended the transaction in which it stood still
    if (!(error instanceof ReadoutError) || error.code !== 'STORE_AWAY') throw error
    process.send?.('lost')
  }
})
process.on('disconnect', () => process.exit())
