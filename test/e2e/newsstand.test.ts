// Seven hours of the open web in less than a minute: a newsstand of invented outlets with every vice there is, followed by the
// product's own loop in a process of its own. Every page that is to be had is had, each version once; no inner address is
// reached; nobody is asked too soon, too often, or where robots.txt forbids it. One is followed by
// processes that are killed in test/faults/kill-fetch.test.ts each time; the week stands in bench/newsstand.bench.ts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellVerdict } from '../newsstand/judge-stand.ts'
import { runStand } from '../newsstand/run-stand.ts'
import { HOUR } from '../newsstand/stand.ts'
import { VICE_NAMES } from '../newsstand/vices.ts'
import { makeFolder } from '../readout.ts'

const skip = process.env.READOUT_WHOLE ? false : 'two minutes long; READOUT_WHOLE=1 has it run'

test('a newsstand with every vice is followed for seven hours', { skip }, async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? 1)
  t.diagnostic(`READOUT_SEED=${seed}: another number is another newsstand`)
  const { verdict, watched, breaches, seconds } = await runStand({
    folder: makeFolder(),
    seed,
    hosts: VICE_NAMES.length + 8,
    pages: 260,
    days: 0.3,
    factor: 30,
    stride: 30_000,
    grace: 4 * HOUR,
    lease: 48 * HOUR,
  })
  for (const line of tellVerdict(verdict)) t.diagnostic(line)
  const [seen] = watched
  assert.ok(seen)
  const { blockedMs, workedMs, peakMiB, connections, reached } = seen
  t.diagnostic(
    `${connections} connections to ${reached.join(', ')}; the event loop was blocked for ${blockedMs.toFixed(0)} ms at most, ${workedMs.toFixed(0)} ms of the processor`,
  )
  t.diagnostic(`${peakMiB.toFixed(0)} MiB of memory at most; ${seconds.toFixed(0)} s`)
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual(breaches, [])
  assert.ok(verdict.requests > 1000 && verdict.holdings.due > 100, 'hardly anything was asked for')
  assert.ok(peakMiB < 600, `${peakMiB} MiB`)
  assert.ok(blockedMs < 10_000, `${blockedMs} ms: loose, for the machine may have other things to do`)
})
