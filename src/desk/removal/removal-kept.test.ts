// What a removal leaves behind holds: the check finds what was tampered with, a killed one is completed by the next walk, pages and the
// API say what became of what is gone, and a page that was removed is not had again.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { keepCapture } from '../../archive/keep-capture.ts'
import { keepRemoval } from '../../archive/keep-removal.ts'
import { listUndropped } from '../../archive/removals.ts'
import { digestOf } from '../../model/digest.ts'
import { asId } from '../../model/id.ts'
import { checkBackup } from '../backup/check-backup.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { check } from '../check.ts'
import { decide } from '../decide.ts'
import { derive } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { openDesk } from '../open-desk.ts'
import { makePages } from '../pages.ts'
import { findBytes, tellCapture } from '../views/api-capture.ts'
import { openReportLine } from '../views/api-lists.ts'
import { keepAnswer } from '../web/keep-answer.ts'
import { closeRemovals, listOpen } from './close-removal.ts'
import { planRemoval } from './plan-removal.ts'
import { by, claimOf, now, openSmallDesk, PLANTED, REPORTS, ROOMS } from './small-desk.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-removed-'))
after(() => rmSync(root, { recursive: true, force: true }))

const asked = { named: ['quinzelbar-offer'], cause: 'person at risk', why: 'she was threatened', by } as const
const NAME = 'quinzelbar-offer'
let template = ''

before(async () => {
  template = join(root, 'template')
  const desk = await openSmallDesk(template)
  await decide(desk, { kind: 'tag', ids: [claimOf(desk, 'Quinzelbar')], by, why: '', text: 'grain' })
  await derive(desk)
  const plan = planRemoval(desk, asked)
  await keepRemoval(desk.store, { by: asId('Ada Orme'), at: now(), why: asked.why }, plan)
  await desk.close() // as a kill would leave it: gone from the truth, and nothing more
})

async function withCopy(name: string, body: (desk: Desk, dir: string) => Promise<void>): Promise<void> {
  const dir = join(root, name)
  cpSync(template, dir, { recursive: true })
  const desk = await openDesk(dir, { rooms: ROOMS, now })
  try {
    await body(desk, dir)
  } finally {
    await desk.close()
  }
}

test('what a killed removal left undone is done by the next walk and by whoever closes it', () =>
  withCopy('killed', async (desk, dir) => {
    assert.equal(listUndropped(desk.store).length, 1)
    assert.equal((await listOpen(desk)).length, 1)
    await derive(desk)
    assert.deepEqual(listUndropped(desk.store), [])
    assert.deepEqual(check(desk).breaches, [])
    await closeRemovals(desk, { who: by })
    for (const name of readdirSync(dir)) {
      for (const word of PLANTED)
        assert.doesNotMatch(readFileSync(join(dir, name), 'latin1'), new RegExp(word, 'i'), name)
    }
  }))

test('a backup made since holds nothing of it, is found whole, and becomes a desk that holds as well', () =>
  withCopy('backup', async (desk) => {
    await derive(desk)
    const folder = join(root, 'backed-up')
    const { harmed } = await writeBackup(desk, folder, { by: 'readout@test' })
    assert.deepEqual(harmed, [])
    assert.deepEqual((await checkBackup(folder)).breaches, [])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const bytes = name.endsWith('.gz') ? gunzipSync(readFileSync(join(folder, name))) : undefined
      for (const word of PLANTED) assert.doesNotMatch(bytes?.toString('latin1') ?? '', new RegExp(word, 'i'), name)
    }
    const target = join(root, 'restored')
    await restoreBackup(folder, target)
    const restored = await openDesk(target, { rooms: ROOMS, now })
    try {
      assert.deepEqual(check(restored).breaches, [])
    } finally {
      await restored.close()
    }
  }))

