// What is left to make keeps whoever wants to see the desk waiting only where it is little.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { derive } from './derive.ts'
import { isSoonDone } from './is-soon-done.ts'
import { openDesk } from './open-desk.ts'
import { handIn, MAKERS, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

test('a desk with hundreds of reports to read, all to link anew for another version, or thousands of lines to write is not soon done', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-soon-'))
  try {
    const desk = await openDesk(dir, { rooms: standIn(MAKERS) })
    const take = (from: number, count: number): Promise<unknown> =>
      takeIn(desk, handIn(Array.from({ length: count }, (_, i) => `report ${from + i} of the levy`)), () => {})
    assert.equal(isSoonDone(desk), true)
    await take(0, 300)
    assert.equal(isSoonDone(desk), true)
    await take(300, 1)
    assert.equal(isSoonDone(desk), false)
    await derive(desk)
    assert.equal(isSoonDone(desk), true)
    await take(301, 5)
    assert.equal(isSoonDone(desk), true)
    await derive(desk)
    const touch = async (count: number): Promise<void> => {
      const ids = Array.from({ length: count }, (_, i) => `claim ${count} ${i}`)
      const { derived } = await desk.store.kysely()
      const rows = sql`select 0, 'claim', value from json_each(${JSON.stringify(ids)})`
      await sql`insert into touched (late, noun, id) ${rows}`.execute(derived)
    }
    await touch(10_000)
    assert.equal(isSoonDone(desk), true)
    await touch(1)
    assert.equal(isSoonDone(desk), false)
    await desk.close()
    const later = await openDesk(dir, { rooms: standIn({ ...MAKERS, linker: 'link@2' }) })
    assert.equal(isSoonDone(later), false)
    await later.close()
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
