// How long a backup of a large desk takes while the desk is in use, how long to try it, and to make the desk again from it on an
// empty disk, with the digest of every schema held against the one before. Prints seconds by the clock and of processor time, and
// the most memory that was held.
// `READOUT_BENCH_REPORTS=20000` says how many reports the desk holds, 100,000 unless told; it is made once and kept in the folder for
// temporary files. `READOUT_BENCH_DAYS=15` says over how many days.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashState } from '../src/archive/state-hash.ts'
import { checkBackup } from '../src/desk/backup/check-backup.ts'
import { restoreBackup } from '../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../src/desk/backup/write-backup.ts'
import type { Desk } from '../src/desk/desk.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { openSized } from './sized/open-sized.ts'

const COUNT = Number(process.env.READOUT_BENCH_REPORTS ?? 100_000)
const DAYS = process.env.READOUT_BENCH_DAYS ? Number(process.env.READOUT_BENCH_DAYS) : undefined

const { dir } = await openSized(COUNT, DAYS)
const aside = mkdtempSync(join(tmpdir(), 'readout-bench-restore-'))
try {
  const [backup, target] = [join(aside, 'backup'), join(aside, 'desk')]
  const desk = await openDesk(dir, { make: false, url: null })
  const { contents } = await told('backup', () => writeBackup(desk, backup, { by: 'readout@bench' }))
  const before = await told('hash of the desk', () => hashOf(desk))
  await desk.close()
  console.log(`desk ${megabytes(dir)} MB, backup ${megabytes(backup)} MB, up to entry ${contents.log.number}`)
  await told('check of the backup', () => checkBackup(backup)) // ready-made captures bear ids that are not their digests: it says so
  await told('restore, with its own comparison', () => restoreBackup(backup, target))
  const restored = await openDesk(target, { make: false, url: null })
  const after = await told('hash of the restored desk', () => hashOf(restored))
  await restored.close()
  for (const schema of ['truth', 'derived', 'state'] as const) {
    console.log(
      `${schema}: ${before[schema].digest === after[schema].digest ? 'equal' : 'NOT EQUAL'} ${after[schema].digest}`,
    )
  }
} finally {
  rmSync(aside, { recursive: true, force: true })
}

async function hashOf({ store }: Desk): ReturnType<typeof hashState> {
  const view = await store.view()
  try {
    return await hashState(view)
  } finally {
    await view.close()
  }
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 200)
  const done = await work().finally(() => clearInterval(looking))
  const { user, system } = process.cpuUsage(used)
  const seconds = [(performance.now() - begun) / 1000, (user + system) / 1e6].map((one) => one.toFixed(1))
  console.log(
    `${what}: ${seconds[0]} s by the clock, ${seconds[1]} s of processor time, at most ${Math.round(most / 2 ** 20)} MiB`,
  )
  return done
}

function megabytes(path: string): number {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(path, name)))
  return Math.round(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6)
}
