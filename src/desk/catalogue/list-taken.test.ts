// What each holder did to each claim stands in the catalogue as it follows from the stances.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { findTaken } from '../../archive/catalogue/taken-acts.ts'
import { listLinked } from '../../archive/linked.ts'
import { openStore } from '../../archive/open-store.ts'
import type { Store } from '../../archive/store.ts'
import { listTaken } from '../../model/list-taken.ts'
import type { Stance } from '../../model/timeline.ts'
import { makeFullDesk } from './full-desk.contract.ts'
import { keepCatalogue } from './keep-catalogue.ts'

const stance = (holder: string, act: string, printed?: string) =>
  ({ holder, act, ...(printed && { printed }) }) as unknown as Stance

test('an act counts once a day, in the order of printing, the undated last', () => {
  const taken = listTaken([
    stance('hale', 'denies'),
    stance('hale', 'denies', '2031-03-06T10:00:00.000Z'),
    stance('hale', 'asserts', '2031-03-04T08:00:00.000Z'),
    stance('hale', 'asserts', '2031-03-04T09:30:00.000Z'),
    stance('roke', 'confirms', '2031-03-05T00:00:00.000Z'),
  ])
  assert.deepEqual(
    [...taken],
    [
      [
        'hale',
        [
          { act: 'asserts', printed: '2031-03-04T09:30:00.000Z' },
          { act: 'denies', printed: '2031-03-06T10:00:00.000Z' },
          { act: 'denies' },
        ],
      ],
      ['roke', [{ act: 'confirms', printed: '2031-03-05T00:00:00.000Z' }]],
    ],
  )
})

test('what everybody did to every claim is found, and nothing of those who are only spoken of', async () => {
  const root = mkdtempSync(join(tmpdir(), 'readout-taken-'))
  const { store, close } = await makeFullDesk(join(root, 'desk'))
  try {
    assertAllFound(store)
  } finally {
    await close()
    rmSync(root, { recursive: true, force: true })
  }
})

test('in a desk of the version before it is found before it is written, and is written by the next walk', async () => {
  const root = mkdtempSync(join(tmpdir(), 'readout-taken-'))
  const dir = join(root, 'desk')
  const { close } = await makeFullDesk(dir)
  await close()
  const raw = new DatabaseSync(join(dir, 'derived.db'))
  raw.exec(`alter table claim_entity drop column acts; pragma user_version = 8;
    delete from kysely_migration where name >= '0009-acts-of-holders'`)
  raw.close()
  const store = await openStore(dir)
  const unwritten = (): number => store.plain.rows('select 1 from derived.claim_entity where acts is null').length
  try {
    assert.ok(unwritten() > 0)
    assertAllFound(store)
    await keepCatalogue({ store }, false) // the lines of before stay until a walk is at its end
    assert.ok(unwritten() > 0)
    await keepCatalogue({ store })
    assert.equal(unwritten(), 0)
    assertAllFound(store)
  } finally {
    store.close()
    rmSync(root, { recursive: true, force: true })
  }
})

function assertAllFound(store: Store): void {
  const all = listLinked(store, 'stance')
  const claims = listLinked(store, 'claim').map(({ id }) => id)
  const holders = new Set(all.map(({ holder }) => holder))
  assert.ok(holders.size > 3)
  for (const holder of holders) {
    const own = claims.flatMap((claim) => {
      const taken = listTaken(all.filter((one) => one.claim === claim)).get(holder)
      return taken ? [[claim, taken] as const] : []
    })
    assert.deepEqual(findTaken(store, holder, claims), new Map(own))
  }
}
