import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { headOf } from '../archive/log.ts'
import type { Given } from '../model/capture.ts'
import { writeChange } from './find-changes.ts'
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

test('a sighting that says otherwise is told of with what it changes, from what was said or from what was read', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const told: string[][] = []
  const add = (given: Partial<Given>): Promise<void> =>
    takeIn(desk, handIn([{ text: 'levy talks', ...given }]), ({ changes }) => told.push(changes.map(writeChange)))
  for (const given of [
    { title: 'Levy talks' },
    { published: '5 April 2031' },
    { published: '2031-04-05', title: 'Levy  talks' },
    { published: '2031-04-06T10:30:00+02:00' },
    { title: 'Port talks', published: '2031-04-05T00:00:00Z' },
  ]) {
    await add(given)
  }
  assert.deepEqual(told, [
    [],
    ['published is now 2031-04-05'],
    [],
    ['published stays 2031-04-05, which was given before (not 2031-04-06T08:30:00.000Z)'],
    ['title stays Levy talks, which was given before (not Port talks)'],
  ])
  await desk.close()
})

test('a report over the limit ends the work, and those before it are kept', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const told: string[] = []
  const large = handIn(['brief', { text: 'x'.repeat(15 * 1024 * 1024 + 1), name: 'large' }])
  await assert.rejects(
    takeIn(desk, large, ({ name }) => told.push(name)),
    /large\.txt: larger than 15 MiB/,
  )
  assert.deepEqual(told, ['brief'])
  assert.equal(headOf(desk.store).number, 1)
  await desk.close()
})

test('reports are kept and told of while the next one keeps us waiting', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const { promise: isTold, resolve: tell } = Promise.withResolvers<void>()
  async function* slow() {
    yield* handIn(['brief-1', 'brief-2'])
    await isTold
    yield* handIn(['brief-3'])
  }
  const told: string[] = []
  await takeIn(desk, slow(), ({ name }) => {
    told.push(name)
    if (name === 'brief-2') tell()
  })
  assert.deepEqual(told, ['brief-1', 'brief-2', 'brief-3'])
  await desk.close()
})
