// The disk fails SQLite itself: strace has its nth write, sync, cut or opening of one file answered with an error, once or from then
// on. Whatever was being done says so and is not acknowledged; what was acknowledged before stays; as soon as the disk answers again,
// the next act goes through. One desk goes through all of it. READOUT_DISK_FAULTS=200 makes the long run.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { randomFrom } from '../gold/draw-acts.ts'
import { makeFolder } from '../readout.ts'
import type { ActName } from './acts.ts'
import { beginActs, findHarm } from './run-acts.ts'

const RUNS = Number(process.env.READOUT_DISK_FAULTS ?? 3)
const ACTS: readonly ActName[] = ['capture', 'decide', 'edition', 'account', 'subscriber']
const COUNT = 6 // acts a run
const hasStrace = spawnSync('strace', ['-o', '/dev/null', '-e', 'inject=fsync:error=EIO:when=99', 'true']).status === 0

/** Each call by which SQLite changes a file, the errors that a disk gives to it, and how often it comes in a run. */
const CALLS = [
  ...['truth.db-wal', 'derived.db-wal', 'state.db-wal'].flatMap((file) => [
    { file, call: 'pwrite64', errors: ['ENOSPC', 'EIO'], often: 60 },
    { file, call: 'fsync', errors: ['EIO'], often: 6 },
    { file, call: 'openat', errors: ['EACCES', 'EIO'], often: 2 },
    { file, call: 'unlink', errors: ['EACCES', 'EIO'], often: 1 },
  ]),
  ...['truth.db', 'derived.db', 'state.db'].flatMap((file) => [
    { file, call: 'pwrite64', errors: ['ENOSPC', 'EIO'], often: 20 },
    { file, call: 'fsync', errors: ['EIO'], often: 2 },
    { file, call: 'openat', errors: ['EACCES', 'EIO'], often: 3 },
    { file, call: 'ftruncate', errors: ['EIO'], often: 1 },
  ]),
  { file: 'truth.db-shm', call: 'pwrite64', errors: ['ENOSPC', 'EIO'], often: 2 },
]

test('a disk that fails SQLite at any call takes back nothing that was acknowledged', {
  skip: !hasStrace && 'strace is not here, or may not fail calls',
}, async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`READOUT_SEED=${seed} repeats these faults`)
  const random = randomFrom(seed)
  const root = makeFolder()
  const dir = join(root, 'desk')
  const acknowledged: string[] = []
  const tally = { injected: 0, refused: 0, failed: 0 }
  const plan = Array.from(
    { length: RUNS },
    (_, nth) => CALLS[Math.floor((nth + random()) * (CALLS.length / RUNS)) % CALLS.length],
  )
  for (const [nth, site] of plan.entries()) {
    if (!site) continue
    const { file, call, errors, often } = site
    const error = errors[Math.floor(random() * errors.length)] ?? 'EIO'
    const first = 1 + Math.floor(random() * often)
    const until = random() < 0.5 ? '' : random() < 0.5 ? '+' : `..${first + 3}` // once, from then on, or for a while
    const what = `${error} at ${call} ${first}${until} of ${file}`
    const trace = join(root, 'trace')
    const watch = ['strace', '-f', '-o', trace, '-P', join(dir, file), '-e', `trace=${call}`, '-e', 'signal=none']
    const under = [...watch, '-e', `inject=${call}:error=${error}:when=${first}${until}`]
    const run = beginActs({ desk: dir, from: 1 + nth * COUNT, count: COUNT, acts: ACTS, seed: seed + nth, under })
    const { status } = await run.ended
    acknowledged.push(...run.said)
    const told = run.told.join('\n')
    assert.ok(
      status === 0 || (status === 1 && /^failed [A-Z_]+ /m.test(told)),
      `${what}: ended with ${status}: ${told}`,
    )
    tally.injected += readFileSync(trace, 'utf8').includes('(INJECTED)') ? 1 : 0
    tally.refused += run.told.filter((line) => line.startsWith('refused')).length
    tally.failed += status === 0 ? 0 : 1
    assert.deepEqual(await findHarm(dir, acknowledged), [], what)
  }
  const after = beginActs({ desk: dir, from: 1 + RUNS * COUNT, count: COUNT, acts: ACTS, seed })
  assert.equal((await after.ended).status, 0, after.told.join('\n'))
  acknowledged.push(...after.said)
  assert.deepEqual(await findHarm(dir, acknowledged), [])
  t.diagnostic(
    `${RUNS} runs, in ${tally.injected} of which a call failed: ${tally.refused} acts were refused, ${tally.failed} runs could not begin or end; ${acknowledged.length} acknowledged`,
  )
  assert.ok(acknowledged.length > RUNS, 'hardly anything was acknowledged')
})
