// A desk backed up while others write to it, and made again from the backup in an empty folder: equal to the last digest.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { openFilling } from '../../src/archive/backup/fill-files.ts'
import { listCaptures } from '../../src/archive/captures.ts'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { openSqliteView } from '../../src/archive/sqlite-view.ts'
import { pagesOf } from '../../src/archive/view.ts'
import { checkBackup } from '../../src/desk/backup/check-backup.ts'
import { restoreBackup } from '../../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import { check } from '../../src/desk/check.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { listChanges } from '../../src/desk/views/api-changes.ts'
import { MAIN } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { BEGUN_ANEW, hashOf, makeSmallDesk, openSmallDesk, tablesOtherwise } from './small-desk.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-backup-'))
after(() => rmSync(root, { recursive: true, force: true }))
const BY = { by: 'readout@test' }

const MOMENTS = 2 // of the desk, each with more in it

test('while a writer writes, each backup is one moment of the desk, and restores to it', async (t) => {
  const dir = join(root, 'busy')
  const desk = await makeSmallDesk(dir, 5)
  const writer = beginWriter(dir)
  await writer.begun
  const backups: string[] = []
  const moments: number[] = []
  while (new Set(moments).size < MOMENTS) {
    assert.ok(writer.child.exitCode === null, 'the writer was done before it was seen writing')
    const acknowledged = [...writer.kept]
    const path = join(root, `busy-${backups.length}`)
    const { contents, harmed } = await writeBackup(desk, path, BY)
    assert.deepEqual(harmed, [])
    backups.push(path)
    moments.push(contents.log.number)
    if (new Set(moments).size === MOMENTS) writer.child.kill('SIGKILL') // seen writing
    const target = `${path}-restored`
    await restoreBackup(path, target)
    const restored = await openSmallDesk(target)
    const { truth, derived, state } = contents.schemas
    assert.ok(truth && derived && state)
    assert.deepEqual(tablesOtherwise(await hashOf(restored), { truth, derived, state }), BEGUN_ANEW)
    assert.deepEqual(check(restored).breaches, [])
    const names = (await listCaptures(restored.store, 0, contents.log.number + 1)).map(
      ({ capture }) => capture.given?.name ?? '',
    )
    assert.equal(names.length, contents.log.number)
    assert.deepEqual(
      acknowledged.filter((name) => !names.includes(name)),
      [],
      'acknowledged before the backup was begun, and not in it',
    )
    if (backups.length === 1) {
      await derive(restored) // it goes on from there
      assert.equal((await rebuild(restored)).digest, dumpDigest(restored.store))
    }
    await restored.close()
  }
  t.diagnostic(`${backups.length} backups meanwhile, of ${moments.join(', ')} sightings`)
  if (writer.child.signalCode === null) await once(writer.child, 'exit')
  const last = join(root, 'busy-last')
  await writeBackup(desk, last, BY)
  await restoreBackup(last, `${last}-restored`)
  const restored = await openSmallDesk(`${last}-restored`)
  assert.deepEqual(tablesOtherwise(await hashOf(restored), await hashOf(desk)), BEGUN_ANEW)
  assert.equal(
    readFileSync(join(`${last}-restored`, 'settings.json'), 'utf8'),
    readFileSync(join(dir, 'settings.json'), 'utf8'),
  )
  assert.equal(statSync(join(`${last}-restored`, 'state.db')).mode & 0o077, 0)
  for (const path of [...backups, last]) assert.deepEqual((await checkBackup(path)).breaches, [])
  await Promise.all([restored.close(), desk.close()])
})

test('nothing is written over, neither by a backup nor by a restored desk', async () => {
  const dir = join(root, 'kept')
  await (await makeSmallDesk(dir, 2)).close()
  const there = join(root, 'there')
  mkdirSync(there)
  writeFileSync(join(there, 'letter.txt'), 'to Ilse Marrow')
  const refused = await readoutHere(['backup', there, '--desk', dir])
  assert.equal(refused.status, 2)
  assert.match(refused.err, /there: there is something of that name already/)
  const backup = join(root, 'kept-backup')
  assert.equal((await readoutHere(['backup', backup, '--desk', dir])).status, 0)
  const before = filesIn(dir)
  for (const target of [dir, there, join(there, 'letter.txt')]) {
    assert.equal((await readoutHere(['restore', backup, '--desk', target])).status, 2)
  }
  assert.deepEqual(filesIn(dir), before)
  assert.deepEqual(readdirSync(there), ['letter.txt'])
  assert.deepEqual(
    readdirSync(root).filter((name) => name.endsWith('.part')),
    [],
  )
})

