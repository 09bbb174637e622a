// The database is cut off in the middle of what it does, stays away, and comes back: a desk that is served, worked on and written to
// through it all loses nothing that it acknowledged, makes nothing twice, and goes on by itself.
// READOUT_CUTS says how often, READOUT_GONE_SECONDS how long it stays away the last time; the seed is printed.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { makeRandom } from '../../bench/make-texts.ts'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { findPayload } from '../../src/archive/payload.ts'
import { countUnmade } from '../../src/archive/unread.ts'
import { check } from '../../src/desk/check.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { isPending } from '../../src/desk/is-pending.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { digestOf } from '../../src/model/digest.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { start } from '../postgres/start-postgres.ts'
import { MAIN } from '../readout.ts'
import { beginServing } from '../serving.ts'

const CUTS = Number(process.env.READOUT_CUTS ?? 0)
const LAST_GONE_MS = 1000 * Number(process.env.READOUT_GONE_SECONDS ?? 8)
const SEED = Number(process.env.READOUT_SEED ?? Date.now() % 100_000)
const GONE_MS = 1500 // at most, but for the last time
const BACK_MS = 4000 // between two cuts, at most
const SETTLE_MS = 240_000 // a lease of what a process had in hand, and processes that are begun anew, on a machine with other work
const ANSWER_MS = 45_000 // whoever asks is answered by then, whatever became of the database

const skip = CUTS > 0 ? false : 'a minute or more; READOUT_CUTS=3 has it run, and so has npm run faults'

test('a database that is cut off and comes back loses nothing, and everything goes on', { skip }, async (t) => {
  t.diagnostic(`READOUT_SEED=${SEED} repeats these moments`)
  const random = makeRandom(SEED)
  const folder = mkdtempSync(join(tmpdir(), 'readout-gone-'))
  const server = await start()
  const url = await server.makeDatabase()
  const desk = await openDesk(folder, { url })
  await takeIn(desk, handIn([reportOf(0)]), () => {})
  const serving = await beginServing(folder, { env: { READOUT_STORE: url } })
  const worker = spawn(process.execPath, [MAIN, 'worker', '--desk', folder, '--no-fetch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_TEST_CONTEXT: '', READOUT_STORE: url },
  })
  try {
    await once(worker.stdout, 'data') // it works by now
    await until(async () => !isPending(desk))
    const acting = beginActing(desk, serving.url)
    for (let nth = 1; nth <= CUTS; nth += 1) {
      await pause(200 + random() * BACK_MS)
      await server.cut()
      const gone = nth === CUTS ? LAST_GONE_MS : random() * GONE_MS
      await pause(gone)
      if (gone > 2000) assert.equal(await readiness(serving.url), 503, 'served, but not ready without its database')
      await server.again()
    }
    await pause(1000)
    const { kept, ruled, refused } = await acting.end()
    await until(async () => countUnmade(desk.store, desk.makers) === 0 && !isPending(desk))
    await until(async () => (await readiness(serving.url)) === 200)
    assert.deepEqual([serving.child.exitCode, worker.exitCode], [null, null], 'both lived through it')
    for (const digest of kept) {
      const bytes = await findPayload(desk.store, digest)
      assert.ok(bytes && digestOf(bytes) === digest, `acknowledged, but lost: ${digest}`)
    }
    for (const id of ruled) {
      const rows = desk.store.plain.rows('select 1 from truth.decision where id = ?', id)
      assert.equal(rows.length, 1, `acknowledged, but lost: the ruling ${id}`)
    }
    const [row] = desk.store.plain.rows('select count(*) as readings, count(distinct doc) as docs from derived.reading')
    assert.equal(row?.readings, row?.docs, 'nothing is read twice')
    assert.deepEqual(check(desk).breaches, [])
    const digest = await dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, digest, 'nothing is doubled: made anew it is the same')
    assert.ok(kept.length > CUTS && ruled.length > 0, 'hardly anything had been acknowledged')
    t.diagnostic(`${CUTS} cuts: ${kept.length} reports and ${ruled.length} rulings acknowledged, all found; ${refused}`)
  } finally {
    worker.kill('SIGTERM')
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'close')
    await serving.kill('SIGTERM')
    await desk.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What was acknowledged until it was ended, and how often something was refused. */
interface Acted {
  readonly kept: readonly string[] // digests of what was taken in
  readonly ruled: readonly string[] // ids of decisions
  readonly refused: string
}

// Two who write, one by the store and one by the API; each goes on after a refusal.
function beginActing(desk: Desk, url: string): { end(): Promise<Acted> } {
  const kept: string[] = []
  const ruled: string[] = []
  const refusals = new Map<string, number>()
  const refuse = (what: string): void => void refusals.set(what, (refusals.get(what) ?? 0) + 1)
  let isOver = false
  const handingIn = async (): Promise<void> => {
    for (let nth = 1; !isOver; nth += 1) {
      try {
        await takeIn(desk, handIn([reportOf(nth)]), ({ digest }) => kept.push(digest))
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error
        refuse(error.code)
      }
      await pause(120)
    }
  }
  const ruling = async (): Promise<void> => {
    for (let nth = 1; !isOver; nth += 1) {
      const answer = await note(url, nth).catch((error: Error) => error.name)
      if (typeof answer === 'string') refuse(answer)
      else ruled.push(answer.id)
      await pause(150)
    }
  }
  const all = Promise.all([handingIn(), ruling()])
  return {
    async end() {
      isOver = true
      await all
      return { kept, ruled, refused: [...refusals].map(([what, count]) => `${what} ${count} times`).join(', ') }
    },
  }
}

// The decision that a note became, or the status of what refused it. Whoever waits longer than ANSWER_MS has no answer.
async function note(url: string, nth: number): Promise<{ readonly id: string } | string> {
  const signal = AbortSignal.timeout(ANSWER_MS)
  const listed = await fetch(`${url}/api/claims?limit=1`, { signal })
  if (!listed.ok) return String(listed.status)
  const { items } = (await listed.json()) as { items: { id: string }[] }
  const body = JSON.stringify({ kind: 'note', noun: 'claim', id: items[0]?.id, text: `Ask again, ${nth}.` })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/decisions`, { method: 'POST', headers, body, signal })
  return answer.ok ? ((await answer.json()) as { id: string }) : String(answer.status)
}

async function readiness(url: string): Promise<number> {
  return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(ANSWER_MS) })).status
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + SETTLE_MS
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `it did not come to rest within ${SETTLE_MS / 1000} s`)
    await pause(200)
  }
}

function reportOf(nth: number): string {
  return `Report ${nth}. The levy talks in Karsk will go on for ${nth} more days, Foreign Minister Ilse Varga said on Tuesday.`
}
