// A desk of an older version is opened by a process that is killed before each statement that it gives to SQLite. Each file is then of
// the old version or of the new, never between; opened again it holds all that it had. READOUT_STATEMENTS=all tries each statement of
// each older version, else some of the oldest are tried.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Schema } from '../../src/archive/tables.ts'
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { makeFolder } from '../readout.ts'
import { actRooms, exampleReports } from './act-rooms.ts'
import { ACTS, type Act } from './acts.ts'
import { filesOf, MIGRATIONS, makeOldDesk, shapeOf, type Versions } from './old-desk.ts'
import { findHarm } from './run-acts.ts'

const isWhole = process.env.READOUT_STATEMENTS === 'all'
const SOME = 4

test('killed at any statement of a migration, a file is of the old version or of the new', async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`READOUT_SEED=${seed} repeats these statements`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const today = join(folder, 'today')
  const acknowledged = await fill(today)
  const newest = new Map(filesOf(today).map((file) => [file, shapeOf(join(today, file))]))
  let kills = 0
  for (const versions of isWhole ? olderVersions() : [{ truth: 1, derived: 1, state: 1 }]) {
    const old = join(folder, `old-${Object.values(versions).join('-')}`)
    await makeOldDesk(old, today, versions)
    const before = new Map(filesOf(old).map((file) => [file, shapeOf(join(old, file))]))
    const whole = join(folder, 'whole')
    cpSync(old, whole, { recursive: true })
    const statements = Number(await openKilled(whole, 0))
    for (const file of filesOf(whole)) assert.equal(shapeOf(join(whole, file)), newest.get(file), `${file} of ${old}`)
    rmSync(whole, { recursive: true })
    assert.ok(statements > 20, `only ${statements} statements`)
    for (const nth of isWhole ? all(statements) : some(statements, random)) {
      const dir = join(folder, 'killed')
      cpSync(old, dir, { recursive: true })
      const what = `${JSON.stringify(versions)}, killed at statement ${nth} of ${statements}`
      assert.equal(await openKilled(dir, nth), 'SIGKILL', what)
      for (const file of filesOf(dir)) {
        const shape = shapeOf(join(dir, file))
        assert.ok(shape === before.get(file) || shape === newest.get(file), `${what}: ${file} is between versions`)
      }
      assert.deepEqual(await findHarm(dir, acknowledged), [], what)
      rmSync(dir, { recursive: true })
      kills += 1
    }
  }
  t.diagnostic(`${kills} kills`)
})

async function fill(dir: string): Promise<string[]> {
  const desk = await openDesk(dir, { rooms: actRooms() })
  const acknowledged: string[] = []
  await takeIn(desk, exampleReports(), ({ digest }) => acknowledged.push(`capture ${digest}`))
  await derive(desk)
  const acts: Readonly<Record<string, Act>> = { capture: ACTS.capture, decide: ACTS.decide, edition: ACTS.edition }
  for (const [name, act] of Object.entries(acts)) {
    await act.run(desk, '1', (words) => void acknowledged.push(`${name} ${words}`))
  }
  await desk.store.state()
  await desk.close()
  return acknowledged
}

/** Each version of each schema, the others as they are today. */
function olderVersions(): Versions[] {
  const today = Object.fromEntries(Object.entries(MIGRATIONS).map(([schema, all]) => [schema, Object.keys(all).length]))
  const newest = today as Record<Schema, number>
  return (Object.keys(newest) as Schema[]).flatMap((schema) =>
    Array.from({ length: newest[schema] - 1 }, (_, i) => ({ ...newest, [schema]: i + 1 })),
  )
}

function all(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

function some(count: number, random: () => number): number[] {
  return Array.from({ length: SOME }, (_, i) => 1 + Math.floor(((i + random()) * count) / SOME))
}

/** What it wrote, or the signal that ended it. */
async function openKilled(dir: string, nth: number): Promise<string> {
  const args = [join(import.meta.dirname, 'migrate-worker.ts'), dir, String(nth)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return signal ?? said.trim()
}
