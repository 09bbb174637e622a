// How a desk does is told the same of a folder and of a database, and who is at work stands in both, and in no sum of them.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { arrival } from '../../src/archive/archive.contract.ts'
import { keepCapture } from '../../src/archive/keep-capture.ts'
import { hashState } from '../../src/archive/state-hash.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { findHolder, holdDesk } from '../../src/desk/ops/hold-desk.ts'
import { keepBeating } from '../../src/desk/ops/keep-beating.ts'
import { makeStatus } from '../../src/desk/ops/make-status.ts'
import type { DeskStatus } from '../../src/model/desk-status.ts'
import { makeFolder } from '../readout.ts'
import { startPostgres } from './start-postgres.ts'

async function sumOf({ store }: Desk): Promise<string> {
  const view = await store.view()
  try {
    return JSON.stringify(await hashState(view))
  } finally {
    await view.close()
  }
}

async function lookAt(url: string | null): Promise<DeskStatus> {
  const desk = await openDesk(join(makeFolder(), 'desk'), { url })
  try {
    await keepCapture(desk.store, arrival('the levy'))
    await keepCapture(desk.store, arrival('the dam'))
    const before = await sumOf(desk)
    const beating = keepBeating(desk, 'serve', '1.2.3')
    beating.tell('the disk')
    const end = Date.now() + 20_000
    for (;;) {
      const seen = await makeStatus(desk)
      if (seen.processes[0]?.stopped === 'the disk') {
        assert.equal(await sumOf(desk), before)
        await beating.end()
        assert.deepEqual((await makeStatus(desk)).processes, [])
        return seen
      }
      assert.ok(Date.now() < end, 'no beat is to be seen')
    }
  } finally {
    await desk.close()
  }
}

test('a folder and a database are told of alike', async () => {
  const server = await startPostgres()
  const [folder, database] = [await lookAt(null), await lookAt(await server.makeDatabase())]
  const common = ({ captures, decisions, reports, read, faults, waiting, sources, mailUnknown }: DeskStatus) => ({
    ...{ captures, decisions, reports, read, faults, waiting, sources, mailUnknown },
  })
  assert.deepEqual(common(database), common(folder))
  assert.deepEqual([folder.captures, folder.reports, folder.waiting], [2, 2, 2])
  assert.match(folder.engine, /^SQLite 3/)
  assert.match(database.engine, /^PostgreSQL 1[5-9]/)
  assert.ok(database.bytes > 1_000_000 && folder.bytes > 10_000)
  for (const { processes } of [folder, database]) {
    const [{ kind, pid, version } = {}] = processes
    assert.deepEqual({ kind, pid, version }, { kind: 'serve', pid: process.pid, version: '1.2.3' })
  }
})

test('a desk in a database may be served by several', async () => {
  const server = await startPostgres()
  const url = await server.makeDatabase()
  const dir = join(makeFolder(), 'desk')
  const desks = [await openDesk(dir, { url }), await openDesk(dir, { url })]
  const holds = await Promise.all(desks.map((desk) => holdDesk(desk)))
  assert.equal(await findHolder(dir), undefined)
  for (const hold of holds) await hold.release()
  for (const desk of desks) await desk.close()
})
