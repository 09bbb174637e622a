import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findDoc } from '../archive/docs.ts'
import { dumpDigest } from '../archive/dump-digest.ts'
import { eraseDerived } from '../archive/erase-derived.ts'
import { listFaults } from '../archive/keep-read.ts'
import { findClaim, findWalk, listLinked } from '../archive/linked.ts'
import { findReadDoc } from '../archive/list-reads.ts'
import { check } from './check.ts'
import { derive } from './derive.ts'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'
import { openDesk } from './open-desk.ts'
import { rebuild } from './rebuild.ts'
import { handIn, MAKERS, type Report, standIn } from './stand-in.contract.ts'
import { type Acknowledged, takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-desk-'))
after(() => rmSync(root, { recursive: true, force: true }))

type StandIn = ReturnType<typeof standIn>

async function withDesk(
  body: (desk: Desk, rooms: StandIn, dir: string) => Promise<void>,
  dir: string = mkdtempSync(join(root, 'desk-')),
  rooms: StandIn = standIn(),
): Promise<void> {
  let minute = 0
  const now = (): string => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString()
  const desk = await openDesk(dir, { rooms, now })
  try {
    await body(desk, rooms, dir)
  } finally {
    await desk.close()
  }
}

async function add(desk: Desk, ...reports: readonly Report[]): Promise<Acknowledged[]> {
  const kept: Acknowledged[] = []
  await takeIn(desk, handIn(reports), (one) => kept.push(one))
  return kept
}

test('what another drops between reading and linking is read again, and nothing is left out of the ledger', () =>
  withDesk(async (desk) => {
    await add(desk, 'levy talks go on', 'port stays shut')
    let drops = 2
    const linker: Desk['linker'] = async () => {
      if (drops-- > 0) await eraseDerived(desk.store) // as another process that rebuilds, and is killed
      return desk.linker()
    }
    assert.deepEqual(await derive({ ...desk, linker }), { read: 6, faults: [], isLinked: true })
    assert.deepEqual(check(desk).breaches, [])
    assert.equal(listLinked(desk.store, 'claim').length, 2)
  }))

test('what was taken in is extracted, read and linked once, in log order', () =>
  withDesk(async (desk, rooms) => {
    const kept = await add(desk, 'levy talks go on', 'port stays shut')
    assert.deepEqual(
      kept.map(({ name, number, isNew, asked }) => [name, number, isNew, asked]),
      [
        ['levy-talks-go-on', 1, true, 'levy-talks-go-on.txt'],
        ['port-stays-shut', 2, true, 'port-stays-shut.txt'],
      ],
    )
    assert.equal(isPending(desk), true)
    const steps: string[] = []
    const derived = await derive(desk, ({ stage, done, total }) => steps.push(`${stage} ${done}/${total}`))
    assert.deepEqual(derived, { read: 2, faults: [], isLinked: true })
    assert.deepEqual(steps, ['reading 2/2', 'linking 0/1', 'linking 1/1'])
    assert.deepEqual(
      listLinked(desk.store, 'claim').map(({ wording }) => wording),
      ['levy', 'port'],
    )
    assert.equal((await findReadDoc(desk.store, 'port-stays-shut'))?.doc.text, 'port stays shut')
    assert.equal(isPending(desk), false)
    const asked = rooms.asked.length
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: false })
    assert.equal(rooms.asked.length, asked)
    assert.deepEqual(check(desk).breaches, [])
  }))

test('an empty desk has nothing pending', () =>
  withDesk(async (desk) => {
    assert.equal(isPending(desk), false)
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: false })
    assert.deepEqual(check(desk).breaches, [])
  }))

test('a report without text is a fault that names it, is not tried again by the same version, and holds nothing up', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  await withDesk(async (desk, rooms) => {
    await add(desk, 'no text', 'levy talks go on')
    const { faults, read } = await derive(desk)
    assert.equal(read, 1)
    assert.deepEqual(
      faults.map(({ code, message }) => [code, message]),
      [['NO_TEXT', 'no-text: no text in this report']],
    )
    await add(desk, 'port stays shut')
    assert.deepEqual((await derive(desk)).faults, [])
    assert.equal(rooms.asked.filter((asked) => asked === 'extract no-text').length, 1)
    assert.deepEqual(
      (await listFaults(desk.store)).map(({ name }) => name),
      ['no-text'],
    )
    assert.deepEqual(check(desk).breaches, [])
  }, dir)
  const better = standIn({ ...MAKERS, extractor: 'stand-in@2' })
  await withDesk(
    async (desk) => {
      assert.equal((await derive(desk)).faults.length, 1)
      assert.equal((await listFaults(desk.store)).length, 1, 'the fault of the former version is gone')
    },
    dir,
    better,
  )
})

test('a report that the reader trips over is a fault, and the others are read', () =>
  withDesk(async (desk) => {
    await add(desk, 'cannot be read', 'levy talks go on')
    const { faults, read } = await derive(desk)
    assert.equal(read, 1)
    assert.deepEqual(
      faults.map(({ code, name }) => [code, name]),
      [['READ_FAILED', 'cannot-be-read']],
    )
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: false })
    assert.equal(listLinked(desk.store, 'claim').length, 1)
  }))

