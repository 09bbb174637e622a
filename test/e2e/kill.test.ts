// The process is killed at six random moments or more while reports come in: what it said yes to is there, nothing is
// there twice, the check passes each time, and running the same command again completes the rest.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDesk } from '../../src/desk/open-desk.ts'
import { MAIN, makeFolder, readout } from '../readout.ts'

const REPORTS = Number(process.env.READOUT_KILL_REPORTS ?? 60) // a thousand take two minutes
const KILLS = Number(process.env.READOUT_KILLS ?? 6)

const skip = process.env.READOUT_WHOLE
  ? false
  : 'a minute long; test/faults/kill.test.ts kills the intake each time, READOUT_WHOLE=1 has this run'

test('a process killed while reports come in loses nothing that it acknowledged', { skip }, async (t) => {
  const folder = makeFolder()
  const desk = join(folder, 'desk')
  const file = join(folder, 'wire.jsonl')
  const names = Array.from({ length: REPORTS }, (_, i) => `wire-${i}`)
  writeFileSync(file, names.map((id, i) => JSON.stringify({ id, outlet: 'Karsk Courier', text: textOf(i) })).join('\n'))
  const acknowledged = new Set<string>()
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const moment = momentOf(kill)
    for (const name of await killedAt(['add', file, '--desk', desk], moment)) acknowledged.add(name)
    t.diagnostic(`killed ${moment.ms} ms after ${moment.kept} were kept: ${acknowledged.size} acknowledged`)
    const kept = await namesOn(desk)
    assert.deepEqual(
      [...acknowledged].filter((name) => !kept.includes(name)),
      [],
      `lost: ${JSON.stringify(moment)}`,
    )
    const { status, out, err } = await readout(['check', '--desk', desk])
    assert.equal(status, 0, out + err)
  }
  const last = await readout(['add', file, '--desk', desk])
  assert.equal(last.status, 0, last.err)
  assert.deepEqual((await namesOn(desk)).sort(), names.sort())
  const { status, out } = await readout(['check', '--desk', desk, '--json'])
  assert.equal(status, 0, out)
  const { counts } = JSON.parse(out) as {
    counts: { reports: number; docs: number; readings: number; payloads: number }
  }
  const { reports, docs, readings, payloads } = counts
  assert.deepEqual(
    { reports, docs, readings, payloads },
    { reports: REPORTS, docs: REPORTS, readings: REPORTS, payloads: REPORTS },
  )
})

interface Moment {
  readonly kept: number // how many of this run were acknowledged
  readonly ms: number // since then, or since the process began
}

// The first while the desk is being made, most ever deeper in the intake, a third in the reading that follows it.
function momentOf(kill: number): Moment {
  if (kill === 1) return { kept: 0, ms: Math.round(150 + Math.random() * 400) }
  const inIntake = Math.ceil((KILLS - 1) * (2 / 3))
  if (kill <= 1 + inIntake)
    return { kept: Math.round((kill - 1 - Math.random()) * (REPORTS / inIntake)), ms: Math.round(Math.random() * 30) }
  return { kept: REPORTS, ms: Math.round(Math.random() * 2000) }
}

function textOf(i: number): string {
  return `Envoy speaks for the ${i}th time

The Veldanian envoy Ilse Marrow said on Monday that ship ${i} had not been held in Karsk.

“We have counted ${i} of them,” Marrow told Meridian News Agency.`
}

/** The names that were acknowledged before the kill. */
function killedAt(args: readonly string[], { kept, ms }: Moment): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    let timer: NodeJS.Timeout | undefined
    const killOnceDue = (): void => {
      if (timer === undefined && namesIn(out).length >= kept) timer = setTimeout(() => child.kill('SIGKILL'), ms)
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      killOnceDue()
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(namesIn(out))
    })
    killOnceDue()
  })
}

function namesIn(out: string): string[] {
  const lines = out.split('\n').slice(0, -1) // the last piece may be cut in two
  return lines.flatMap((line) => /^kept (\S+)/.exec(line)?.[1] ?? [])
}

async function namesOn(dir: string): Promise<string[]> {
  const desk = await openDesk(dir)
  try {
    return desk.store.plain.rows('select name from truth.report').map(({ name }) => String(name))
  } finally {
    await desk.close()
  }
}
