// How long the edition of a week of ten thousand reports takes to compose, and the most memory that it needs: a desk of 22,000
// ready-made reports over fifteen days, of which the week in the middle holds some 10,000, each edition in a process of its own. Prints
// by the clock and in processor time: on a machine with other work the clock tells little. `READOUT_BENCH_REPORTS=2200` makes it less.
// The desk is made once and kept in the folder for temporary files.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findWeek } from '../src/archive/week.ts'
import { composeEdition } from '../src/desk/edition.ts'
import { loadHoldingsAround } from '../src/desk/holdings-around.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { periodOf } from '../src/publish/period.ts'
import { median, timed } from './measure.ts'
import { openSized } from './sized/open-sized.ts'

const COUNT = Number(process.env.READOUT_BENCH_REPORTS ?? 22_000)
const DAYS = 15
const WEEK = '2031-W02'
const RUNS = 5

if (process.argv[2] === 'once') await composeOnce(process.argv[3] ?? '')
else await compareRuns()

interface Run {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMiB: number
  readonly startMiB: number
  readonly lines: number
  readonly reports: number
}

// In a process of its own, so that the memory of one is not that of all.
async function composeOnce(dir: string): Promise<void> {
  const desk = await openDesk(dir, { make: false })
  const startMiB = peakOf()
  const before = process.cpuUsage()
  let lines = 0
  let reports = 0
  const ms = await timed(async () => {
    const { edition } = await composeEdition(desk, { week: WEEK })
    lines = edition.sections.flatMap(({ items }) => items.flatMap((item) => item.lines)).length
    reports = edition.reports?.length ?? 0
  })
  const { user, system } = process.cpuUsage(before)
  const run: Run = { ms, cpuMs: (user + system) / 1000, peakMiB: peakOf(), startMiB, lines, reports }
  console.log(JSON.stringify(run))
  await desk.close()
}

async function compareRuns(): Promise<void> {
  const { dir } = await openSized(COUNT, DAYS)
  await tellHeld(dir)
  const runs = Array.from({ length: RUNS }, (): Run => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, 'once', dir])
    if (status !== 0) throw new Error(String(stderr))
    return JSON.parse(String(stdout)) as Run
  })
  const of = (key: keyof Run): string => Math.round(median(runs.map((run) => run[key]))).toLocaleString('en')
  console.log(
    `${of('reports')} reports composed into ${of('lines')} lines: ${of('ms')} ms by the clock, ${of('cpuMs')} ms of processor time (middle of ${RUNS}; each: ${runs.map(({ ms }) => Math.round(ms)).join(', ')})`,
  )
  console.log(`peak memory ${of('peakMiB')} MiB, of which ${of('startMiB')} MiB before composing`)
}

// How much of it is text that is held at once: the reports of the week and those that bear on their claims.
async function tellHeld(dir: string): Promise<void> {
  const desk = await openDesk(dir, { make: false })
  const period = periodOf(WEEK)
  if (!period) throw new Error(`${WEEK} is no week`)
  const found = findWeek(desk.store, period)
  const { docs } = await loadHoldingsAround(desk, found.docs, found.undated)
  const characters = docs.reduce((sum, { doc }) => sum + doc.text.length, 0)
  console.log(
    `${found.docs.length} reports of the week; ${docs.length} held with those that bear on their claims, ${(characters / 1e6).toFixed(1)} million characters`,
  )
  await desk.close()
}

function peakOf(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kibibytes ?? 0) / 1024
}
