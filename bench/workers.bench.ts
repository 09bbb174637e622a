// Short reports taken in, read and linked by one, two and four processes on one desk; of four, two are killed in the middle and begun
// again. What they made is held against what one process makes by itself: nothing may be doubled or lost.
// READOUT_BENCH_REPORTS (else 600), READOUT_BENCH_WORKERS (else 1,2,4) and READOUT_BENCH_STORES (else sqlite,postgres) set how much;
// READOUT_BENCH_ALONE=no spares what one process makes, and then only the check and counts tell that nothing is doubled.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dumpDigest } from '../src/archive/dump-digest.ts'
import { countUnmade } from '../src/archive/unread.ts'
import { check } from '../src/desk/check.ts'
import { derive } from '../src/desk/derive.ts'
import type { Desk } from '../src/desk/desk.ts'
import { isPending } from '../src/desk/is-pending.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { type HandedIn, takeIn } from '../src/desk/take-in.ts'
import { asked, start } from '../test/postgres/start-postgres.ts'
import { makeMix, makeReading } from './make-readings.ts'

const REPORTS = Number(process.env.READOUT_BENCH_REPORTS ?? 600)
const WORKERS = (process.env.READOUT_BENCH_WORKERS ?? '1,2,4').split(',').map(Number)
const STORES = (process.env.READOUT_BENCH_STORES ?? 'sqlite,postgres').split(',')
const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const WORDS = 100 // a report
const LOOK_MS = 200
const now = (): string => '2034-05-06T10:00:00.000Z' // that all desks are made of the same log

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-workers-'))
const server = STORES.includes('postgres') ? await start(['shared_buffers=256MB']) : undefined
console.log(`${REPORTS} reports of ${WORDS} words; ${availableParallelism()} cores`)
try {
  const alone = process.env.READOUT_BENCH_ALONE === 'no' ? undefined : await makeAlone()
  for (const store of STORES) for (const count of WORKERS) await measure(store, count, alone)
} finally {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What one process makes of them, in a folder. */
async function makeAlone(): Promise<string> {
  const desk = await openDesk(join(folder, 'alone'), { now })
  const took = await timed(() => takeIn(desk, reports(), () => {}))
  const made = await timed(() => derive(desk))
  const digest = await dumpDigest(desk.store)
  await desk.close()
  console.log(`alone: taken in ${rate(took)}, read and linked ${rate(made)}`)
  return digest
}

async function measure(store: string, count: number, alone: string | undefined): Promise<void> {
  const dir = join(folder, `${store}-${count}`)
  const url = store === 'postgres' ? await server?.makeDatabase() : undefined
  if (url === undefined) delete process.env.READOUT_STORE
  else process.env.READOUT_STORE = url
  const desk = await openDesk(dir, { now })
  const activity = (): Promise<number> => (url === undefined ? Promise.resolve(0) : activeMs(url))
  const workers = Array.from({ length: count }, () => begin(dir))
  try {
    await Promise.all(workers.map((worker) => once(worker.stdout ?? worker, 'data'))) // it works by now
    const before = await activity()
    const began = performance.now()
    await takeIn(desk, reports(), () => {})
    const taken = performance.now() - began
    let killed = false
    while (isPending(desk)) {
      await pause(LOOK_MS)
      if (killed || count < 4 || countUnmade(desk.store, desk.makers) > REPORTS / 2) continue
      killed = true
      for (const at of [0, 1]) {
        workers[at]?.kill('SIGKILL')
        workers[at] = begin(dir)
      }
    }
    const all = performance.now() - began
    const share = (100 * ((await activity()) - before)) / all
    const told = [`taken in ${rate(taken)}`, `all made out ${rate(all)}`]
    if (url !== undefined) told.push(`sessions of the database busy ${share.toFixed(0)} % of the time`)
    if (killed) told.push('two killed in the middle')
    told.push(await compared(desk, alone))
    console.log(`${store}, ${count} ${count === 1 ? 'worker' : 'workers'}: ${told.join('; ')}`)
  } finally {
    await Promise.all(workers.map(end))
    await desk.close()
  }
}

async function compared(desk: Desk, alone: string | undefined): Promise<string> {
  const [row] = desk.store.plain.rows('select count(*) as readings, count(distinct doc) as docs from derived.reading')
  const told = `${row?.readings} readings of ${row?.docs} documents`
  if (alone === undefined) return `${told}, ${check(desk).breaches.length} breaches found by the check`
  return `${told}, ${(await dumpDigest(desk.store)) === alone ? 'the same' : 'NOT THE SAME'} as one process makes`
}

function begin(dir: string): ChildProcess {
  const args = [MAIN, 'worker', '--desk', dir, '--no-fetch']
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  worker.kill('SIGTERM')
  await once(worker, 'close')
}

async function* reports(): AsyncGenerator<HandedIn> {
  const mix = makeMix(REPORTS)
  for (let number = 0; number < REPORTS; number++) {
    const { doc } = makeReading(mix, number)
    const bytes = new TextEncoder().encode(doc.text.split(' ').slice(0, WORDS).join(' '))
    const { name, outlet = '', published = '' } = doc
    yield { bytes, given: { name, mediaType: 'text/plain', outlet, published }, asked: name }
  }
}

// Milliseconds that sessions were at a statement, all together.
async function activeMs(url: string): Promise<number> {
  await pause(1100) // what a session did is counted with a delay
  const [row] = await asked(url, 'select active_time from pg_stat_database where datname = current_database()')
  return Number(row?.active_time)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function rate(ms: number): string {
  return `${((REPORTS * 1000) / ms).toFixed(1)}/s`
}