test('the command line backs up, tries and restores, and says when it was and up to where', async () => {
  const dir = join(root, 'cli')
  await (await makeSmallDesk(dir, 3)).close()
  const safe = join(root, 'safe')
  const made = await readoutHere(['backup', '--in', safe, '--desk', dir, '--json'])
  const { backup, log } = JSON.parse(made.out)
  assert.equal(log.number, 3)
  const tried = await readoutHere(['check', backup])
  assert.match(tried.out, /^as of \d{4}-.*, up to entry 3 of the log\ntruth: \d+ rows, [0-9a-f]{64}\n/)
  assert.match(tried.out, /the backup is whole\n$/)
  const proved = await readoutHere(['restore', backup, '--check'])
  assert.match(proved.out, /it can be restored, and all of it holds\n$/)
  const target = join(root, 'cli-restored')
  assert.match(
    (await readoutHere(['restore', backup, '--desk', target])).out,
    /restored to .*, with the same digests\n$/,
  )
  assert.equal((await readoutHere(['check', '--desk', target])).status, 0)
  const neither = await readoutHere(['backup', '--desk', dir])
  assert.deepEqual([neither.status, /--in/.test(neither.err)], [2, true])
  assert.match((await readoutHere(['check', root])).err, /holds no SHA256SUMS; name the folder/)
})

