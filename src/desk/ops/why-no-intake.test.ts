import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { headOf } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import { openDesk } from '../open-desk.ts'
import { DEFAULTS } from '../settings.ts'
import { takeIn } from '../take-in.ts'
import { roomLeft } from './room-left.ts'
import { judgeRoom } from './why-no-intake.ts'

const MIB = 2 ** 20
const PLENTY = { diskFree: 9000 * MIB, memoryFree: 9000 * MIB, held: 100 * MIB }

test('each limit stops intake below it, and not at it', () => {
  const limits = { ...DEFAULTS, storeMiB: 1000 }
  const what = (room: Partial<typeof PLENTY>, bytes = 0) => judgeRoom(limits, { ...PLENTY, ...room }, { bytes })?.what
  assert.equal(what({}), undefined)
  assert.equal(what({ diskFree: 256 * MIB }), undefined)
  assert.equal(what({ diskFree: 256 * MIB - 1 }), 'disk')
  assert.equal(what({}, 1000 * MIB), undefined)
  assert.equal(what({}, 1000 * MIB + 1), 'store')
  assert.equal(what({ memoryFree: 64 * MIB - 1 }), 'memory')
  assert.equal(what({ held: 2048 * MIB + 1 }), 'process')
  const none = { diskFreeMiB: 0, storeMiB: 0, memoryFreeMiB: 0, memoryMiB: 0 }
  assert.equal(judgeRoom(none, { diskFree: 0, memoryFree: 0, held: 1e15 }, { bytes: 1e15 }), undefined)
  assert.match(
    judgeRoom(limits, { ...PLENTY, diskFree: 7 * MIB }, { bytes: 0 })?.words ?? '',
    /^7 MiB .*diskFreeMiB.*256/,
  )
})

test('a system that does not tell what is free on the disk stops nothing', () => {
  const { diskFree: _, ...silent } = PLENTY
  assert.equal(judgeRoom(DEFAULTS, silent, { bytes: 0 }), undefined)
})

test('the room of this machine is told in bytes', async () => {
  const { diskFree = 0, memoryFree, held } = await roomLeft(tmpdir())
  assert.ok(diskFree > MIB && memoryFree > MIB && held > MIB, `${diskFree} ${memoryFree} ${held}`)
  assert.ok(held < 64 * 1024 * MIB && memoryFree < 2 ** 50)
  assert.equal((await roomLeft('/nowhere/at/all')).diskFree, undefined)
})

test('with too little room nothing more is kept; what was acknowledged stays, and intake goes on once there is room', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-room-'))
  const desk = await openDesk(dir)
  t.after(async () => {
    await desk.close()
    await rm(dir, { recursive: true })
  })
  const kept: string[] = []
  const take = (name: string) => takeIn(desk, one(name), ({ name: own }) => kept.push(own))
  const set = (diskFreeMiB: number) => writeFile(join(dir, 'settings.json'), JSON.stringify({ diskFreeMiB }))
  await take('levy')
  await set(99_000_000)
  await assert.rejects(take('dam'), (error) => {
    assert.ok(error instanceof ReadoutError)
    assert.equal(error.code, 'INTAKE_STOPPED')
    assert.match(error.message, /nothing is taken in: \d+ MiB are free on the disk.*make room/)
    return true
  })
  assert.equal(headOf(desk.store).number, 1)
  await set(0)
  await take('bridge')
  assert.deepEqual(kept, ['levy', 'bridge'])
  assert.equal(headOf(desk.store).number, 2)
})

async function* one(
  name: string,
): Parameters<typeof takeIn>[1] extends AsyncIterable<infer T> ? AsyncGenerator<T> : never {
  const bytes = new TextEncoder().encode(`The envoy Ilse Marrow said on Monday that the ${name} talks would go on.`)
  yield { bytes, given: { name, mediaType: 'text/plain' }, asked: name }
}
