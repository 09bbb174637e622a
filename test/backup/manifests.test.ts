// A manifest a day, each bound to the one before; a log that was cut at its end, which its own chain cannot tell, is found by them.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { checkBackup } from '../../src/desk/backup/check-backup.ts'
import { checkCopies } from '../../src/desk/backup/check-copies.ts'
import { restoreBackup } from '../../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import { check } from '../../src/desk/check.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { checkManifests } from '../../src/desk/manifests/check-manifests.ts'
import { keepManifest } from '../../src/desk/manifests/keep-manifest.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { readoutHere } from '../readout-here.ts'
import { makeSmallDesk, openSmallDesk } from './small-desk.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-manifests-'))
after(() => rmSync(root, { recursive: true, force: true }))

async function makeDays(dir: string): Promise<Desk> {
  const desk = await makeSmallDesk(dir, 3)
  for (const day of [6, 7, 8]) {
    await takeIn(desk, handIn([`Karsk signs on day ${day}.`]), () => {})
    assert.ok(await keepManifest({ ...desk, now: () => `2031-05-0${day}T23:00:00.000Z` }))
  }
  return desk
}

test('each day has one manifest, and all of them hold', async () => {
  const dir = join(root, 'days')
  const desk = await makeDays(dir)
  assert.equal(await keepManifest({ ...desk, now: () => '2031-05-08T23:30:00.000Z' }), undefined)
  assert.equal(await keepManifest({ ...desk, now: () => '2031-05-09T01:00:00.000Z' }), undefined, 'nothing came')
  assert.equal(await keepManifest({ ...desk, now: () => '2031-05-05T01:00:00.000Z' }), undefined, 'the clock went back')
  assert.deepEqual(readdirSync(join(dir, 'manifests')), ['2031-05-06.json', '2031-05-07.json', '2031-05-08.json'])
  assert.deepEqual(await checkManifests(desk), { tried: 3, breaches: [] })
  await writeBackup(desk, join(root, 'days-backup'), { by: 'readout@test' })
  await restoreBackup(join(root, 'days-backup'), join(root, 'days-restored'))
  const restored = await openSmallDesk(join(root, 'days-restored'))
  assert.deepEqual(await checkManifests(restored), { tried: 3, breaches: [] })
  await Promise.all([desk.close(), restored.close()])
})

test('a log whose end was cut holds by its own chain, and is found by a manifest and by a copy of it', async () => {
  const dir = join(root, 'cut')
  await (await makeDays(dir)).close()
  const copy = join(root, 'copy.json')
  copyFileSync(join(dir, 'manifests', '2031-05-08.json'), copy)
  const file = new DatabaseSync(join(dir, 'truth.db'))
  file.exec('pragma foreign_keys = off')
  const guards: string[] = []
  for (const { name, sql } of file.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all()) {
    file.exec(`drop trigger ${String(name)}`)
    guards.push(String(sql))
  }
  file.exec(
    'delete from report where first = 6; delete from capture where number = 6; delete from log where number = 6',
  )
  for (const guard of guards) file.exec(guard)
  file.close()
  const desk = await openSmallDesk(dir)
  assert.deepEqual(
    check(desk).breaches.filter(({ what }) => what.startsWith('log')),
    [],
  )
  const gone = 'entry 6 of the log, at which that day ended, is gone'
  assert.deepEqual((await checkManifests(desk)).breaches, [{ what: 'manifest 2031-05-08.json', reason: gone }])
  rmSync(join(dir, 'manifests', '2031-05-08.json'))
  assert.deepEqual((await checkManifests(desk)).breaches, [])
  assert.deepEqual((await checkManifests(desk, [copy])).breaches, [
    { what: `manifest ${copy}`, reason: gone },
    { what: `manifest ${copy}`, reason: 'the desk has none of 2031-05-08' },
  ])
  await desk.close()
})

test('a manifest that was changed, cut or taken out shows', async () => {
  const dir = join(root, 'harmed')
  const desk = await makeDays(dir)
  const path = (day: number): string => join(dir, 'manifests', `2031-05-0${day}.json`)
  const whole = readFileSync(path(7), 'utf8')
  const found = async (): Promise<string[]> => (await checkManifests(desk)).breaches.map(({ what }) => what)
  writeFileSync(path(7), whole.replace('T23:00', 'T22:00'))
  assert.deepEqual(await found(), ['manifest 2031-05-08.json'])
  writeFileSync(path(7), whole.slice(0, 50))
  assert.deepEqual(await found(), ['manifest 2031-05-07.json', 'manifest 2031-05-08.json'])
  rmSync(path(7))
  assert.deepEqual(await found(), ['manifest 2031-05-08.json'])
  await desk.close()
})

test('a backup is held against copies of manifests: a log made anew, whole by itself, shows', async () => {
  const desk = await makeDays(join(root, 'kept'))
  const other = await makeDays(join(root, 'anew'))
  const moment = { now: () => '2031-05-08T23:30:00.000Z' } as const
  const [own, anew, early] = ['kept-backup', 'anew-backup', 'early-backup'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  await writeBackup({ ...desk, ...moment }, own, { by: 'readout@test' })
  rmSync(join(root, 'anew', 'manifests', '2031-05-08.json'))
  await takeIn(other, handIn(['Karsk signs nothing.']), () => {})
  assert.ok(await keepManifest({ ...other, now: () => '2031-05-08T23:10:00.000Z' }))
  await writeBackup({ ...other, ...moment }, anew, { by: 'readout@test' })
  await writeBackup({ ...desk, now: () => '2031-05-07T12:00:00.000Z' }, early, { by: 'readout@test' })
  await Promise.all([desk.close(), other.close()])
  const copy = join(root, 'kept', 'manifests', '2031-05-08.json')
  assert.deepEqual((await checkBackup(anew)).breaches, [], 'by itself nothing is wrong with it')
  assert.deepEqual(await checkCopies(own, [copy]), [])
  assert.deepEqual(await checkCopies(anew, [copy]), [
    { what: `manifest ${copy}`, reason: 'the log up to entry 6 is not what it was that day' },
    { what: `manifest ${copy}`, reason: 'the backup has another of 2031-05-08' },
  ])
  await assert.rejects(checkCopies(early, [copy]), { code: 'USAGE', message: /before it; name one made by then/ })
  const held = await readoutHere(['check', own, '--manifest', copy])
  assert.match(held.out, /whole, and its log is what the manifests vouch for/)
  assert.equal(held.status, 0)
  const broken = await readoutHere(['check', anew, '--manifest', copy])
  assert.match(broken.err, /the log up to entry 6 is not what it was that day/)
  assert.equal(broken.status, 1)
})
