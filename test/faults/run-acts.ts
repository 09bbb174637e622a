// A worker that does acts, in a process of its own: begun, watched line by line, and looked at when it has ended.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Stream } from 'node:stream'
import { check } from '../../src/desk/check.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { actRooms } from './act-rooms.ts'
import { ACTS, type ActName, findLost } from './acts.ts'

export interface ActRun {
  readonly desk: string
  readonly from: number
  readonly count: number
  readonly acts: readonly ActName[]
  readonly seed: number
  readonly mail?: number // the port of the mail server
  readonly env?: Readonly<Record<string, string>>
  readonly under?: readonly string[] // a command that runs it, such as strace
  readonly out?: Stream // where it says what it did; else it is watched here
}

export interface RunningActs {
  readonly child: ChildProcess
  readonly said: readonly string[] // what it has acknowledged so far
  readonly told: readonly string[] // and what it told beside: what was refused, how it ended
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>
}

/** Begins it. */
export function beginActs({ desk, from, count, acts, seed, mail, env = {}, under = [], out }: ActRun): RunningActs {
  const worker = join(import.meta.dirname, 'act-worker.ts')
  const numbers = ['--from', String(from), '--count', String(count), '--seed', String(seed)]
  const args = [worker, '--desk', desk, ...numbers, '--acts', acts.join(','), ...(mail ? ['--mail', String(mail)] : [])]
  const [command = '', ...rest] = [...under, process.execPath, ...args]
  const own = { ...process.env, NODE_TEST_CONTEXT: '', UV_USE_IO_URING: '0', ...env }
  const child = spawn(command, rest, { stdio: ['ignore', out ?? 'pipe', 'pipe'], env: own })
  const said: string[] = []
  const told: string[] = []
  let cut = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (cut + text).split('\n')
    cut = lines.pop() ?? '' // the last may be cut in two
    for (const line of lines.filter((line) => line !== ''))
      (Object.hasOwn(ACTS, line.split(' ')[0] ?? '') ? said : told).push(line)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => told.push(text))
  const ended = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve({ status, signal }))
  })
  return { child, said, told, ended }
}

/** What a desk lacks of what was acknowledged, and what its own check finds. `isMade`: false where there may be none yet. */
export async function findHarm(
  dir: string,
  acknowledged: readonly string[],
  { isMade = true } = {},
): Promise<string[]> {
  const desk = await openDesk(dir, { rooms: actRooms(), make: !isMade })
  try {
    const lost = (await findLost(desk, acknowledged)).map((line) => `acknowledged, but lost: ${line}`)
    // the docs of the example week were made by hand: their ids are names, not digests
    const breaches = check(desk).breaches.filter(({ what }) => !/^doc .*\(doc-/.test(what))
    return [...lost, ...breaches.map((breach) => JSON.stringify(breach))]
  } finally {
    await desk.close()
  }
}
