// A newsroom's day on loopback: outlets that print at a steady rate, a served desk that follows them, people who read its pages and
// rule now and then. Prints a line a minute, and at the end how long a report took from print to page, how pages were answered, what
// memory was held and by how much the store grew; for SQLite and PostgreSQL one after the other.
// READOUT_BENCH_MINUTES (else 4), READOUT_BENCH_RATE reports a second (else 5), READOUT_BENCH_WORDS of one (else 100),
// READOUT_BENCH_STORES (else sqlite,postgres), READOUT_BENCH_BEFORE reports that the desk has been handed already (else 0): with more
// than 10,000 the windows of filing are full from the first minute on. An hour on one store is a soak. Linux only: memory and processor time come from /proc.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDesk } from '../src/desk/open-desk.ts'
import { followSource } from '../src/desk/web/follow-source.ts'
import { start } from '../test/postgres/start-postgres.ts'
import { beginServing, type ServingProcess } from '../test/serving.ts'
import { addressOf, listBefore, OUTLETS, servePresses } from './serve-presses.ts'

const MINUTES = Number(process.env.READOUT_BENCH_MINUTES ?? 4)
const RATE = Number(process.env.READOUT_BENCH_RATE ?? 5)
const WORDS = Number(process.env.READOUT_BENCH_WORDS ?? 100)
const BEFORE = Number(process.env.READOUT_BENCH_BEFORE ?? 0)
const PRESS = { rate: RATE, minutes: MINUTES, words: WORDS, before: BEFORE }
const STORES = (process.env.READOUT_BENCH_STORES ?? 'sqlite,postgres').split(',')
const SETTLE_MS = 180_000 // at most, for what is still on its way when the presses stop
const ASK_MS = 1000 // between two pages that people open
const RULE_EVERY = 15 // pages
const TICKS = 100 // a second, in /proc

const METERS = ['captures', 'reports', 'read', 'faults', 'lag_seconds', 'store_bytes'] as const
type Meters = Record<`readout_${(typeof METERS)[number]}`, number>
const seen = new Set<string>() // names of reports that stood in a list

if (process.send) await servePresses(PRESS)
else {
  console.log(
    `${MINUTES} minutes, ${RATE} reports of ${WORDS} words a second by ${OUTLETS} outlets; ${availableParallelism()} cores`,
  )
  for (const store of STORES) await liveDay(store)
}

