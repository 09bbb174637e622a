// What filing holds between two walks is used for the walk that it was held for, once, and for no other.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dumpDigest } from '../archive/dump-digest.ts'
import type { Store } from '../archive/store.ts'
import { makeFiler } from '../track/make-filer.ts'
import { derive } from './derive.ts'
import type { Desk } from './desk.ts'
import { holdFiler, takeFiler } from './hold-filer.ts'
import { openDesk } from './open-desk.ts'
import { openLinking } from './open-linking.ts'
import { handIn, MAKERS, type Report, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const makeStore = (): Pick<Store, 'plain'> => ({ plain: {} as Store['plain'] })

test('it is given back for the walk that it stood at the end of, and then no more', () => {
  const [store, other, filer] = [makeStore(), makeStore(), makeFiler()]
  holdFiler(store, { version: 7 }, filer)
  assert.equal(takeFiler(other, { version: 7 }), undefined)
  assert.equal(takeFiler(store, { version: 7 }), filer)
  assert.equal(takeFiler(store, { version: 7 }), undefined)
})

test('where another linked meanwhile, or all is linked anew, it is not', () => {
  const store = makeStore()
  for (const walk of [{ version: 8 }, undefined]) {
    holdFiler(store, { version: 7 }, makeFiler())
    assert.equal(takeFiler(store, walk), undefined)
    assert.equal(takeFiler(store, { version: 7 }), undefined, 'what was given up does not come back')
  }
})

const KINDS = [
  'earthquake coast houses rescue survivors tremor aftershock rubble tents',
  'levy council crowns traders protest rate duty stalls vote',
  'prisoners exchange bridge buses families list guards envoy river',
]

/** Reports of three stories, a few of which came out long before the others. */
const reports: readonly Report[] = Array.from({ length: 36 }, (_, i) => ({
  name: `report-${i}`,
  title: `Matter ${i % 3}`,
  text: `The ${KINDS[i % 3]} in Port ${'Sabel Tolvar Ketter'.split(' ')[i % 3]}, number ${i}.`,
  published: `2031-03-${String(i % 9 === 8 ? 1 : 2 + Math.floor(i / 4)).padStart(2, '0')}`,
}))

test('two processes that link in turn, one of them refused now and then, file as one does by itself', async () => {
  const root = mkdtempSync(join(tmpdir(), 'readout-filer-'))
  try {
    const rooms = { ...standIn(MAKERS), loadLinker: async () => openLinking }
    const open = (dir: string): Promise<Desk> =>
      openDesk(join(root, dir), { rooms, now: () => '2031-04-01T10:00:00.000Z' })
    const alone = await open('alone')
    const [one, other] = [await open('shared'), await open('shared')]
    const refused: Desk = { ...one, mayKeep: async () => false }
    const turns = [one, one, other, refused, one, one, other, other, refused, other, one, one]
    for (const [turn, desk] of turns.entries()) {
      const some = reports.slice(3 * turn, 3 * turn + 3)
      for (const to of [alone, desk]) await takeIn(to, handIn(some), () => {})
      await derive(alone)
      await derive(desk)
    }
    await derive(one)
    assert.equal(await dumpDigest(one.store), await dumpDigest(alone.store))
    const stories = one.store.plain.rows('select count(distinct story) as n from derived.filed')
    assert.deepEqual(stories, [{ n: 3 }])
    await Promise.all([alone, one, other].map((desk) => desk.close()))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
