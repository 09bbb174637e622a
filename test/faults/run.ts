// `npm run faults`: every part of the crash harness at its full length, or those that are named. Prints how long each took and what it
// counted; a seed repeats a run (READOUT_SEED=…). docs/reliability.md says what each part shows.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Each part: its file, and how long it is. */
const PARTS: Readonly<
  Record<string, { readonly files: readonly string[]; readonly env: Readonly<Record<string, string>> }>
> = {
  kills: { files: ['kill-all.test.ts'], env: { READOUT_KILLS: '500' } },
  'kills-in-parts': {
    files: ['kill.test.ts', 'kill-fetch.test.ts', 'kill-issue.test.ts', 'kill-mail.test.ts', 'kill-chain.test.ts'],
    env: { READOUT_KILLS: '50', READOUT_KILL_REPORTS: '500' },
  },
  power: { files: ['power.test.ts'], env: { READOUT_IMAGES: '200', READOUT_IMAGE_ACTS: '60', READOUT_FAULTS: 'all' } },
  disk: {
    files: ['files.test.ts', 'store-disk.test.ts', 'full-disk.test.ts'],
    env: { READOUT_FAULTS: 'all', READOUT_DISK_FAULTS: '200' },
  },
  database: { files: ['database-gone.test.ts'], env: { READOUT_CUTS: '20', READOUT_GONE_SECONDS: '600' } },
  freezes: { files: ['freeze-desk.test.ts', 'freeze.test.ts'], env: { READOUT_FREEZES: '100' } },
  migrations: { files: ['migrations.test.ts'], env: { READOUT_STATEMENTS: 'all' } },
  clock: { files: ['clock.test.ts'], env: {} },
  flips: { files: ['flip.test.ts'], env: { READOUT_FLIPS: '10000' } },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !PARTS[name])
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}
const seed = process.env.READOUT_SEED ?? String(Date.now() % 1_000_000)
const results: string[] = []
for (const [name, { files, env }] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const paths = files.map((file) => join(import.meta.dirname, file)).filter((path) => existsSync(path))
  console.log(`== ${name}, with READOUT_SEED=${seed}`)
  const began = performance.now()
  const own = { ...env, ...process.env, READOUT_SEED: seed } // a number that was given is kept to
  const args = ['--test', '--test-reporter=spec', '--test-concurrency=1', ...paths]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: own })
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  results.push(`${name}: ${status === 0 ? 'nothing lost' : 'FAILED'} in ${minutes} minutes`)
  if (status !== 0) process.exitCode = 1
}
console.log(`== all, with READOUT_SEED=${seed}\n${results.join('\n')}`)
