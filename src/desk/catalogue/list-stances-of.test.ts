// Whoever took a stance on a claim is found, whether all of the claim is looked through or only the reports where they speak.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { listLinked } from '../../archive/linked.ts'
import { listStancesOf } from '../../archive/list-stances-of.ts'
import { makeFullDesk } from './full-desk.contract.ts'

test('the stances of everybody on every claim are found both ways', async () => {
  const root = mkdtempSync(join(tmpdir(), 'readout-stances-'))
  const { store, close } = await makeFullDesk(join(root, 'desk'))
  try {
    const all = listLinked(store, 'stance')
    const claims = listLinked(store, 'claim').map(({ id }) => id)
    const holders = new Set(all.map(({ holder }) => holder))
    assert.ok(holders.size > 3)
    for (const holder of holders) {
      const own = claims.flatMap((claim) => all.filter((one) => one.claim === claim && one.holder === holder))
      assert.deepEqual(listStancesOf(store, holder, claims), own)
      assert.deepEqual(listStancesOf(store, holder, claims, 0), own)
    }
  } finally {
    await close()
    rmSync(root, { recursive: true, force: true })
  }
})
