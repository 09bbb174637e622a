// The jobs of a desk in a folder.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { later } from '../../model/instant.ts'
import { openStore } from '../open-store.ts'
import { openJobTable } from './job-table.ts'
import { jobsContract } from './jobs.contract.ts'

const LEASE_MS = 400

jobsContract('a table of jobs', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-jobs-'))
  const stores = [await openStore(dir), await openStore(dir)] as const
  const now = (): string => new Date().toISOString()
  const terms = (holder: string) => ({ holder, now, leaseMs: LEASE_MS, isGone: () => false })
  return {
    one: await openJobTable(stores[0], terms('one')),
    other: await openJobTable(stores[1], terms('other')),
    lapse: () => pause(LEASE_MS + 50),
    async within(work) {
      const { derived } = await stores[0].kysely()
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
      for (const store of stores) store.close()
      await rm(dir, { recursive: true })
    },
  }
})

test('a job is free at once where its process is gone, and where a clock that was ahead held it for a day', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-jobs-'))
  const store = await openStore(dir)
  const at = '2031-05-06T10:00:00.000Z'
  const open = (holder: string, now: string, gone = '') =>
    openJobTable(store, { holder, now: () => now, isGone: (name) => name === gone })
  const ahead = await open('ahead', later(at, 24 * 3600 * 1000))
  const own = await open('own', at)
  await own.add('mail', [{ key: 'm', data: { mailing: 'm' } }])
  const first = await ahead.take('mail')
  assert.equal(first?.tries, 1)
  const second = await own.take('mail')
  assert.equal(second?.tries, 2)
  assert.equal(await (await open('third', at)).take('mail'), undefined)
  assert.equal((await (await open('third', at, 'own')).take('mail'))?.tries, 3)
  store.close()
  await rm(dir, { recursive: true })
})

test('a job that was put up by a clock that was ahead is taken at once, and waits like others where it is put off', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-jobs-'))
  const store = await openStore(dir)
  const at = '2031-05-06T10:00:00.000Z'
  const open = (now: string) => openJobTable(store, { holder: 'own', now: () => now, isGone: () => false })
  const own = await open(at)
  await (await open(later(at, 24 * 3600 * 1000))).add('mail', [{ key: 'm', data: { mailing: 'm' } }])
  const job = await own.take('mail')
  assert.ok(job)
  await own.putOff(job, 'the server was away', 60_000)
  assert.equal(await own.take('mail'), undefined)
  assert.ok(await (await open(later(at, 60_000))).take('mail'))
  store.close()
  await rm(dir, { recursive: true })
})
