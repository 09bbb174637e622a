// A removal on PostgreSQL: no row of the desk's tables has its words any more, and the check accepts what is left.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { check } from '../../src/desk/check.ts'
import { decide } from '../../src/desk/decide.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { issueEdition } from '../../src/desk/editions/issue-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { closeRemovals, listOpen } from '../../src/desk/removal/close-removal.ts'
import { remove } from '../../src/desk/removal/remove.ts'
import { by, claimOf, now, PLANTED, REPORTS, ROOMS, WEEK } from '../../src/desk/removal/small-desk.contract.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { startPostgres } from './start-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-postgres-removal-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The tables in whose rows one of the words stands. */
function tablesWith({ store }: Desk): string[] {
  const names = store.plain.rows(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('truth', 'derived', 'state') order by 1`)
  const holds = (text: string): boolean => PLANTED.some((word) => text.toLowerCase().includes(word))
  return names.flatMap(({ name }) => {
    const rows = store.plain.rows(`select * from ${String(name)}`)
    const texts = rows.flatMap((row) =>
      Object.values(row).map((value) =>
        value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value),
      ),
    )
    return texts.some(holds) ? [String(name)] : []
  })
}

test('what was removed stands in no row, and everything else stands as it did', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const desk = await openDesk(join(folder, 'desk'), { rooms: ROOMS, now, url })
  try {
    await takeIn(desk, handIn(REPORTS), () => {})
    await derive(desk)
    const [ferries, halt] = [claimOf(desk, 'Quinzelbar'), claimOf(desk, 'shelling')]
    await decide(desk, { kind: 'different', ids: [ferries, halt], by, why: 'Quinzelbar is no part of the halt' })
    await derive(desk)
    await draftEdition(desk, { week: WEEK, by, why: '' })
    await issueEdition(desk, { week: WEEK, by, why: 'out', from: 1 })
    assert.ok(tablesWith(desk).length > 5)
    await remove(desk, { named: ['quinzelbar-offer'], cause: 'law', why: 'court order 12', by }, { who: by })
    await closeRemovals(desk, { who: by })
    assert.deepEqual(tablesWith(desk), [])
    assert.deepEqual(await listOpen(desk), [])
    assert.deepEqual(check(desk).breaches, [])
  } finally {
    await desk.close()
  }
})
