// A virtual week of two hundred sources and five thousand pages, every vice among them: what was had, refused and failed,
// how long the fetching process's event loop was blocked and how much memory it took. Some minutes long.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tellVerdict } from '../test/newsstand/judge-stand.ts'
import { runStand } from '../test/newsstand/run-stand.ts'
import { HOUR } from '../test/newsstand/stand.ts'

const seed = Number(process.env.READOUT_SEED ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'readout-newsstand-'))
console.log(`READOUT_SEED=${seed}`)
try {
  const { verdict, watched, breaches, seconds } = await runStand({
    folder,
    seed,
    hosts: 200,
    pages: 5000,
    days: 7,
    factor: 30,
    stride: 30_000,
    grace: 12 * HOUR,
    lease: 48 * HOUR,
  })
  for (const line of tellVerdict(verdict)) console.log(line)
  for (const { blockedMs, lateMs, workedMs, peakMiB, connections, reached } of watched) {
    console.log(`${connections} connections, to ${reached.join(', ')} and nowhere else`)
    console.log(
      `event loop blocked for at most ${blockedMs.toFixed(0)} ms (a heartbeat came ${lateMs.toFixed(0)} ms late; of the processor ${workedMs.toFixed(0)} ms)`,
    )
    console.log(`at most ${peakMiB.toFixed(0)} MiB of memory`)
  }
  console.log(
    `${breaches.length} breaches in the check; ${seconds.toFixed(0)} s, ${(verdict.requests / seconds).toFixed(0)} requests a second`,
  )
  for (const fault of verdict.faults.slice(0, 50)) console.log(`fault: ${fault}`)
  if (verdict.faults.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
