// A run over a newsstand: hosts served, canaries out, a desk that follows every host, the fetching in a process of its own,
// killed as often as wished, and the verdict on all of it.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/desk/check.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { standIn } from '../../src/desk/stand-in.contract.ts'
import { followSource } from '../../src/desk/web/follow-source.ts'
import { openCanaries } from './canary.ts'
import { beginClock, openClock, type StandClock } from './clock.ts'
import type { Order } from './fetch-worker.ts'
import { judgeStand, type Verdict } from './judge-stand.ts'
import { makeStand, type StandOptions } from './make-stand.ts'
import { readHoldings } from './read-holdings.ts'
import { type ServedStand, serveStand } from './serve-stand.ts'
import { DAY, HOUR, MINUTE, type Stand } from './stand.ts'
import type { Watched } from './watch-process.ts'

export interface RunOptions extends StandOptions {
  readonly folder: string
  readonly factor: number // while somebody works
  readonly stride: number // leapt at least, in virtual milliseconds
  readonly grace: number // so long a page has to stand to be due
  readonly lease: number
  readonly kills?: readonly Kill[]
  readonly networks?: readonly string[] // let in; the newsstand's own
}

/** When a process is killed: so many requests after its start, and so many real milliseconds after that. */
export interface Kill {
  readonly requests: number
  readonly ms: number
}

export interface Run {
  readonly verdict: Verdict
  readonly watched: readonly Watched[] // of each process that was not killed
  readonly breaches: readonly unknown[] // of the desk's own check
  readonly seconds: number // real
}

const WORKER = join(import.meta.dirname, 'fetch-worker.ts')
const USER_AGENT = 'Readout/0 (+desk@karsk.example)'
const NETWORKS = ['127.0.0.2/31']
const DEAD = '127.0.0.3'
/** Real milliseconds, where the product's own are ten to forty times as long. */
const CAPS = { connectMs: 1000, idleMs: 1500, totalMs: 4000 }

export async function runStand(options: RunOptions): Promise<Run> {
  const { folder, factor, stride, grace, lease, kills = [], networks = NETWORKS } = options
  const begun = performance.now()
  const stand = makeStand(options)
  let clock: StandClock | undefined
  const served = await serveStand(stand, {
    now: () => clock?.now() ?? stand.epoch,
    dripMs: 100,
    logFile: join(folder, 'access.jsonl'),
  })
  const canaries = await openCanaries(served.port)
  const dir = join(folder, 'desk')
  await followAll(dir, stand, served, networks)
  const plan = beginClock(join(folder, 'leaps'), stand.epoch, factor)
  clock = openClock(plan)
  const order: Order = {
    dir,
    clock: plan,
    stride,
    until: stand.epoch + stand.span,
    lease,
    stand: options,
    address: served.address,
    dead: DEAD,
    port: served.port,
    userAgent: USER_AGENT,
    networks,
    caps: CAPS,
  }
  const killed: number[] = []
  const watched: Watched[] = []
  for (const kill of [...kills, undefined]) {
    const seen = await runWorker(order, served, kill)
    if (seen) watched.push(seen)
    else killed.push(clock.now())
  }
  const desk = await openDesk(dir, { rooms: standIn() })
  const holdings = await readHoldings(desk.store)
  const { breaches } = check(desk)
  await desk.close()
  await canaries.close()
  await served.close()
  clock.close()
  const verdict = judgeStand(stand, served.log.all, holdings, {
    userAgent: USER_AGENT,
    slack: 50,
    repeat: { robots: DAY - MINUTE, page: HOUR - MINUTE, feed: MINUTE },
    kills: killed,
    port: served.port,
    end: stand.epoch + stand.span,
    grace,
    visits: canaries.visits,
    reached: watched.flatMap(({ reached }) => reached),
    allowed: [served.address, DEAD],
  })
  return { verdict, watched, breaches, seconds: (performance.now() - begun) / 1000 }
}

/** Makes the desk, with each host's feed among its sources. */
async function followAll(dir: string, stand: Stand, { port }: ServedStand, networks: readonly string[]): Promise<void> {
  const now = () => new Date(stand.epoch).toISOString()
  const desk = await openDesk(dir, { rooms: standIn(), now })
  writeFileSync(join(dir, 'settings.json'), JSON.stringify({ networks, ports: [port] }))
  for (const { name, feed } of stand.hosts) {
    const url = `http://${name}:${port}${feed.path}`
    await followSource(desk, { url, kind: 'feed', folder: [] }, { by: 'Ada Orme', why: 'followed' })
  }
  await desk.close()
}

/** Undefined where it was killed before its end. Throws where it ends otherwise than by being killed or done. */
function runWorker(order: Order, { log }: ServedStand, kill: Kill | undefined): Promise<Watched | undefined> {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const from = log.all.length
  const look = (): void => {
    if (!kill || log.all.length < from + kill.requests) return
    clearInterval(timer)
    setTimeout(() => child.kill('SIGKILL'), kill.ms)
  }
  const timer = setInterval(look, 1)
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearInterval(timer)
      if (signal === 'SIGKILL') resolve(undefined)
      else if (status === 0) resolve(JSON.parse(out) as Watched)
      else reject(new Error(`the fetching process ended with ${status ?? signal}`))
    })
  })
}
