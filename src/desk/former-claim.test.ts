import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listLinked } from '../archive/linked.ts'
import { derive } from './derive.ts'
import { findFormerClaim } from './former-claim.ts'
import { openDesk } from './open-desk.ts'
import { rebuild } from './rebuild.ts'
import { handIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-former-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const SAID = 'Ilse Marrow said that Veldania had offered Karsk a truce along the Ketter river.'

test('the id that a claim had before an earlier report came late still leads to it', async () => {
  const desk = await openDesk(join(folder, 'desk'))
  try {
    const add = (name: string, text: string, published: string) =>
      takeIn(desk, handIn([{ name, text, published, outlet: `${name} Courier` }]), () => {})
    await add('later', SAID, '2031-03-06T00:00:00.000Z')
    await derive(desk)
    const [before] = listLinked(desk.store, 'claim')
    await add('earlier', `On Monday ${SAID}`, '2031-03-04T00:00:00.000Z')
    await derive(desk)
    const [now, ...others] = listLinked(desk.store, 'claim')
    assert.ok(before && now && others.length === 0)
    assert.notEqual(now.id, before.id)
    assert.equal(findFormerClaim(desk, before.id)?.claim.id, now.id)
    assert.equal(findFormerClaim(desk, '0'.repeat(20)), undefined)
    await rebuild(desk)
    assert.equal(findFormerClaim(desk, before.id)?.claim.id, now.id)
  } finally {
    await desk.close()
  }
})
