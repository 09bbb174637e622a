// Two processes take reports into one desk and make what follows from them; both are killed at ten random moments, some
// in the first instants of the desk, some in the middle of a rebuild. What was acknowledged is there, nothing is there
// twice, the check passes each time, and the same work once more completes the rest and gives what was never killed.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listCaptures } from '../../src/archive/captures.ts'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { listLinked } from '../../src/archive/linked.ts'
import { check } from '../../src/desk/check.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { standIn } from '../../src/desk/stand-in.contract.ts'
import { randomFrom } from '../gold/draw-acts.ts'

const REPORTS = Number(process.env.READOUT_KILL_REPORTS ?? 120)
const SHARE = Math.round(0.6 * REPORTS) // of each process: the middle fifth comes in by both
const KILLS = 10
const WORKER = join(import.meta.dirname, 'kill-worker.ts')
const root = mkdtempSync(join(tmpdir(), 'readout-kill-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('two processes on one desk, both killed at ten random moments, lose nothing that they acknowledged', async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const dir = join(root, 'desk')
  const acknowledged = new Set<string>()
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const moment = momentOf(kill, random)
    const runs = [begin(dir, 0, moment.end), begin(dir, REPORTS - SHARE, moment.end)]
    await Promise.all(runs.map(({ kept, status }) => Promise.race([kept(moment.kept), status])))
    await new Promise((resolve) => setTimeout(resolve, moment.ms))
    for (const { child } of runs) child.kill('SIGKILL')
    for (const { names } of runs) for (const name of await names) acknowledged.add(name)
    t.diagnostic(`${JSON.stringify(moment)}: ${acknowledged.size} acknowledged so far`)
    await withDesk(dir, async (desk) => {
      const kept = await namesOn(desk)
      assert.deepEqual(
        [...acknowledged].filter((name) => !kept.includes(name)),
        [],
        'acknowledged, but lost',
      )
      assert.deepEqual(check(desk).breaches, [])
    })
  }
  const last = [begin(dir, 0, ''), begin(dir, REPORTS - SHARE, '')]
  for (const { status } of last) assert.equal(await status, 0)
  await withDesk(dir, async (desk) => {
    assert.equal(new Set(await namesOn(desk)).size, REPORTS)
    const { counts, breaches } = check(desk)
    assert.deepEqual(breaches, [])
    const { reports, payloads, docs, readings } = counts
    assert.deepEqual([reports, payloads, docs, readings], [REPORTS, REPORTS, REPORTS, REPORTS])
    assert.equal(listLinked(desk.store, 'claim').length, REPORTS)
    const digest = dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, digest)
  })
})

interface Moment {
  readonly kept: number // how many each process has acknowledged
  readonly ms: number // since then
  readonly end: '' | 'rebuild'
}

// The first two while the desk is being made, four while reports come in, two in what follows, two in a rebuild.
function momentOf(kill: number, random: () => number): Moment {
  if (kill <= 2) return { kept: 0, ms: Math.round(random() * 600), end: '' }
  if (kill <= 6) return { kept: Math.round(random() * (SHARE - 1)), ms: Math.round(random() * 30), end: '' }
  return { kept: SHARE, ms: Math.round(random() * (kill <= 8 ? 500 : 1500)), end: kill <= 8 ? '' : 'rebuild' }
}

interface Run {
  readonly child: ChildProcess
  readonly names: Promise<string[]> // those acknowledged, once it has ended
  readonly status: Promise<number | null>
  kept(count: number): Promise<void> // that many are acknowledged
}

function begin(dir: string, from: number, end: string): Run {
  const args = [WORKER, dir, String(from), String(SHARE), end]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const namesSoFar = (): string[] => {
    const lines = out.split('\n').slice(0, -1) // the last line may be cut in two
    return lines.map((line) => line.replace('kept ', ''))
  }
  const status = new Promise<number | null>((resolve) => child.on('close', resolve))
  const names = status.then(namesSoFar)
  const kept = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (namesSoFar().length >= count) resolve()
      }
      child.stdout.on('data', look)
      look()
    })
  return { child, names, status, kept }
}

async function withDesk(dir: string, body: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk(dir, { rooms: standIn() })
  try {
    await body(desk)
  } finally {
    await desk.close()
  }
}

/** What each report was handed in as, from the captures: a report lost and found under another name would show. */
async function namesOn({ store }: Desk): Promise<string[]> {
  const names: string[] = []
  for (let after = 0; ; ) {
    const page = await listCaptures(store, after, 500)
    for (const { capture } of page) names.push(capture.given?.name ?? '')
    const last = page.at(-1)
    if (!last) return names
    after = last.number
  }
}
