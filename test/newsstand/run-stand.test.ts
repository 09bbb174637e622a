// A planted breach: where the settings let all of loopback in, the canaries are reached and the judge says so. Without this the
// silence of the canaries elsewhere would tell nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFolder } from '../readout.ts'
import { runStand } from './run-stand.ts'
import { HOUR } from './stand.ts'

test('whoever is let in to inner addresses is heard of', async () => {
  const { verdict, watched } = await runStand({
    folder: makeFolder(),
    seed: 1,
    hosts: 4,
    pages: 90,
    days: 0.1,
    vices: ['to-inner', 'rebind', 'robots-inner'],
    factor: 30,
    stride: 30_000,
    grace: HOUR,
    lease: 48 * HOUR,
    networks: ['127.0.0.0/8'],
  })
  const said = verdict.faults.join('; ')
  assert.match(said, /a canary was reached: 127\.0\.0\.1/)
  assert.match(said, /a canary was reached: 127\.0\.0\.9/)
  assert.match(said, /a connection to 127\.0\.0\.1 was tried/)
  assert.match(said, /struck by to-inner \(refused guard\)/)
  assert.ok(watched[0]?.reached.includes('127.0.0.9'))
})
