// The disk is full, broken or closed to us at each place where a file of ours is written, the first and the last time that it is used: it is said so, nothing that was
// acknowledged is harmed, no half file bears a name, and the same work goes through as soon as the disk does.
// READOUT_FAULTS=all tries each fault at each, else one at the first.
import './disk/fault-door.ts'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { makeFolder } from '../readout.ts'
import { actRooms, exampleReports } from './act-rooms.ts'
import { ACTS, type Act, findLost } from './acts.ts'
import { FAULTS, withFault } from './disk/fault-door.ts'

const isWhole = process.env.READOUT_FAULTS === 'all'
const WRITERS = ['setting', 'warc', 'whole', 'site', 'export', 'case', 'backup', 'restore', 'move'] as const
const SRC = join(import.meta.dirname, '..', '..', 'src')

// each with the test that has its calls fail
const TRIED_ELSEWHERE: Readonly<Record<string, string>> = {
  'src/desk/removal/drop-written.ts': 'only takes away, before anything is acknowledged',
}

const tried = new Set<string>(Object.keys(TRIED_ELSEWHERE))

for (const name of WRITERS) {
  test(`${name}: whichever call fails, it is said, nothing is harmed, and it goes through after that`, async (t) => {
    const root = makeFolder()
    const desk = await openDesk(join(root, 'desk'), { rooms: actRooms() })
    await takeIn(desk, exampleReports(), () => {})
    await derive(desk)
    const act: Act = ACTS[name]
    const kept: string[] = []
    let nth = 0
    const run = (): Promise<void> => {
      nth += 1
      return act.run(desk, String(nth), (words) => void kept.push(`${name} ${words}`))
    }
    await ACTS.whole.run(desk, '0', () => {}) // the folder for what is written out
    await run()
    const calls = await withFault({ under: root, nth: 0, fault: 'EIO' }, run)
    assert.ok(calls.length > 0, 'no call was seen')
    for (const call of calls) tried.add(call.split(' ')[0] ?? '')
    let faults = 0
    for (const at of firstAndLast(calls)) {
      for (const fault of isWhole ? FAULTS : [FAULTS[(at + name.length) % FAULTS.length] ?? 'EIO']) {
        faults += 1
        const what = `${fault} at call ${at}, ${calls[at - 1]}`
        await withFault({ under: root, nth: at, fault }, () => run().then(undefined, saidSo(what)))
        assert.deepEqual(await findLost(desk, kept.slice(isWhole ? -3 : -1)), [], what)
        assert.deepEqual(findHalves(root), [], what)
        await run()
        assert.deepEqual(await findLost(desk, kept.slice(isWhole ? -3 : -1)), [], `after ${what}`)
      }
    }
    t.diagnostic(
      `${faults} faults at ${calls.length} calls from ${new Set(calls.map((call) => call.split(' ')[0])).size} files`,
    )
    await desk.close()
  })
}

test('a desk that cannot be made is said to be one, and can be made after that', async () => {
  const root = makeFolder()
  const make = async (dir: string): Promise<Desk> => openDesk(dir, { rooms: actRooms() })
  const calls = await withFault({ under: root, nth: 0, fault: 'EIO' }, async () =>
    (await make(join(root, 'a', 'desk'))).close(),
  )
  for (const [at, call] of calls.entries()) {
    tried.add(call.split(' ')[0] ?? '')
    const dir = join(root, `b${at}`, 'desk')
    const fail = async (): Promise<void> => (await make(dir)).close()
    await withFault({ under: root, nth: at + 1, fault: 'EACCES' }, () => fail().then(undefined, saidSo(call)))
    await (await make(dir)).close()
  }
})

// What writes a file and is not tried above is named here, so that a new place that writes cannot be forgotten.
test('every file of the product that writes was tried', () => {
  const WRITES =
    /\b(?:writeFile|appendFile|createWriteStream|copyFile|rename|truncate|rmdir|unlink|mkdir)\(|\bopen\([^)]*'(?:w|wx|a|ax|r\+)'/
  const writers = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(path))
    .filter((path) => {
      const text = readFileSync(join(SRC, path), 'utf8')
      return /from 'node:fs/.test(text) && WRITES.test(text)
    })
    .map((path) => `src/${path}`)
  assert.ok(writers.length >= 4, `only ${writers.length} seen`)
  assert.deepEqual(
    writers.filter((path) => !tried.has(path)),
    [],
  )
})

/** Of the calls from each place the first, and in the long run the last, counted from 1. */
function firstAndLast(calls: readonly string[]): number[] {
  return calls.flatMap((call, at) =>
    calls.indexOf(call) === at || (isWhole && calls.lastIndexOf(call) === at) ? [at + 1] : [],
  )
}

function saidSo(what: string): (error: unknown) => void {
  return (error) => assert.ok(error instanceof ReadoutError, `${what}: ${error instanceof Error ? error.stack : error}`)
}

/** What is neither whole nor gone: parts under names of their own. */
function findHalves(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:part|new|readout-part)$|\.part\./.test(path),
  )
}
