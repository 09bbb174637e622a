// A desk in a database is backed up as one in files is: from the same rows comes the same backup, and from it a desk in files.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { checkBackup } from '../../src/desk/backup/check-backup.ts'
import { restoreBackup } from '../../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import { check } from '../../src/desk/check.ts'
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { handIn, standIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { BEGUN_ANEW, hashOf, keepAddresses, openSmallDesk, tablesOtherwise } from '../backup/small-desk.ts'
import { startPostgres } from './start-postgres.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-postgres-backup-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('a backup of a desk in a database holds what the desk holds, and is restored into files', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const desk = await openDesk(join(root, 'desk'), { rooms: standIn(), url })
  await takeIn(desk, handIn(['Ilse Marrow says the levy is off.', 'Karsk signs in Zoë’s hall.']), () => {})
  await derive(desk)
  await desk.store.state().then((state) => state.insertInto('state.secret').values({ name: 'k', value: 'v' }).execute())
  const kept = await keepAddresses(desk)
  const path = join(root, 'backup')
  const { contents, harmed } = await writeBackup(desk, path, { by: 'readout@test' })
  assert.deepEqual(harmed, [])
  const rowsOf = new Map(contents.schemas.state?.tables.map(({ name, rows }) => [name, rows]))
  assert.deepEqual([rowsOf.get('address'), rowsOf.get('find')], [kept, kept])
  const hash = await hashOf(desk)
  assert.deepEqual(
    Object.values(contents.schemas).map(({ digest }) => digest),
    [hash.truth.digest, hash.derived.digest, hash.state.digest],
  )
  assert.deepEqual((await checkBackup(path)).breaches, [])
  await restoreBackup(path, join(root, 'restored'))
  const restored = await openSmallDesk(join(root, 'restored'))
  const again = await hashOf(restored)
  assert.deepEqual(tablesOtherwise(again, hash), BEGUN_ANEW)
  assert.equal(dumpDigest(restored.store), dumpDigest(desk.store))
  assert.deepEqual(check(restored).breaches, [])
  await Promise.all([restored.close(), desk.close()])
})
