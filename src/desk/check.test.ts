// Each kind of harm that can come to a desk's files is found, and the thing that was harmed is named.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { findWalk, listLinked } from '../archive/linked.ts'
import type { Claim } from '../model/claim.ts'
import { ReadoutError } from '../model/errors.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { check } from './check.ts'
import { derive } from './derive.ts'
import type { Desk, Rooms } from './desk.ts'
import { openDesk } from './open-desk.ts'
import { rebuild } from './rebuild.ts'
import { handIn, linkedOf, MAKERS, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-check-'))
const sound = join(root, 'sound')
after(() => rmSync(root, { recursive: true, force: true }))

before(async () => {
  let minute = 0
  const now = (): string => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString()
  const desk = await openDesk(sound, { rooms: tellAll(), now })
  const reports = Array.from({ length: 60 }, (_, i) => ({
    name: `report-${i}`,
    outlet: 'Karsk Courier',
    text: `report ${i} of the levy talks ${'in Karsk '.repeat(200)}`,
  }))
  await takeIn(desk, handIn(reports), () => {})
  await derive(desk)
  await desk.close()
})

/** Rooms that put each claim into the ledger too. */
function tellAll(): Rooms {
  return standIn(MAKERS, (docs) => {
    const made = linkedOf(docs)
    return { ...made, rows: made.claims.map(rowOf) }
  })
}

function rowOf({ id, wording }: Claim): LedgerRow {
  const lists = { reasons: [], assertedIn: [], confirmedBy: [], deniedBy: [], declinedToComment: [], correctedBy: [] }
  const counts = { independentOrigins: [], atLeast: 1, atMost: 1, unknownLineage: 0 }
  return { claim: id, wording, standing: 'contested', ...counts, ...lists, rejectedBy: [] }
}

/** Harms a copy of the sound desk by SQL, triggers out of the way, and gives back what the check then says. */
async function breachesAfter(file: 'truth.db' | 'derived.db', sql: string): Promise<string[]> {
  return breachesOf((dir) => {
    const raw = new DatabaseSync(join(dir, file))
    const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all()
    for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
    raw.exec(`pragma foreign_keys = off; ${sql}`)
    for (const trigger of triggers) raw.exec(String(trigger.sql))
    raw.close()
  })
}

async function breachesOf(harm: (dir: string) => void): Promise<string[]> {
  const dir = mkdtempSync(join(root, 'harmed-'))
  cpSync(sound, dir, { recursive: true })
  harm(dir)
  const desk = await openDesk(dir, { rooms: tellAll() })
  try {
    return check(desk).breaches.map(({ what, reason }) => `${what}: ${reason}`)
  } finally {
    await desk.close()
  }
}

test('a sound desk has no breach, and says how much was tried', async () => {
  const desk = await openDesk(sound, { rooms: tellAll() })
  const { counts, breaches } = check(desk)
  await desk.close()
  assert.deepEqual(breaches, [])
  const { captures, payloads, docs, readings } = counts
  assert.deepEqual({ captures, payloads, docs, readings }, { captures: 60, payloads: 60, docs: 60, readings: 60 })
})

const harms: readonly [name: string, file: 'truth.db' | 'derived.db', sql: string, found: readonly RegExp[]][] = [
  [
    'a flipped byte in a payload',
    'truth.db',
    "update payload set bytes = cast(replace(cast(bytes as text), 'levy', 'bevy') as blob) where rowid = 7",
    [/^payload [0-9a-f]{64}: its bytes were changed$/],
  ],
  [
    'a payload that is gone',
    'truth.db',
    'delete from payload where rowid = 7',
    [/^payload [0-9a-f]{64}: it is gone, yet capture 7 brought it$/],
  ],
  [
    'a log entry taken out',
    'truth.db',
    'delete from log where number = 5',
    [
      /^log entry 6: entry 5 before it is gone$/,
      /^log entry 6: it does not carry the digest of the entry before it$/,
      /^capture 5 \(.*\): the log has no entry for it$/,
    ],
  ],
  [
    'an edited log entry',
    'truth.db',
    "update log set at = '2030-01-01T00:00:00.000Z' where number = 5",
    [/^log entry 6: it does not carry/, /^capture 5 .*: the log dates it otherwise than its record$/],
  ],
  [
    'the last entry edited',
    'truth.db',
    "update log set at = '2030-01-01T00:00:00.000Z' where number = 60",
    [/^capture 60 .*: the log dates it otherwise than its record$/],
  ],
  [
    'two captures that changed places',
    'truth.db',
    'update capture set number = -5 where number = 5; update capture set number = 5 where number = 6; update capture set number = 6 where number = -5',
    [
      /^log entry 5: what it names/,
      /^log entry 6: what it names/,
      /^report report-4 .* at 5, but 6/,
      /^report report-5 .* at 6, but 5/,
      /^capture 5/,
      /^capture 6/,
    ],
  ],
  [
    'an edited record',
    'truth.db',
    `update capture set record = replace(record, '"text/plain"', '"text/html"') where number = 5`,
    [/^capture 5 \(.*\): its record was changed/],
  ],
  [
    'the tail cut off cleanly',
    'truth.db',
    'delete from report where first = 60; delete from capture where number = 60; delete from log where number = 60; delete from payload where rowid = 60',
    [/^log: it ends at 59, yet the ledger was made from 60 entries$/, /^doc .*never came in/],
  ],
  [
    'another name for a report',
    'truth.db',
    "update report set name = 'brief' where first = 5",
    [/^report brief .*: its name is not the one it came under/, /^doc .*name/],
  ],
  [
    'a changed text',
    'derived.db',
    `update doc set record = replace(record, 'report 5 of the levy', 'levied 5 of the port') where first = 6`,
    [/^doc .*: its text was changed: it has another digest$/, /^claim claim-5: its evidence does not hold/],
  ],
  [
    'a changed outlet',
    'derived.db',
    `update doc set record = replace(record, '"outlet":"Karsk Courier"', '"outlet":"Highland Radio"') where first = 6`,
    [/^doc report-5 .*: its record was changed: it has another digest$/],
  ],
  [
    'a doc said to be of another report’s words',
    'derived.db',
    "update doc set given = 'something else' where first = 6",
    [/^doc report-5 .*: its record was changed: it has another digest$/],
  ],
  [
    'a doc that is gone',
    'derived.db',
    'delete from doc where first = 6',
    [
      /^reading of [0-9a-f]{20} by read@1: the doc that it reads is not there$/,
      /^claim claim-5: its evidence is of a doc/,
      /^report report-5: neither a doc nor a fault was made of it; "readout rebuild"/,
      /^doc rows: 59, where 60 were made; "readout rebuild" makes it again$/,
    ],
  ],
  [
    'a reading that is gone',
    'derived.db',
    'delete from reading where rowid = 3',
    [/^doc report-\d+: it has neither a reading nor a fault/, /^reading rows: 59, where 60 were made/],
  ],
  [
    'ledger rows that are gone',
    'derived.db',
    "delete from linked where noun = 'ledger_row'",
    [/^ledger row rows: 0, where 60 were made/],
  ],
  [
    'another standing in a ledger row',
    'derived.db',
    `update linked set record = replace(record, '"contested"', '"confirmed"') where noun = 'ledger_row'`,
    [/^ledger row rows: they are not as they were made/],
  ],
  [
    'a linked record that says nothing',
    'derived.db',
    "update linked set record = 'null' where noun = 'claim' and id = 'claim-3'",
    [/^claim claim-3: its record cannot be read$/, /^claim rows: they are not as they were made/],
  ],
  [
    'the walk that is gone',
    'derived.db',
    'delete from walk',
    [/^walk: what was linked is there, but not what was linked of/],
  ],
  ['sums that are gone', 'derived.db', 'delete from sum', [/^sums: how much was made is not said; "readout rebuild"/]],
  [
    'a linked row said to be another’s',
    'derived.db',
    "update linked set owner = 'claim claim-4' where noun = 'claim' and id = 'claim-3'",
    [/^claim rows: they are not as they were made/],
  ],
  [
    'a fault that nobody made',
    'derived.db',
    "insert into fault values ('r', 'read@1', 1, 'NO_TEXT', 'no text')",
    [/^fault rows: 1, where 0 were made/],
  ],
  [
    'a span out of range',
    'derived.db',
    `update reading set record = replace(record, '"end":4', '"end":400000') where rowid = 3`,
    [/^reading of .*: its record was changed: it has another digest$/],
  ],
  [
    'evidence with other words',
    'derived.db',
    `update linked set record = replace(record, '"quote":"repo"', '"quote":"levy"') where id = 'claim-3'`,
    [/^claim claim-3: its evidence does not hold: .* has other words at 0-4$/, /^claim rows: they are not as/],
  ],
  [
    'a record that is no JSON',
    'derived.db',
    `update linked set record = '{' where noun = 'claim' and id = 'claim-3'`,
    [/^claim claim-3: its record cannot be read$/, /^claim rows: they are not as they were made/],
  ],
]

for (const [name, file, sql, found] of harms) {
  test(`found: ${name}`, async () => {
    const breaches = await breachesAfter(file, sql)
    for (const pattern of found)
      assert.ok(
        breaches.some((breach) => pattern.test(breach)),
        `${pattern} in ${breaches.join('\n')}`,
      )
    for (const breach of breaches)
      assert.ok(
        found.some((pattern) => pattern.test(breach)),
        breach,
      )
  })
}

test('triggers that are gone are named', async () => {
  const breaches = await breachesOf((dir) => {
    const raw = new DatabaseSync(join(dir, 'truth.db'))
    raw.exec('drop trigger capture_no_update; drop trigger log_no_delete; drop trigger log_no_update')
    raw.exec("create trigger log_no_update before update on log begin select 'nothing'; end")
    raw.close()
  })
  assert.deepEqual(breaches, [
    'table log of truth.db: nothing refuses to update or delete its rows any more',
    'table capture of truth.db: nothing refuses to update its rows any more',
  ])
})

test('what was cut short is no breach, and is not called whole', async () => {
  const dir = mkdtempSync(join(root, 'cut-'))
  cpSync(sound, dir, { recursive: true })
  const desk = await openDesk(dir, { rooms: tellAll() })
  try {
    assert.equal(check(desk).notYetMade, undefined)
    const gone = (): never => {
      throw new Error('the lights went out')
    }
    const failing: Desk = { ...desk, openReader: gone }
    await assert.rejects(rebuild(failing), /lights/)
    const { breaches, notYetMade } = check(desk)
    assert.deepEqual(breaches, [])
    assert.equal(notYetMade, 'the ledger, with 60 of 60 reports still to be read; "readout ledger" makes it')
    await derive(desk)
    await takeIn(desk, handIn(['port stays shut']), () => {})
    assert.match(check(desk).notYetMade ?? '', /with 1 of 61 reports/)
    await assert.rejects(derive({ ...desk, linker: () => Promise.reject(new Error('and again')) }), /again/)
    assert.equal(check(desk).notYetMade, 'the ledger; "readout ledger" makes it')
    assert.deepEqual(check(desk).breaches, [])
  } finally {
    await desk.close()
  }
})

test('a doc that was harmed is not kept as good when its report is seen again', async () => {
  const dir = mkdtempSync(join(root, 'harmed-'))
  cpSync(sound, dir, { recursive: true })
  const raw = new DatabaseSync(join(dir, 'derived.db'))
  raw.exec(`update doc set record = replace(record, 'Karsk Courier', 'Highland Radio') where first = 6`)
  raw.close()
  const desk = await openDesk(dir, { rooms: tellAll() })
  try {
    assert.equal(check(desk).breaches.length, 1)
    const text = `report 5 of the levy talks ${'in Karsk '.repeat(200)}`
    await takeIn(desk, handIn([{ name: 'report-5', outlet: 'Karsk Courier', text }]), () => {})
    await derive(desk)
    assert.deepEqual(check(desk).breaches, [])
  } finally {
    await desk.close()
  }
})

test('a flipped byte in a record: its capture is named, its report is a fault, and all else is made again', async () => {
  const dir = mkdtempSync(join(root, 'harmed-'))
  cpSync(sound, dir, { recursive: true })
  flipByte(join(dir, 'truth.db'), '"name":"report-5"')
  const desk = await openDesk(dir, { rooms: tellAll() })
  try {
    const { breaches } = check(desk)
    assert.equal(breaches.length, 1, JSON.stringify(breaches))
    assert.match(breaches[0]?.what ?? '', /^capture 6 \(/)
    const { read, faults } = await rebuild(desk)
    assert.equal(read, 59)
    assert.deepEqual(
      faults.map(({ name, code }) => [name, code]),
      [['report-5', 'STORE_DAMAGED']],
    )
    assert.match(faults[0]?.message ?? '', /^report-5: .*capture 6/)
    assert.equal(listLinked(desk.store, 'claim').length, 59)
    const bytes = `report 5 of the levy talks ${'in Karsk '.repeat(200)}`
    const names: string[] = []
    await takeIn(
      desk,
      handIn([{ name: 'report-5', outlet: 'Karsk Courier', text: bytes }, 'port stays shut']),
      ({ name }) => names.push(name),
    )
    assert.deepEqual(names, ['report-5', 'port-stays-shut'])
    await derive(desk)
    assert.equal(findWalk(desk.store)?.linkedTo, 62)
  } finally {
    await desk.close()
  }
})

test('rebuild leaves the ledger that stands where the truth cannot be read to its end', async () => {
  const dir = mkdtempSync(join(root, 'harmed-'))
  cpSync(sound, dir, { recursive: true })
  const path = join(dir, 'truth.db')
  const bytes = readFileSync(path)
  const at = bytes.indexOf('report 30 of the levy talks')
  bytes[at - (at % 4096)] = 0xff // the kind of the page that holds these bytes
  writeFileSync(path, bytes)
  const desk = await openDesk(dir, { rooms: tellAll() })
  try {
    await assert.rejects(rebuild(desk), { code: 'STORE_DAMAGED' })
    assert.equal(listLinked(desk.store, 'claim').length, 60)
    assert.equal(findWalk(desk.store)?.linkedTo, 60)
  } finally {
    await desk.close()
  }
})

/** Changes the first byte of the words wherever they stand in the file: a page that was split still holds them too. */
function flipByte(path: string, words: string): void {
  const bytes = readFileSync(path)
  assert.ok(bytes.includes(words), words)
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words)) bytes[at] = (bytes[at] ?? 0) ^ 0x04
  writeFileSync(path, bytes)
}

