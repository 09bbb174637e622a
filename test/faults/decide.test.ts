// Two people, in processes of their own, rule on one claim at the same time: one ruling is kept, and the other person is told.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { listSound } from '../../src/archive/keep-decision.ts'
import { listLinked } from '../../src/archive/linked.ts'
import type { Asked } from '../../src/desk/decide.ts'
import { derive } from '../../src/desk/derive.ts'
import { fingerprintOf } from '../../src/desk/fingerprint-of.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { handIn, standIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { makeFolder } from '../readout.ts'

const ROUNDS = 6

function begin(dir: string, asked: Asked): ChildProcess {
  const worker = join(import.meta.dirname, 'decide-worker.ts')
  return spawn(process.execPath, [worker, dir, JSON.stringify(asked)], { stdio: ['pipe', 'pipe', 'inherit'] })
}

test('of two at once exactly one is kept, each time', async () => {
  const dir = join(makeFolder(), 'desk')
  const desk = await openDesk(dir, { rooms: standIn() })
  await takeIn(desk, handIn(['truce talks in Karsk', 'grain talks in Orlenne', 'dam talks in Sennar']), () => {})
  await derive(desk)
  const [keep, ...others] = listLinked(desk.store, 'claim').map(({ id }) => id)
  for (let round = 1; round <= ROUNDS; round++) {
    const seen = fingerprintOf(desk.store, { noun: 'claim', id: keep ?? '' })
    const all = ['Ada Orme', 'Bela Orme'].map((by, at): Asked => {
      return { kind: 'merge', ids: [keep ?? '', others[at] ?? ''], by, why: `round ${round}`, seen }
    })
    const running = all.map((asked) => begin(dir, asked))
    await Promise.all(running.map((child) => once(child.stdout ?? assert.fail(), 'data')))
    const said = running.map((child) => text(child.stdout ?? assert.fail()))
    for (const child of running) child.stdin?.end('now\n')
    const out = await Promise.all(said)
    assert.deepEqual(out.map((line) => line.split(' ')[0]).toSorted(), ['DECISION_STALE', 'kept'], out.join(''))
    const winner = all[out.findIndex((line) => line.startsWith('kept'))]?.by
    assert.match(
      out.find((line) => line.startsWith('DECISION_STALE')) ?? '',
      new RegExp(`\\(merge\\) of ${winner} came`),
    )
    assert.equal(listSound(desk.store).sound.length, round)
  }
  await desk.close()
})
