// A process that stands still past its lease and is woken after another did its job: what it has in hand is kept once, by one of them.
// READOUT_FREEZES says how often, on each store; the seed is printed.
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { makeRandom } from '../../bench/make-texts.ts'
import { openJobTable } from '../../src/archive/jobs/job-table.ts'
import type { Jobs } from '../../src/archive/jobs/jobs.ts'
import { openBossJobs } from '../../src/archive/postgres/boss-jobs.ts'
import { doReading } from '../../src/desk/jobs/do-reading.ts'
import { planReading } from '../../src/desk/jobs/plan-reading.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { handIn, standIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { asked, startPostgres } from '../postgres/start-postgres.ts'

const FREEZES = Number(process.env.READOUT_FREEZES ?? 2)
const SEED = Number(process.env.READOUT_SEED ?? Date.now() % 100_000)
const WORKER = join(import.meta.dirname, 'freeze-worker.ts')
const LEASE_MS = 1000
const WITHIN_MS = 7000 // who is frozen with the lock in hand holds up all others
const LATEST_MS = 40 // from the taking to the freezing; a job of this test is done in some ten

const root = mkdtempSync(join(tmpdir(), 'readout-freeze-'))
after(() => rmSync(root, { recursive: true, force: true }))

for (const store of ['sqlite', 'postgres']) {
  test(`${store}: ${FREEZES} processes are frozen over a job and woken when another has done it, seed ${SEED}`, async () => {
    const random = makeRandom(SEED)
    const dir = mkdtempSync(join(root, 'desk-'))
    const url = store === 'postgres' ? await (await startPostgres()).makeDatabase() : undefined
    const env = { ...process.env, ...(url === undefined ? {} : { READOUT_STORE: url }) }
    const desk = await openDesk(dir, { rooms: standIn(), ...(url !== undefined && { url }) })
    const reader = desk.openReader()
    const jobs = url === undefined ? await openTable(desk) : await openBossJobs(url)
    const worker = fork(WORKER, [dir], { env })
    const heard = async (): Promise<unknown> => (await once(worker, 'message'))[0]
    assert.equal(await heard(), 'ready')
    const came = { kept: 0, lost: 0, within: 0 }
    for (let freeze = 0; freeze < FREEZES; freeze++) {
      await takeIn(desk, handIn([`levy talks of day ${freeze} go on`]), () => {})
      await planReading(desk, jobs)
      worker.send('do it')
      assert.equal(await heard(), 'taken')
      const end = heard()
      await pause(random() * LATEST_MS)
      worker.kill('SIGSTOP')
      await lapse(jobs, url)
      const job = await jobs.take('read')
      const doing = job ? doReading(desk, reader, jobs, job) : undefined
      const isWithin = (await Promise.race([doing, pause(WITHIN_MS).then(() => 'within')])) === 'within'
      worker.kill('SIGCONT')
      const said = (await end) as keyof typeof came
      if (isWithin) came.within += 1
      else came[said] += 1
      if (!isWithin) assert.equal(said, job ? 'lost' : 'kept', 'one of them keeps it')
      assert.equal((await doing)?.isLost, undefined)
      const [row] = desk.store.plain.rows('select count(*) as docs from derived.doc')
      assert.equal(Number(row?.docs), freeze + 1)
    }
    const [row] = desk.store.plain.rows('select count(*) as readings, count(distinct doc) as docs from derived.reading')
    assert.deepEqual([Number(row?.readings), Number(row?.docs)], [FREEZES, FREEZES])
    assert.deepEqual(await jobs.list(), [])
    const { lost, kept, within } = came
    console.log(
      `${store}: ${lost} came too late and kept nothing, ${kept} were done, ${within} had the lock when they froze`,
    )
    worker.kill('SIGKILL')
    await jobs.close()
    await desk.close()
  })
}

function openTable({ store, now }: Awaited<ReturnType<typeof openDesk>>): Promise<Jobs> {
  return openJobTable(store, { holder: 'other', now, isGone: () => false, leaseMs: LEASE_MS })
}

// Until the lease is over. pg-boss has leases of ten seconds and more: what stands still is told to have done so for longer.
async function lapse(jobs: Jobs, url: string | undefined): Promise<void> {
  if (url === undefined) return pause(LEASE_MS + 100)
  await asked(url, `update readout_jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`)
  await asked(url, 'update readout_jobs.queue set monitor_on = null')
  await (jobs as Awaited<ReturnType<typeof openBossJobs>>).boss.supervise('read')
}
