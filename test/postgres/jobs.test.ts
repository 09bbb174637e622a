// The jobs of a desk in PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { jobsContract } from '../../src/archive/jobs/jobs.contract.ts'
import { openStore } from '../../src/archive/open-store.ts'
import { openBossJobs } from '../../src/archive/postgres/boss-jobs.ts'
import { asked, startPostgres } from './start-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-postgres-jobs-'))
after(() => rmSync(folder, { recursive: true, force: true }))

jobsContract('pg-boss', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const store = await openStore(folder, { url })
  const one = await openBossJobs(url)
  const other = await openBossJobs(url)
  return {
    one,
    other,
    // no sign for an hour, unless one is given now; then whoever keeps the queue in order looks
    async lapse() {
      await asked(
        url,
        `update readout_jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`,
      )
      await pause(300)
      await asked(url, 'update readout_jobs.queue set monitor_on = null')
      await other.boss.supervise('read')
    },
    async within(work) {
      const { derived } = await store.kysely()
      const undone = new Error('undone')
      return derived
        .transaction()
        .execute(async (trx) => {
          if (!(await work(trx))) throw undone
          return true
        })
        .catch((error: unknown) => {
          if (error === undone) return false
          throw error
        })
    },
    async close() {
      await Promise.all([one.close(), other.close()])
      store.close()
    },
  }
})
