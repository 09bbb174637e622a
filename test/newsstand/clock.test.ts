// Virtual time: as fast as it is told to be, leaping only while all wait, and the same in another process.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '../readout.ts'
import { beginClock, openClock } from './clock.ts'

const WEEK = 7 * 86_400_000
const HOUR = 3_600_000

test('a week of waiting takes no time where nobody works', async () => {
  const plan = beginClock(join(makeFolder(), 'leaps'), 1000, 10)
  const clock = openClock(plan, { sleepers: 1, stride: 0 })
  const began = performance.now()
  const order: string[] = []
  await Promise.all([
    clock.sleep(WEEK).then(() => order.push('week')),
    clock.sleep(HOUR).then(() => order.push('hour')),
    clock.sleep(2 * HOUR).then(() => order.push('two hours')),
  ])
  assert.deepEqual(order, ['hour', 'two hours', 'week'])
  assert.ok(clock.now() >= 1000 + WEEK)
  assert.ok(clock.now() < 1000 + WEEK + HOUR, 'not much more than was waited for')
  assert.ok(performance.now() - began < 5000, 'in seconds')
  clock.close()
})

test('nothing is leapt over while somebody works, or too few wait', async () => {
  const clock = openClock(beginClock(join(makeFolder(), 'leaps'), 0, 10), { sleepers: 2, stride: 0 })
  const end = new AbortController()
  const waiting = clock.sleep(HOUR)
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60))
  await rest()
  assert.ok(clock.now() < HOUR / 2, 'one waits alone')
  const more = clock.busy(async () => {
    void clock.sleep(2 * HOUR, end.signal)
    await rest()
    assert.ok(clock.now() < HOUR / 2, 'somebody works')
  })
  await Promise.all([waiting, more])
  assert.ok(clock.now() >= HOUR && clock.now() < 2 * HOUR)
  end.abort()
  clock.close()
})

test('another process reads the same time', async () => {
  const plan = beginClock(join(makeFolder(), 'leaps'), 0, 1)
  const clock = openClock(plan, { sleepers: 1, stride: 0 })
  await clock.sleep(WEEK)
  const code = `
    import { openClock } from ${JSON.stringify(join(import.meta.dirname, 'clock.ts'))}
    console.log(openClock(${JSON.stringify(plan)}).now())`
  const before = clock.now()
  const other = Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))
  assert.ok(before <= other && other <= clock.now(), `${before} <= ${other} <= ${clock.now()}`)
  clock.close()
})

test('a wait ends where it is broken off', async () => {
  const clock = openClock(beginClock(join(makeFolder(), 'leaps'), 0, 1))
  const stop = new AbortController()
  const waiting = clock.sleep(HOUR, stop.signal)
  stop.abort()
  await waiting
  assert.ok(clock.now() < HOUR)
  clock.close()
})

test('who looks each second is woken once a stride', async () => {
  const clock = openClock(beginClock(join(makeFolder(), 'leaps'), 0, 1), { sleepers: 1, stride: 60_000 })
  let looks = 0
  for (; clock.now() < HOUR; looks += 1) await clock.sleep(1000)
  assert.ok(looks <= 60, `${looks} looks`)
  clock.close()
})
