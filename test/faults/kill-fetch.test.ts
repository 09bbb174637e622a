// The process that follows sources is killed at random moments. What was captured is there once, nothing that was kept
// is asked for again before its time, the gap at each host is kept across all kills, and the check passes.
// READOUT_KILLS=2 has it run, READOUT_KILLS=50 at length; without it what is killed is an intake, issuing and mailing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../gold/draw-acts.ts'
import { tellVerdict } from '../newsstand/judge-stand.ts'
import { runStand } from '../newsstand/run-stand.ts'
import { HOUR, MINUTE } from '../newsstand/stand.ts'
import { makeFolder } from '../readout.ts'

const skip = process.env.READOUT_KILLS ? false : 'a minute long; READOUT_KILLS=2 has it run, and so has npm run faults'

test('a process killed while it fetches loses nothing that it had, and asks for nothing before its time', {
  skip,
}, async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  const count = Number(process.env.READOUT_KILLS ?? 2)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const kills = Array.from({ length: count }, () => ({
    requests: Math.round(random() * 40),
    ms: Math.round(random() * 40),
  }))
  const { verdict, breaches, seconds } = await runStand({
    folder: makeFolder(),
    seed,
    hosts: 20,
    pages: 40 + 20 * count,
    days: 1,
    vices: ['moved-feed', 'robots-closes', 'too-many'],
    factor: 30,
    stride: 20_000,
    grace: 8 * HOUR,
    lease: 15 * MINUTE,
    kills,
  })
  for (const line of tellVerdict(verdict)) t.diagnostic(line)
  t.diagnostic(`${count} kills in ${seconds.toFixed(0)} s`)
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual(breaches, [])
  assert.ok(verdict.requests > 20 * count, 'hardly anything was asked for')
})