test('a second sighting makes no second doc, and links nothing anew unless it says something new', () =>
  withDesk(async (desk, rooms) => {
    await add(desk, 'levy talks go on')
    await derive(desk)
    const before = (await findReadDoc(desk.store, 'levy-talks-go-on'))?.doc
    const [again] = await add(desk, { text: 'levy talks go on', name: 'other' })
    assert.deepEqual([again?.name, again?.isNew], ['levy-talks-go-on', false])
    rooms.asked.length = 0
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: false })
    assert.deepEqual(rooms.asked, [])
    assert.equal(findWalk(desk.store)?.linkedTo, 2)
    await add(desk, { text: 'levy talks go on', published: '2031-05-06T00:00:00.000Z' })
    await add(desk, { text: 'levy talks go on', published: '2032-01-01T00:00:00.000Z' })
    assert.equal((await derive(desk)).isLinked, true)
    const doc = (await findReadDoc(desk.store, 'levy-talks-go-on'))?.doc
    assert.deepEqual(doc, { ...before, published: '2031-05-06T00:00:00.000Z' })
    assert.equal(check(desk).counts.docs, 1)
  }))

test('a better version makes all anew, and its rows take over', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  await withDesk(async (desk) => {
    await add(desk, 'levy talks go on', 'port stays shut')
    await derive(desk)
  }, dir)
  const rooms = standIn({ ...MAKERS, reader: 'read@2' })
  await withDesk(
    async (desk) => {
      assert.equal(isPending(desk), true)
      assert.deepEqual(await derive(desk), { read: 2, faults: [], isLinked: true })
      assert.equal(rooms.asked.filter((asked) => asked.startsWith('extract')).length, 0, 'the texts are the same')
      assert.equal(check(desk).counts.readings, 2)
      assert.equal((await findReadDoc(desk.store, 'port-stays-shut'))?.reading.madeBy, 'read@2')
    },
    dir,
    rooms,
  )
})

test('rebuild gives the same dump, however the desk came to be', () =>
  withDesk(async (desk) => {
    for (const report of ['levy talks go on', 'no text', 'port stays shut', 'levy talks go on']) {
      await add(desk, report)
      await derive(desk)
    }
    await add(desk, { text: 'port stays shut', title: 'Port' }, 'a third one')
    await derive(desk)
    const digest = dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, digest)
    assert.equal((await rebuild(desk)).digest, digest)
  }))

test('a rebuild that is cut short is completed by the next command', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  const many = Array.from({ length: 40 }, (_, i) => `report ${i} of the levy talks`)
  let digest = ''
  await withDesk(async (desk) => {
    await add(desk, ...many)
    await derive(desk)
    digest = dumpDigest(desk.store)
    const failing: Desk = { ...desk, linker: () => Promise.reject(new Error('the lights went out')) }
    await assert.rejects(rebuild(failing), /lights/)
    assert.equal(findClaim(desk.store, 'claim-0'), undefined)
  }, dir)
  await withDesk(async (desk) => {
    assert.equal(isPending(desk), true)
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: true })
    assert.equal(dumpDigest(desk.store), digest)
  }, dir)
})

test('two derive one desk at once and make what one would have made', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  const many = Array.from({ length: 50 }, (_, i) => `report ${i} of the levy talks`)
  await withDesk(async (one) => {
    await withDesk(async (two) => {
      await add(one, ...many)
      await Promise.all([derive(one), derive(two), add(two, 'one more in between')])
      await Promise.all([derive(one), derive(two)])
      const digest = dumpDigest(one.store)
      assert.deepEqual(check(two).breaches, [])
      assert.equal((await rebuild(two)).digest, digest)
    }, dir)
  }, dir)
})

test('on a desk that may not be written nothing is made, and what is there is left as it is', () =>
  withDesk(async (desk) => {
    await add(desk, 'levy talks go on')
    await derive(desk)
    await add(desk, 'port stays shut')
    const locked: Desk = { ...desk, store: { ...desk.store, isReadOnly: true } }
    assert.deepEqual(await derive(locked), { read: 0, faults: [], isLinked: false })
    assert.equal(isPending(locked), true)
    assert.match(check(locked).notYetMade ?? '', /1 of 2 reports .*may not be written/)
    assert.equal(listLinked(desk.store, 'claim').length, 1)
  }))

test('docs are found by id and under the name they came under', () =>
  withDesk(async (desk) => {
    await add(desk, { text: 'levy talks go on', name: 'brief' }, { text: 'port stays shut', name: 'brief' })
    await derive(desk)
    const second = await findReadDoc(desk.store, 'brief-2')
    assert.equal(second?.doc.text, 'port stays shut')
    assert.equal(second?.doc.name, 'brief-2')
    assert.deepEqual(await findDoc(desk.store, second?.doc.id ?? assert.fail()), second?.doc)
  }))
