// A desk moves from files to a database and back: the same rows, found by the same words, and nothing half done.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { arrival } from '../../src/archive/archive.contract.ts'
import { search } from '../../src/archive/catalogue/search.ts'
import { keepCapture } from '../../src/archive/keep-capture.ts'
import { openStore } from '../../src/archive/open-store.ts'
import { hashState, type StateHash } from '../../src/archive/state-hash.ts'
import { makeFullDesk, openTestDesk, REPORTS, take } from '../../src/desk/catalogue/full-desk.contract.ts'
import { check } from '../../src/desk/check.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { moveDesk } from '../../src/desk/move/move-desk.ts'
import { keepAddresses } from '../backup/small-desk.ts'
import { readoutHere } from '../readout-here.ts'
import { asked, startPostgres } from './start-postgres.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-move-'))
const files = join(root, 'files')
before(async () => {
  const desk = await makeFullDesk(files)
  const state = await desk.store.state()
  const at = '2031-05-06T10:00:00.000Z'
  const account = { id: 'a1', name: 'Ada Orme', sign: 'ada orme', password: '$argon2id$x', role: 'admin' }
  await state
    .insertInto('state.account')
    .values({ ...account, state: 'active', made_at: at })
    .execute()
  await state.insertInto('state.audit').values({ at, what: 'account-made', who: 'Ada Orme' }).execute()
  await keepAddresses(desk)
  writeFileSync(join(files, 'settings.json'), '{"contact": "desk@meridian.example"}\n')
  await desk.close()
})
after(() => rmSync(root, { recursive: true, force: true }))

async function makeDatabase(): Promise<string> {
  return (await startPostgres()).makeDatabase()
}

async function hashOf({ store }: Pick<Desk, 'store'>): Promise<StateHash> {
  const view = await store.view()
  try {
    return await hashState(view)
  } finally {
    await view.close()
  }
}

const QUESTIONS = ['truce', 'ferries', 'hale', 'grain -truce', '"nine ferries"', '']

async function answersOf({ store }: Pick<Desk, 'store'>): Promise<unknown> {
  const answers: unknown[] = []
  for (const words of QUESTIONS) {
    for (const target of ['reports', 'said', 'claims'] as const) {
      answers.push(await search(store, { in: target, words, kind: 'person', limit: 50 }))
    }
  }
  return answers
}

test('from files to a database and back: the same rows, the same hits, nothing harmed, and it goes on', async () => {
  const url = await makeDatabase()
  const before = await openTestDesk(files)
  const [was, answers] = [await hashOf(before), await answersOf(before)]
  await before.close()
  const there = await moveDesk(files, url)
  assert.deepEqual(there.hash, was)
  const inDatabase = await openTestDesk(join(root, 'beside'), url)
  assert.deepEqual(await hashOf(inDatabase), was)
  assert.deepEqual(await answersOf(inDatabase), answers)
  assert.deepEqual(check(inDatabase).breaches, [])
  const back = await moveDesk(url, join(root, 'back'))
  assert.deepEqual(back.hash, was)
  const inFiles = await openTestDesk(join(root, 'back'))
  assert.deepEqual(await answersOf(inFiles), answers)
  assert.deepEqual(check(inFiles).breaches, [])
  // what comes next is numbered, linked and found on both alike
  const [first = assert.fail()] = REPORTS
  const later = { ...first, name: 'later', outlet: 'Port Sabel Times', published: '2031-03-09' }
  for (const desk of [inDatabase, inFiles]) await take(desk, [later])
  const ends = [await hashOf(inDatabase), await hashOf(inFiles)]
  assert.deepEqual(ends[1], ends[0])
  assert.deepEqual(await answersOf(inFiles), await answersOf(inDatabase))
  assert.deepEqual(check(inDatabase).breaches, [])
  for (const desk of [inDatabase, inFiles]) await desk.close()
})

test('from files to files, with the settings', async () => {
  await moveDesk(files, join(root, 'copy'))
  assert.deepEqual(readdirSync(join(root, 'copy')).sort(), ['derived.db', 'settings.json', 'state.db', 'truth.db'])
})

test('a place that holds something already is refused, and a folder without a desk', async () => {
  const url = await makeDatabase()
  const store = await openStore(root, { url })
  await keepCapture(store, arrival('karsk-levy'))
  store.close()
  await assert.rejects(moveDesk(files, url), { code: 'NOT_A_DESK', message: /holds something already/ })
  await assert.rejects(moveDesk(url, files), { code: 'BACKUP_REFUSED' })
  await assert.rejects(moveDesk(join(root, 'nowhere'), url), { code: 'NOT_A_DESK' })
  await assert.rejects(moveDesk(await makeDatabase(), join(root, 'none')), { code: 'NOT_A_DESK' })
  assert.ok(!existsSync(join(root, 'none')))
})

test('cut off on the way, nothing is there, and it can be done again', async () => {
  const url = await makeDatabase()
  const kill = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'readout truth'"
  let cut: Promise<unknown> | undefined
  const onTable = ({ name }: { readonly name: string }): void => {
    if (name === 'linked') cut = asked(url, kill)
  }
  await assert.rejects(moveDesk(files, url, { onTable }), { code: 'STORE_AWAY' })
  await cut
  const desk = await openTestDesk(join(root, 'beside'), url)
  assert.equal((await hashOf(desk)).truth.tables.length, 0)
  await desk.close()
  await moveDesk(files, url)
})

test('a desk that went on meanwhile is said to have', async () => {
  const url = await makeDatabase()
  const odd = join(root, 'odd')
  const desk = await makeFullDesk(odd)
  let extra: Promise<unknown> | undefined
  const onTable = ({ name }: { readonly name: string }): void => {
    if (name === 'capture') extra = keepCapture(desk.store, arrival('later'))
  }
  const moved = await moveDesk(odd, url, { onTable })
  await extra
  assert.equal(moved.wentOn, moved.upTo + 1)
  await desk.close()
})

test('the command says how much came, with the digest of both', async () => {
  const url = await makeDatabase()
  const { status, out, err } = await readoutHere(['move', files, url])
  assert.deepEqual([status, err], [0, ''])
  const desk = await openTestDesk(join(root, 'beside'), url)
  const { truth, derived, state } = await hashOf(desk)
  await desk.close()
  const rows = ({ tables }: typeof truth): number => tables.reduce((sum, table) => sum + table.rows, 0)
  assert.deepEqual(out.split('\n'), [
    'up to entry 7 of the log',
    `truth: ${rows(truth)} rows, ${truth.digest}`,
    `derived: ${rows(derived)} rows, ${derived.digest}`,
    `state: ${rows(state)} rows, ${state.digest}`,
    'moved, and both hold the same; the one that was is as it was',
    '',
  ])
  const again = await readoutHere(['move', files, url.replace('readout@', 'readout:ferry-7@'), '--json'])
  assert.equal(again.status, 2)
  assert.match(again.err, /holds something already/)
  assert.doesNotMatch(again.err, /ferry-7/)
})