test('killed at any moment, a backup is whole or not there, and the next one of that name is made', async () => {
  const dir = join(root, 'killed')
  await (await makeSmallDesk(dir, 40)).close()
  const path = join(root, 'killed-backup')
  let cut = 0
  for (const ms of [0, 20, 60, 120]) {
    const child = spawn(process.execPath, [MAIN, 'backup', path, '--desk', dir], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (partsOf(path).length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill('SIGKILL')
    await ended
    if (partsOf(path).length > 0) cut += 1
    if (!existsSync(path)) continue
    assert.deepEqual((await checkBackup(path)).breaches, [])
    rmSync(path, { recursive: true })
  }
  assert.ok(cut > 0, 'none was cut short')
  assert.equal((await readoutHere(['backup', path, '--desk', dir])).status, 0)
  assert.deepEqual((await checkBackup(path)).breaches, [])
  assert.deepEqual(partsOf(path), [], 'what was cut short lies about')
})

test('whoever asks a restored desk for changes misses none, though it goes on under the same numbers', async () => {
  const desk = await makeSmallDesk(join(root, 'lives'), 3)
  const path = join(root, 'lives-backup')
  await writeBackup(desk, path, BY)
  const goOn = async (one: Desk, name: string): Promise<void> => {
    await takeIn(one, handIn([{ name, text: `Ilse Marrow says ${name} is off.` }]), () => {})
    await derive(one)
  }
  const before = await listChanges(desk, undefined, 100)
  await goOn(desk, 'levy')
  const late = await listChanges(desk, before.next, 100)
  await restoreBackup(path, join(root, 'lives-restored'))
  const restored = await openSmallDesk(join(root, 'lives-restored'))
  await goOn(restored, 'toll')
  const { captures, claims } = await listChanges(restored, before.next, 100)
  assert.equal(captures.length, 1)
  assert.equal(claims.length, (await listChanges(restored, undefined, 100)).claims.length, 'of another epoch: all')
  await assert.rejects(listChanges(restored, late.next, 100), { code: 'CURSOR_UNKNOWN' })
  await Promise.all([restored.close(), desk.close()])
})

// What search keeps of rows that went has numbers beyond 2^53: so of every claim that is worded anew, and of every report removed.
test('a desk of which something went from search is backed up, and finds the same when it is restored', async () => {
  const dir = join(root, 'gone')
  const desk = await makeSmallDesk(dir, 6)
  await desk.close()
  const inside = (path: string, sql: string): readonly unknown[] => {
    const db = new DatabaseSync(join(path, 'derived.db'), { defensive: false })
    const statement = db.prepare(sql)
    statement.setReadBigInts(true)
    const rows = statement.all()
    db.close()
    return rows
  }
  inside(dir, 'delete from search_report where rowid = (select min(id) from search_report_docsize)')
  const large = 'select id from search_report_data where id > 9007199254740992'
  assert.equal(inside(dir, large).length, 1)
  const again = await openSmallDesk(dir)
  await writeBackup(again, join(root, 'gone-backup'), BY)
  await again.close()
  assert.deepEqual((await checkBackup(join(root, 'gone-backup'))).breaches, [])
  await restoreBackup(join(root, 'gone-backup'), join(root, 'gone-restored'))
  for (const sql of [
    large,
    `select rowid from search_report where search_report match 'karsk' order by rowid`,
    'select id, block from search_report_data order by id',
  ]) {
    assert.ok(inside(dir, sql).length > 0)
    assert.deepEqual(inside(join(root, 'gone-restored'), sql), inside(dir, sql))
  }
})

test('without what can be made again a backup is small, and the desk makes it again', async () => {
  const desk = await makeSmallDesk(join(root, 'bare'), 6)
  const path = join(root, 'bare-backup')
  const { contents } = await writeBackup(desk, path, { ...BY, hasDerived: false })
  assert.deepEqual(Object.keys(contents.schemas), ['truth', 'state'])
  assert.deepEqual((await checkBackup(path)).breaches, [])
  await restoreBackup(path, join(root, 'bare-restored'))
  const restored = await openSmallDesk(join(root, 'bare-restored'))
  await derive(restored)
  assert.equal(dumpDigest(restored.store), dumpDigest(desk.store))
  assert.equal((await hashOf(restored)).truth.digest, (await hashOf(desk)).truth.digest)
  await Promise.all([restored.close(), desk.close()])
})

test('a backup of an older Readout is restored as it was and then brought forward; one of a newer is refused', async () => {
  const desk = await makeSmallDesk(join(root, 'now'), 3)
  const old = join(root, 'old')
  mkdirSync(old)
  const view = await desk.store.view()
  for (const [schema, version] of [
    ['truth', 1],
    ['state', 3],
  ] as const) {
    const filling = await openFilling(old, schema, version)
    for (const table of await view.tables(schema)) {
      if (/^(subscriber|mailing|delivery)$/.test(table.name)) continue // they came with the fourth
      for await (const page of pagesOf(view, table)) filling.add(table.name, table.columns, page)
    }
    filling.end()
  }
  await view.close()
  await desk.close()
  const path = join(root, 'old-backup')
  const { contents } = await writeBackup(
    { ...desk, dir: old, store: { ...desk.store, view: async () => openSqliteView(old) } },
    path,
    BY,
  )
  assert.equal(contents.schemas.truth?.version, 1)
  await restoreBackup(path, join(root, 'old-restored'))
  const restored = await openSmallDesk(join(root, 'old-restored'))
  await derive(restored)
  assert.deepEqual(check(restored).breaches, [])
  const state = await restored.store.state()
  assert.equal((await state.selectFrom('state.account').selectAll().execute()).length, 1)
  assert.equal((await state.selectFrom('state.subscriber').selectAll().execute()).length, 0)
  await restored.close()
})

function filesIn(dir: string): Buffer[] {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))
  return names.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path))
}

function partsOf(path: string): string[] {
  return readdirSync(root).filter((name) => name.startsWith(`${basename(path)}.part`))
}

interface Writer {
  readonly begun: Promise<unknown> // something was acknowledged
  readonly child: ChildProcess
  readonly kept: Set<string>
}

// It writes until it is ended.
function beginWriter(dir: string): Writer {
  const script = join(import.meta.dirname, '..', 'faults', 'kill-worker.ts')
  const child = spawn(process.execPath, [script, dir, '0', '1000000'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const kept = new Set<string>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    for (const [, name = ''] of text.matchAll(/^kept (.+)$/gm)) kept.add(name)
  })
  return { child, kept, begun: once(child.stdout as NonNullable<typeof child.stdout>, 'data') }
}
