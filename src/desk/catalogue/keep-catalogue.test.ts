// The catalogue as it is kept up step by step is that which is made from scratch: after reports in any order, later versions,
// rulings and their undoing, and a rebuild.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { eraseCatalogue } from '../../archive/catalogue/catalogue-schema.ts'
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { countOf } from '../../archive/catalogue/count-of.ts'
import { listPersonLines } from '../../archive/catalogue/person-lines.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import { run, takeTouched, touchAll } from '../../archive/catalogue/touched.ts'
import type { Store } from '../../archive/store.ts'
import { decide } from '../decide.ts'
import { derive } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { isPending } from '../is-pending.ts'
import { listSpeakers } from '../list-who.ts'
import { rebuild } from '../rebuild.ts'
import { openTestDesk, REPORTS, take } from './full-desk.contract.ts'
import { keepCatalogue } from './keep-catalogue.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-catalogue-'))
after(() => rmSync(root, { recursive: true, force: true }))

async function withDesk(body: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openTestDesk(mkdtempSync(join(root, 'desk-')))
  try {
    await body(desk)
  } finally {
    await desk.close()
  }
}

const DUMPED: Readonly<Record<string, string>> = {
  report_line: '*',
  said: '*',
  said_who: '*',
  said_claim: '*',
  claim_line: `claim, wording, standing, standing_before, standing_since, first_printed, last_printed, reports, at_least,
    at_most, unknown, denied, declined, confirmed, altered, story`,
  claim_entity: '*',
  story_line: '*',
  story_of: '*',
  person_line: '*',
  person_word: '*',
  former: '*',
  touched: '*',
  catalogue_count: '*',
}

function dump({ plain }: Store): Record<string, string[]> {
  const sorted = (sql: string): string[] =>
    plain
      .rows(sql)
      .map((row) => JSON.stringify(row))
      .sort()
  const tables = Object.entries(DUMPED).map(([table, columns]) => [
    table,
    sorted(`select ${columns} from derived.${table}`),
  ])
  const words = [
    `select doc as id from derived.search_report f join derived.report_line l on l.first = f.rowid where search_report match 'ferries'`,
    `select attribution as id from derived.search_said f join derived.said l on l.n = f.rowid where search_said match 'truce OR hale'`,
    `select claim as id from derived.search_claim f join derived.claim_line l on l.n = f.rowid where search_claim match 'truce OR ferry'`,
  ].map((sql) => [sql, sorted(sql)])
  return Object.fromEntries([...tables, ...words])
}

async function makeFromScratch(desk: Desk): Promise<void> {
  const { derived } = await desk.store.kysely()
  const former = desk.store.plain.rows('select * from derived.former')
  await derived.transaction().execute(async (trx) => {
    for (const sql of eraseCatalogue('derived', desk.store.plain.kind)) await run(trx, sql)
    for (const { noun, id, now } of former) await run(trx, 'insert into derived.former values (?, ?, ?)', noun, id, now)
    await touchAll(trx)
  })
  await keepCatalogue(desk)
}

async function assertAsFromScratch(desk: Desk, what: string): Promise<void> {
  const kept = dump(desk.store)
  await makeFromScratch(desk)
  assert.deepEqual(kept, dump(desk.store), what)
}

test('reports in any order and portions', async () => {
  const portions = fc
    .shuffledSubarray(REPORTS, { minLength: REPORTS.length })
    .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 1, max: all.length })))
  await fc.assert(
    fc.asyncProperty(portions, async ([all, size]) => {
      await withDesk(async (desk) => {
        for (let from = 0; from < all.length; from += size) {
          await take(desk, all.slice(from, from + size))
          await assertAsFromScratch(desk, `after ${from + size}`)
        }
        const { waiting, reports } = await countOf(desk.store)
        assert.deepEqual([waiting, reports], [0, REPORTS.length])
      })
    }),
    { seed: 5, numRuns: 4 },
  )
})

