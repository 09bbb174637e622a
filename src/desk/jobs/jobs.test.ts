// Reading shared out, linking as far as all is read, and what is given up.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dumpDigest } from '../../archive/dump-digest.ts'
import { openJobTable } from '../../archive/jobs/job-table.ts'
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { listFaults } from '../../archive/keep-read.ts'
import { findWalk, listLinked } from '../../archive/linked.ts'
import { openStore } from '../../archive/open-store.ts'
import { derive } from '../derive.ts'
import type { Desk, DocReader } from '../desk.ts'
import { linkDesk } from '../link-desk.ts'
import { openDesk } from '../open-desk.ts'
import { handIn, standIn } from '../stand-in.contract.ts'
import { takeIn } from '../take-in.ts'
import { doReading } from './do-reading.ts'
import { findLinkable } from './find-linkable.ts'
import { changeJob, listWork } from './list-work.ts'
import { planReading } from './plan-reading.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-shared-'))
after(() => rmSync(root, { recursive: true, force: true }))

const NAMES = Array.from({ length: 40 }, (_, at) => `levy talks of day ${at} go on`)

async function openWith(reports: readonly string[]): Promise<Desk> {
  const now = (): string => '2031-05-06T10:00:00.000Z'
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn(), now })
  await takeIn(desk, handIn(reports), () => {})
  return desk
}

const open = (desk: Desk, holder: string, isGone = (_: string): boolean => false): Promise<Jobs> =>
  openJobTable(desk.store, { holder, now: desk.now, isGone })

test('two share the reading, and come to what one would have made', async () => {
  const [shared, alone] = [await openWith(NAMES), await openWith(NAMES)]
  await derive(alone)
  const [one, other] = [await open(shared, 'one'), await open(shared, 'other')]
  const reader = shared.openReader()
  assert.deepEqual(await planReading(shared, one), { added: 8, isMuch: false })
  assert.equal((await planReading(shared, other)).added, 0, 'all of it is put up already')
  const did = { one: 0, other: 0 }
  assert.deepEqual(await findLinkable(shared), { isUnread: true, came: 0 })
  for (;;) {
    const [first, second] = [await one.take('read'), await other.take('read')]
    if (second) did.other += (await doReading(shared, reader, other, second)).read // out of order
    if (first) did.one += (await doReading(shared, reader, one, first)).read
    if (!first && !second) break
  }
  assert.deepEqual(did, { one: 20, other: 20 })
  assert.deepEqual(await findLinkable(shared), { to: 40, isUnread: false, came: 40 })
  await linkDesk(shared, reader, { number: 40 })
  assert.equal(await dumpDigest(shared.store), await dumpDigest(alone.store))
  assert.deepEqual(await one.list(), [])
  await Promise.all([shared.close(), alone.close()])
})

test('linking goes as far as all is read; a job that is another’s by now leaves nothing', async () => {
  const desk = await openWith(NAMES.slice(0, 16))
  const one = await open(desk, 'one')
  const other = await open(desk, 'other', () => true) // it knows that the one is gone
  const reader = desk.openReader()
  await planReading(desk, one)
  const late = await one.take('read')
  assert.ok(late)
  for (let at = 0; at < 7; at++) {
    const job = (await one.list()).length > 1 ? await one.take('read') : undefined
    if (job) await doReading(desk, reader, one, job)
  }
  assert.deepEqual(await findLinkable(desk), { isUnread: true, came: 0 }, 'the first reports are still unread')
  const again = await other.take('read')
  assert.equal(again?.key, late.key)
  assert.deepEqual(await doReading(desk, reader, one, late), { read: 0, faults: [], isLost: true })
  assert.equal(desk.store.plain.rows('select 1 from derived.reading').length, 14)
  assert.ok(again)
  assert.equal((await doReading(desk, reader, other, again)).read, 2)
  assert.equal((await findLinkable(desk)).to, 16)
  await desk.close()
})

test('while another holds the lock for longer than a process waits, what was read waits too, with its vectors', async () => {
  const whole = await openWith(NAMES.slice(0, 1))
  const store = await openStore(whole.dir, { patienceMs: 30, url: null })
  const desk = { ...whole, store }
  const jobs = await open(desk, 'one')
  let embedded = 0
  const reader: DocReader = {
    ...whole.openReader(),
    embed: async (texts) => {
      embedded += texts.length
      return texts.map(() => Int8Array.of(1, 2, 3))
    },
  }
  await planReading(desk, jobs)
  const job = await jobs.take('read')
  assert.ok(job)
  const other = new DatabaseSync(join(whole.dir, 'derived.db'))
  other.exec('begin immediate')
  const doing = doReading(desk, reader, jobs, job)
  await pause(300)
  assert.ok(embedded > 0)
  const before = embedded
  other.exec('commit')
  other.close()
  assert.deepEqual(await doing, { read: 1, faults: [] })
  assert.equal(embedded, before, 'nothing was done twice')
  assert.equal(store.plain.rows('select 1 from derived.vector').length, embedded)
  store.close()
  await whole.close()
})

test('a report over which every process ends is given up alone, and is read and linked when a person says so', async () => {
  const desk = await openWith(NAMES.slice(0, 9))
  const jobs = await open(desk, 'one', () => true) // who took a job is gone each time
  const reader = desk.openReader()
  await jobs.add('read', [{ key: 'all', data: { reports: listReports(desk) } }])
  for (let tries = 1; tries <= 2; tries++) await jobs.take('read') // nothing is heard of them
  const third = await jobs.take('read')
  assert.ok(third)
  await doReading(desk, reader, jobs, third)
  assert.equal((await jobs.list()).length, 9, 'each report by itself')
  const bad = listReports(desk)[4] ?? ''
  for (let at = 0; at < 100 && (await jobs.list()).some(({ state }) => state !== 'aside'); at++) {
    const job = await jobs.take('read')
    if (job && (job.key !== bad || job.tries > 5)) await doReading(desk, reader, jobs, job)
  }
  const { to } = await findLinkable(desk)
  assert.equal(to, 9, 'it holds up no other')
  await linkDesk(desk, reader, { number: 9 })
  assert.equal(listLinked(desk.store, 'claim').length, 8)
  const [fault] = await listFaults(desk.store)
  assert.match(fault?.message ?? '', /ended over it, 5 times/)
  const { jobs: told } = await listWork(desk)
  assert.deepEqual(
    told.map(({ state, key, reason }) => [state, key, reason]),
    [['aside', bad, fault?.message]],
  )
  await assert.rejects(changeJob(desk, 'retry', 'xyz'), /no job "xyz" was laid aside/)
  await changeJob(desk, 'retry', told[0]?.id.slice(0, 6) ?? '')
  assert.equal(findWalk(desk.store)?.linkedTo, 4)
  const again = await jobs.take('read')
  assert.equal(again?.tries, 1)
  assert.ok(again)
  assert.equal((await doReading(desk, reader, jobs, again)).read, 1)
  assert.equal((await findLinkable(desk)).to, 9)
  await linkDesk(desk, reader, { number: 9 })
  assert.equal(listLinked(desk.store, 'claim').length, 9)
  await desk.close()
})

function listReports(desk: Desk): string[] {
  return desk.store.plain.rows('select report from truth.report order by first').map(({ report }) => String(report))
}