async function liveDay(store: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-newsroom-'))
  const server = store === 'postgres' ? await start(['shared_buffers=256MB']) : undefined
  const presses = fork(import.meta.filename)
  try {
    const [port] = (await once(presses, 'message')) as [number]
    const url = await server?.makeDatabase()
    handIn(folder, url)
    await followAll(folder, port, url)
    const settings = {
      networks: ['127.0.1.0/24'],
      ports: [port],
      feedMinutes: { least: 1, most: 1 },
      hostGapSeconds: 2,
    }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
    const env = url === undefined ? {} : { READOUT_STORE: url }
    const serving = await beginServing(folder, { args: [], env })
    await watchDay(store, serving)
    await serving.kill('SIGTERM')
    const amiss = serving
      .said()
      .split('\n')
      .filter((line) => /"level":"(?:warn|error)"/.test(line))
    for (const line of amiss.slice(0, 20)) console.log(`  ${line}`)
  } finally {
    presses.disconnect()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

// As people do it, and made out before the first minute.
function handIn(folder: string, url: string | undefined): void {
  if (BEFORE === 0) return
  const input = [...listBefore(PRESS, Date.now())].map((report) => `${JSON.stringify(report)}\n`).join('')
  const command = ['src/cli/main.ts', 'add', '-', '--desk', folder]
  const env = { ...process.env, ...(url !== undefined && { READOUT_STORE: url }) }
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, command, { input, encoding: 'utf8', env, maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`readout add ended with ${status}: ${stderr.slice(-500)}`)
  console.log(`${BEFORE} reports handed in and made out in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

async function followAll(dir: string, port: number, url: string | undefined): Promise<void> {
  const desk = await openDesk(dir, { url: url ?? null })
  for (let outlet = 0; outlet < OUTLETS; outlet++) {
    const feed = { url: `http://${addressOf(outlet)}:${port}/feed.xml`, kind: 'feed', folder: [] } as const
    await followSource(desk, feed, { by: 'Ada Orme', why: 'followed' })
  }
  await desk.close()
}

// Looks at the desk from outside until all that was printed is there, or no more comes.
async function watchDay(store: string, { url, child }: ServingProcess): Promise<void> {
  const wanted = BEFORE + Math.ceil(RATE * MINUTES * 60)
  const begun = performance.now()
  const [took, lags, waits]: [number[], number[], number[]] = [[], [], []]
  const memory: number[] = [] // MiB, the mean of each minute
  let looks: number[] = [] // MiB in this minute
  let most = 0 // MiB
  const first = await meters(url)
  let asked = 0
  let rulings = 0
  let minute = 0
  let now = first
  const minutesGone = (): number => (performance.now() - begun) / 60_000
  while (now.readout_read < wanted && minutesGone() * 60_000 < MINUTES * 60_000 + SETTLE_MS) {
    await pause(ASK_MS)
    took.push(await openPage(url, asked++))
    if (asked % RULE_EVERY === 0) rulings += await rule(url)
    if (asked % 5 === 0) {
      now = await meters(url)
      lags.push(now.readout_lag_seconds)
      waits.push(...(await freshness(url)))
      looks.push(lookAt(child.pid ?? 0).held)
    }
    if (minutesGone() < minute + 1) continue
    minute += 1
    const { held, cpu } = lookAt(child.pid ?? 0)
    looks.push(held)
    memory.push(looks.reduce((sum, one) => sum + one, 0) / looks.length)
    if (minute > 10) most = Math.max(most, ...looks)
    const told = [`${now.readout_captures} captures`, `${now.readout_reports} reports`, `${now.readout_read} read`]
    told.push(
      `lag ${now.readout_lag_seconds.toFixed(0)} s`,
      `${memory.at(-1)?.toFixed(0)} MiB (${Math.min(...looks).toFixed(0)} to ${Math.max(...looks).toFixed(0)})`,
      `${cpu.toFixed(0)} s of processor time`,
    )
    told.push(`store ${(now.readout_store_bytes / 1e6).toFixed(0)} MB`, `pages p95 ${at(took.slice(-60), 0.95)} ms`)
    looks = []
    console.log(`${store}, minute ${minute}: ${told.join(', ')}`)
  }
  const seconds = (performance.now() - begun) / 1000
  const early = memory[Math.min(10, memory.length) - 1] ?? Number.NaN
  const late = Math.max(...memory.slice(Math.min(10, memory.length) - 1))
  const { cpu } = lookAt(child.pid ?? 0)
  console.log(
    `${store}: ${now.readout_read - BEFORE} of ${wanted - BEFORE} read in ${seconds.toFixed(0)} s, ${now.readout_faults} of which nothing could be made, ${rulings} rulings kept
${store}: from print to page ${at(waits, 0.5)} s in the middle, ${at(waits, 0.95)} s at the 95th, of which made out after ${at(lags, 0.5)} and ${at(lags, 0.95)} s
${store}: ${took.length} pages ${at(took, 0.5)} ms in the middle, ${at(took, 0.95)} ms at the 95th, ${at(took, 1)} ms at most
${store}: memory ${early.toFixed(0)} MiB in minute ${Math.min(10, memory.length)}, ${late.toFixed(0)} MiB at most in a later one (${((100 * (late - early)) / early).toFixed(1)} %), ${most.toFixed(0)} MiB at most at a moment after
${store}: ${((1000 * cpu) / (now.readout_read - BEFORE)).toFixed(0)} ms of processor time and ${((now.readout_store_bytes - first.readout_store_bytes) / 1000 / (now.readout_read - BEFORE)).toFixed(1)} kB of store a report, pages and fetching included`,
  )
}

async function meters(url: string): Promise<Meters> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  return Object.fromEntries(METERS.map((name) => [`readout_${name}`, value(`readout_${name}`)])) as Meters
}

// Milliseconds until a page was there whole. People open what is newest, look at one of it, and search for a word of it.
async function openPage(url: string, nth: number): Promise<number> {
  const [claim] = nth % 2 === 0 ? await list(url, '/api/claims?order=latest&limit=20') : []
  const [report] = nth % 2 === 1 ? await list(url, '/api/reports?order=came&limit=20') : []
  const word = /\w{5,}/.exec(String(claim?.words ?? report?.title ?? 'offer'))?.[0] ?? 'offer'
  const pages = ['/', claim ? `/claim/${claim.id}` : '/reports', `/search?words=${word}`, '/stories', '/people']
  if (report) pages.push(`/report/${encodeURIComponent(String(report.name))}`, '/reports', '/sources')
  const path = pages[Math.floor(nth / 2) % pages.length] ?? '/'
  const from = performance.now()
  const answer = await fetch(url + path)
  await answer.arrayBuffer()
  if (!answer.ok) console.log(`  ${path}: ${answer.status}`)
  return performance.now() - from
}

async function rule(url: string): Promise<number> {
  const claims = await list(url, '/api/claims?order=reach&limit=20')
  const claim = claims[Math.floor(Math.random() * claims.length)]
  if (!claim) return 0
  const body = JSON.stringify({ kind: 'note', id: claim.id, noun: 'claim', text: 'Ask the desk.' })
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(`${url}/api/decisions`, { method: 'POST', headers, body })
  if (status !== 201) console.log(`  a note: ${status}`)
  return status === 201 ? 1 : 0
}

// Seconds from print until a report stood in the list of what came, for those that were not there before.
async function freshness(url: string): Promise<number[]> {
  const fresh = (await list(url, '/api/reports?order=came&limit=100')).filter(({ name }) => !seen.has(String(name)))
  for (const { name } of fresh) seen.add(String(name))
  return fresh.map(({ published }) => (Date.now() - Date.parse(String(published))) / 1000)
}

async function list(url: string, path: string): Promise<readonly Record<string, unknown>[]> {
  const { items } = (await (await fetch(url + path)).json()) as { items: Record<string, unknown>[] }
  return items
}

// MiB held now and seconds of processor time, of a process and all that it began. Pages that several share are counted once, in parts.
function lookAt(pid: number): { held: number; cpu: number } {
  const [shares, stat] = ['smaps_rollup', 'stat'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8'))
  const times = (stat ?? '')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 15)
    .map(Number) // its own, and of children that are gone
  let held = Number(/^Pss:\s+(\d+)/m.exec(shares ?? '')?.[1] ?? 0) / 1024
  let cpu = times.reduce((sum, ticks) => sum + ticks, 0) / TICKS
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    for (const child of readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ')) {
      if (child === '') continue
      const own = ifThere(() => lookAt(Number(child)))
      held += own?.held ?? 0
      cpu += own?.cpu ?? 0
    }
  }
  return { held, cpu }
}

// A child may end between two looks.
function ifThere<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

function at(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0)
}
