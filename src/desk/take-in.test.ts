import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { headOf } from '../archive/log.ts'
import { openDesk } from './open-desk.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { type Acknowledged, takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-take-in-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('each report is told of in order, and only once another process could see it', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  const desk = await openDesk(dir, { rooms: standIn() })
  const other = new DatabaseSync(join(dir, 'truth.db'), { readOnly: true })
  const isThere = other.prepare(
    'select 1 from report join capture using (report) where name = ? and capture.number = ?',
  )
  const names = Array.from({ length: 100 }, (_, i) => `brief-${i}`)
  const told: string[] = []
  await takeIn(desk, handIn(names), ({ name, number, isNew }) => {
    assert.ok(isThere.get(name, number), `${name} was acknowledged before it was kept`)
    assert.equal(isNew, true)
    told.push(name)
  })
  assert.deepEqual(told, names)
  other.close()
  await desk.close()
})

test('the same work again after half of it gives every report once, the first half as seen again', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const names = Array.from({ length: 80 }, (_, i) => `brief-${i}`)
  await takeIn(desk, handIn(names.slice(0, 40)), () => {})
  const told: Acknowledged[] = []
  await takeIn(desk, handIn(names), (kept) => told.push(kept))
  assert.deepEqual(
    told.map(({ name, isNew }) => [name, isNew]),
    names.map((name, i) => [name, i >= 40]),
  )
  assert.equal(headOf(desk.store).number, 120)
  await desk.close()
})

test('where the reports stop with an error, those told of are kept and no other is', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  async function* broken() {
    yield* handIn(Array.from({ length: 40 }, (_, i) => `brief-${i}`))
    throw new Error('the wire went dead')
  }
  const told: string[] = []
  await assert.rejects(
    takeIn(desk, broken(), ({ name }) => told.push(name)),
    /went dead/,
  )
  assert.equal(told.length, 32)
  assert.equal(headOf(desk.store).number, 32)
  await desk.close()
})
