// Settings that several change at once, in one process and in two: no change is lost, and what is refused leaves no trace.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listAuditedOf } from '../archive/audit.ts'
import { alterSettings } from './alter-settings.ts'
import { addWatch } from './change-watches.ts'
import { readSettings } from './keep-settings.ts'
import { openDesk } from './open-desk.ts'

const dir = await mkdtemp(join(tmpdir(), 'readout-alter-'))
const desks = [await openDesk(dir), await openDesk(dir)] as const // as two processes have it
after(async () => {
  for (const desk of desks) await desk.close()
  await rm(dir, { recursive: true })
})

test('of watches that two add at once none is lost', async () => {
  const ids = Array.from({ length: 12 }, (_, nth) => `watch-${nth}`)
  await Promise.all(
    ids.map((id, nth) => addWatch(desks[nth % 2 === 0 ? 0 : 1], { id, name: `Watch ${nth}`, words: ['dam'] }, {})),
  )
  const { watches = [] } = await readSettings(dir)
  assert.deepEqual(watches.map(({ id }) => id).sort(), ids.sort())
  assert.equal((await listAuditedOf(await desks[0].store.state(), 'settings changed')).length, 12)
})

test('what is refused is given back, and neither written nor noted', async () => {
  const before = await readSettings(dir)
  const given = await alterSettings(desks[0], { detail: 'contact', doer: {} }, async () => ({ refused: 'no' }))
  assert.equal(given, 'no')
  await assert.rejects(
    alterSettings(desks[0], { detail: 'inFlight', doer: {} }, async (known) => ({
      settings: { ...known, inFlight: -1 },
    })),
    /inFlight/,
  )
  assert.deepEqual(await readSettings(dir), before)
  assert.equal((await listAuditedOf(await desks[0].store.state(), 'settings changed')).length, 12)
})