test('pages and the API say that it was removed, when and why', () =>
  withCopy('pages', async (desk) => {
    const pages = makePages(desk)
    const page = await pages.report(NAME)
    assert.ok(page.kind === 'page')
    assert.equal(page.status, 410)
    assert.match(page.html, /removed from the desk on 6 May 2031.*she was threatened/s)
    assert.match(pages.removedReport(NAME) ?? '', /she was threatened/)
    assert.equal(pages.removedReport('halt'), undefined)
    await assert.rejects(openReportLine(desk, NAME), { code: 'REPORT_REMOVED', message: /she was threatened/ })
    const [row] = desk.store.plain.rows(`select id from truth.removal where noun = 'capture'`)
    const id = String(row?.id)
    const capture = await pages.capture(id)
    assert.ok(capture.kind === 'page')
    assert.equal(capture.status, 410)
    assert.doesNotMatch(capture.html, /quinzelbar/i)
    assert.equal(await pages.rawCapture(id), undefined)
    assert.equal(tellCapture(desk, id).removed?.cause, 'person at risk')
    await assert.rejects(findBytes(desk, id), { code: 'REPORT_REMOVED' })
  }))

test('a page that was removed is not kept again, whatever it answers', () =>
  withCopy('again', async (desk) => {
    const [report] = REPORTS
    const body = new TextEncoder().encode(report?.text)
    const hop = { url: report?.url ?? '', status: 200, headers: [['content-type', 'text/plain'] as const] }
    const elsewhere = 'https://elsewhere.example/other-quinzelbar'
    for (const [url, bytes] of [
      [hop.url, new TextEncoder().encode('Quinzelbar in other words')],
      [elsewhere, body],
    ] as const) {
      const outcome = { kind: 'answered', payload: digestOf(bytes) } as const
      const kept = await keepAnswer(
        desk,
        { url, what: 'page' },
        { hops: [{ ...hop, url }], outcome, sent: [], bytes },
        now(),
      )
      assert.equal(kept.report, undefined)
      const [row] = desk.store.plain.rows('select record from truth.capture where id = ?', kept.id)
      assert.match(String(row?.record), /it was removed from this desk/)
      assert.doesNotMatch(String(row?.record), /quinzelbar/i)
    }
    const outcome = { kind: 'handed in', payload: digestOf(body) } as const
    const record = {
      at: now(),
      asked: 'again.txt',
      hops: [],
      outcome,
      given: { name: 'again', mediaType: 'text/plain' },
    } as const
    await assert.rejects(keepCapture(desk.store, { record, bytes: body }), { code: 'REPORT_REMOVED' })
    await derive(desk)
    assert.deepEqual(check(desk).breaches, [])
  }))

test('the check accepts what a decision says was removed, and nothing else', async () => {
  const tampered: readonly (readonly [string, string, RegExp])[] = [
    [
      'another record in the place of the struck one',
      `update capture set record = replace(record, '"removed":true', '"removed":1')
      where id = (select id from removal where noun = 'capture')`,
      /capture \d+ .*another digest/,
    ],
    [
      'a record that nothing names',
      `drop trigger capture_no_update;
      update capture set record = replace(record, 'halt', 'belt') where number = 2`,
      /capture 2 .*another digest/,
    ],
    [
      'bytes gone that no decision names',
      `insert into removal select 'payload', digest, (select max(number) from log), null from payload limit 1;
      delete from payload where digest in (select id from removal where noun = 'payload')`,
      /removal \d+: the list of what it removed/,
    ],
    [
      'a removal that nobody decided',
      `insert into removal values ('payload', 'abc', 1, null)`,
      /removal 1: nobody decided it/,
    ],
    [
      'the list of a removal cut short',
      `drop trigger removal_no_delete; delete from removal where noun = 'doc'`,
      /removal \d+: the list/,
    ],
    ['a trigger gone', 'drop trigger payload_no_return', /payload.*nothing refuses to return/],
  ]
  for (const [what, sql, found] of tampered) {
    await withCopy(what, async (desk, dir) => {
      await derive(desk)
      assert.deepEqual(check(desk).breaches, [], what)
      const raw = new DatabaseSync(join(dir, 'truth.db'))
      raw.exec(sql)
      raw.close()
      const told = check(desk).breaches.map((breach) => `${breach.what}: ${breach.reason}`)
      assert.ok(
        told.some((each) => found.test(each)),
        `${what}: ${told.join('; ')}`,
      )
    })
  }
})