test('a file cut anywhere is a clear refusal or a list of breaches, never a crash', async () => {
  for (const file of ['truth.db', 'derived.db']) {
    const { size } = statSync(join(sound, file))
    for (const part of [0.05, 0.3, 0.6, 0.95]) {
      try {
        const breaches = await breachesOf((dir) => truncateSync(join(dir, file), Math.floor((size * part) / 512) * 512))
        assert.notEqual(breaches.length, 0, `${file} cut to ${part}`)
      } catch (error) {
        assert.ok(error instanceof ReadoutError, String(error))
        assert.equal(error.code, 'STORE_DAMAGED')
        assert.match(error.message, /readout check|readout rebuild/)
      }
    }
  }
})

test('a flipped bit in the name of a column is found, and whoever reads it is told that the file is damaged', async () => {
  const harm = (dir: string): void => {
    const path = join(dir, 'truth.db')
    const bytes = readFileSync(path)
    const table = 'CREATE TABLE "log"' // of which SQLite may have left copies behind
    for (let at = bytes.indexOf(table); at !== -1; at = bytes.indexOf(table, at + 1)) {
      const name = bytes.indexOf('"what"', at)
      bytes[name + 3] = (bytes[name + 3] ?? 0) ^ 8 // "whit"
    }
    writeFileSync(path, bytes)
  }
  const breaches = await breachesOf(harm)
  assert.ok(
    breaches.some((told) => /^truth\.db: .*no such column: \S*what/.test(told)),
    breaches.join('\n'),
  )
  assert.ok(
    breaches.some((told) => /^what it holds: it cannot be read to its end/.test(told)),
    breaches.join('\n'),
  )
  const dir = join(root, 'whit')
  cpSync(sound, dir, { recursive: true })
  harm(dir)
  const desk = await openDesk(dir, { rooms: tellAll() })
  await assert.rejects(derive(desk), {
    code: 'STORE_DAMAGED',
    message: /damaged \(no such column.*has to come from a backup/,
  })
  await desk.close()
})
