// A desk that works in the background applies what somebody rules while they look: the process that links is kept at hand.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { findClaim, findWalk, listLinked } from '../../src/archive/linked.ts'
import { workInBackground } from '../../src/desk/background.ts'
import { type Asked, decide } from '../../src/desk/decide.ts'
import { decisionsOn } from '../../src/desk/decisions-on.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makeFolder, readout } from '../readout.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'sample', 'reports')
const LATEST_MS = 60_000 // it is done, not how fast: that is printed, and is well under two seconds where nothing else runs

test('a merge and its undoing show soon after they are kept, and are told as being applied until then', async () => {
  const dir = join(makeFolder(), 'desk')
  const { status, err } = await readout(['add', join(SAMPLE, '01-meridian-dam-offer.html'), '--desk', dir])
  assert.equal(status, 0, err)
  const desk = await openDesk(dir)
  const background = workInBackground(desk, '0', { isFollowing: false, onFault: (message) => assert.fail(message) })
  const nudged = { ...desk, nudge: () => background.nudge() }
  const [keep, absorb] = listLinked(desk.store, 'claim').map(({ id }) => id)
  const ask = async (asked: Pick<Asked, 'kind' | 'ids'>): Promise<number> => {
    const { number } = await decide(nudged, { ...asked, by: 'Ada Orme', why: 'as read in print' })
    const began = performance.now()
    const own = () => decisionsOn(desk.store, [{ noun: 'claim', ids: [keep ?? ''] }])
    assert.equal(own().at(-1)?.isBeingApplied, (findWalk(desk.store)?.linkedTo ?? 0) < number)
    while ((findWalk(desk.store)?.linkedTo ?? 0) < number) {
      assert.ok(performance.now() - began < LATEST_MS, 'it takes too long')
      await pause(20)
    }
    assert.equal(own().at(-1)?.isBeingApplied, false)
    return performance.now() - began
  }
  try {
    const first = await ask({ kind: 'merge', ids: [keep ?? '', absorb ?? ''] })
    assert.equal(findClaim(desk.store, absorb ?? '')?.claim.id, keep)
    const second = await ask({ kind: 'undo', ids: [String(findWalk(desk.store)?.linkedTo)] })
    assert.equal(findClaim(desk.store, absorb ?? '')?.claim.id, absorb)
    console.log(`a process begun: ${Math.round(first)} ms; at hand: ${Math.round(second)} ms`)
  } finally {
    await background.end()
    await desk.close()
  }
})