test('rulings, their undoing, and a rebuild', async () => {
  await withDesk(async (desk) => {
    await take(desk, REPORTS)
    const before = dump(desk.store)
    const { items: said } = await listSaid(desk.store, { order: 'printed', limit: 100 })
    const doubted = said.find(({ act, words }) => act === 'denies' && words.includes('truce')) ?? assert.fail()
    const ruled = { by: 'Orla', why: 'as the recording has it' }
    await decide(desk, { ...ruled, kind: 'reject', ids: [doubted.attribution] })
    await derive(desk)
    const { items: left } = await listSaid(desk.store, { order: 'printed', limit: 100 })
    assert.equal(left.length, said.length - 1)
    await assertAsFromScratch(desk, 'after a rejection')
    await decide(desk, { ...ruled, kind: 'undo', ids: ['8'] })
    await derive(desk)
    await assertAsFromScratch(desk, 'after its undoing')
    assert.deepEqual(dump(desk.store), before)
    await rebuild(desk)
    assert.deepEqual(dump(desk.store), before)
  })
})

test('people are counted as they were from all reports at once', async () => {
  await withDesk(async (desk) => {
    await take(desk, REPORTS)
    const { items } = await listPersonLines(desk.store, { order: 'said', limit: 100 })
    const counted = items.map(({ entity, said }) => [entity, said])
    const speakers = (await listSpeakers(desk)).map(({ id, said }) => [id, said])
    assert.deepEqual(counted.sort(), speakers.sort())
    assert.ok(items.length > 2)
  })
})

test('lines tell what the reports tell', async () => {
  await withDesk(async (desk) => {
    await take(desk, REPORTS)
    const { items: claims } = await listClaimLines(desk.store, { order: 'reach', limit: 1 })
    const [claim = assert.fail()] = claims
    assert.match(claim.wording, /truce/)
    assert.deepEqual(
      [claim.standing, claim.standingBefore, claim.standingSince?.slice(0, 10), claim.denied],
      ['confirmed', 'contested', '2031-03-07', 1],
    )
    const { items: reports } = await listReportLines(desk.store, { order: 'printed', limit: 10 })
    assert.deepEqual(
      reports.map(({ name, isLater, said }) => [name, isLater ?? false, said > 0]),
      [
        ['page-again', true, true],
        ['page', false, true],
        ['denial', false, true],
        ['silence', false, true],
        ['offer', false, true],
        ['nobody', false, false],
        ['undated', false, true],
      ],
    )
  })
})

test('a desk of the version before gets its catalogue with the next derive, whatever was cut short on the way', async () => {
  const dir = mkdtempSync(join(root, 'older-'))
  const first = await openTestDesk(dir)
  await take(first, REPORTS)
  const kept = dump(first.store)
  await first.close()
  const raw = new DatabaseSync(join(dir, 'derived.db'))
  for (const name of TABLES) raw.exec(`drop table ${name}`)
  raw.exec(
    `drop table claim_change; drop table claim_epoch; delete from kysely_migration where name >= '0007'; pragma user_version = 6`,
  )
  raw.close()
  const desk = await openTestDesk(dir)
  assert.ok(isPending(desk))
  assert.equal((await listReportLines(desk.store, { order: 'printed', limit: 10 })).items.length, 0)
  const { waiting } = await countOf(desk.store)
  const killed = { noun: 'doc', isLate: true, limit: 3 } as const
  await assert.rejects(
    takeTouched(desk.store, killed, () => Promise.reject(new Error('killed'))),
    /killed/,
  )
  assert.equal((await countOf(desk.store)).waiting, waiting)
  await derive(desk)
  assert.deepEqual(dump(desk.store), kept)
  assert.ok(!isPending(desk))
  await desk.close()
})

const TABLES = [...Object.keys(DUMPED), 'catalogue_state', 'search_report', 'search_said', 'search_claim']
