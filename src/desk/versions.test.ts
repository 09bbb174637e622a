import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dumpDigest } from '../archive/dump-digest.ts'
import { listReadDocs } from '../archive/list-reads.ts'
import { check } from './check.ts'
import { derive } from './derive.ts'
import type { Desk } from './desk.ts'
import { openDesk } from './open-desk.ts'
import { rebuild } from './rebuild.ts'
import { handIn, type Report, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-versions-'))
after(() => rmSync(root, { recursive: true, force: true }))

async function openNew(): Promise<{ desk: Desk; rooms: ReturnType<typeof standIn> }> {
  const rooms = standIn()
  return { rooms, desk: await openDesk(mkdtempSync(join(root, 'desk-')), { rooms }) }
}

async function add(desk: Desk, ...reports: readonly Report[]): Promise<void> {
  await takeIn(desk, handIn(reports), () => {})
}

const URL = 'https://courier.karsk.example/levy'
const asSeen = (text: string, name: string, url = URL): Report => ({ text, name, url })

const LEVY = [
  asSeen('Levy talks go on', 'levy'),
  asSeen('Levy  talks go on', 'levy-2', `${URL}?utm_source=post#top`),
  asSeen('“Levy” talks broke down', 'levy-3'),
  asSeen('Levy talks go on', 'dam', 'https://courier.karsk.example/dam'),
  asSeen('"Levy" talks broke  down', 'levy-4'),
]

async function readNames({ store }: Desk): Promise<string[]> {
  return (await listReadDocs(store, { after: 0, limit: 9 })).map(({ readDoc }) => readDoc.doc.name)
}

test('of one page the same words are read once, other words are another version', async () => {
  const { desk, rooms } = await openNew()
  await add(desk, ...LEVY)
  const { read } = await derive(desk)
  assert.equal(read, 3)
  assert.deepEqual(
    rooms.asked.filter((asked) => asked.startsWith('read')),
    ['read levy', 'read levy-3', 'read dam'],
  )
  assert.deepEqual(await readNames(desk), ['levy', 'levy-3', 'dam'])
  const { breaches, notYetMade } = check(desk)
  assert.deepEqual([breaches, notYetMade], [[], undefined])
  await desk.close()
})

test('one report a walk, all in one walk, and a rebuild give the same', async () => {
  const [all, each] = [await openNew(), await openNew()]
  await add(all.desk, ...LEVY)
  await derive(all.desk)
  for (const report of LEVY) {
    await add(each.desk, report)
    await derive(each.desk)
  }
  assert.deepEqual(await readNames(each.desk), await readNames(all.desk))
  const before = dumpDigest(each.desk.store)
  assert.equal((await rebuild(each.desk)).digest, before)
  assert.deepEqual(check(each.desk).breaches, [])
  await all.desk.close()
  await each.desk.close()
})
