// Who leads, with time in our hands.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../archive/open-store.ts'
import { makeLeads, STILL_MS } from './lead.ts'

test('one leads; another takes over when it stood still, however far apart their clocks are', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-lead-'))
  const store = await openStore(dir)
  let ms = 0
  let gone = ''
  const open = (holder: string, at: string) =>
    makeLeads(
      { store, now: () => at },
      { holder, roles: ['ask', 'link'], elapsed: () => ms, isGone: (name) => name === gone },
    )
  const one = open('one', '2031-05-06T10:00:00.000Z')
  const other = open('other', '2031-05-07T10:00:00.000Z') // a day ahead
  const leading = () => [one.of('ask') !== undefined, other.of('ask') !== undefined]
  const both = async (): Promise<void> => {
    await one.look()
    await other.look()
  }
  await both()
  for (let at = 0; at < 10; at++) {
    ms += STILL_MS / 4
    await both()
    assert.deepEqual(leading(), [true, false])
  }
  // the one is frozen: the other waits for as long as a beat may stand still, and no longer
  for (let at = 1; at <= 3; at++) {
    ms += STILL_MS / 4
    await other.look()
    assert.equal(other.of('ask'), undefined)
  }
  assert.equal(one.of('link')?.fence, 1)
  ms += STILL_MS / 4
  assert.equal(one.of('link'), undefined, 'it is not sure of it any more')
  await other.look()
  assert.deepEqual(leading(), [false, true])
  await one.look() // woken
  assert.deepEqual(leading(), [false, true])
  gone = 'other' // killed, on this machine
  ms += 1
  await one.look()
  assert.equal(one.of('ask')?.fence, 3)
  await one.leave()
  const third = open('third', '2031-05-06T10:00:00.000Z')
  await third.look()
  assert.equal(one.of('ask'), undefined)
  assert.equal(third.of('ask')?.fence, 4)
  store.close()
  await rm(dir, { recursive: true })
})
