import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTryMs } from './back-off.ts'

const MINUTE = 60_000

test('the wait doubles from a minute or two up to half a day, and chance decides half of it', () => {
  const waits = [1, 2, 3, 4, 8, 10, 11, 1000].map((failures) => nextTryMs(failures, () => 0) / MINUTE)
  assert.deepEqual(waits, [1, 2, 4, 8, 128, 360, 360, 360])
  assert.equal(
    nextTryMs(1, () => 0.5),
    1.5 * MINUTE,
  )
  assert.equal(
    nextTryMs(50, () => 1),
    12 * 60 * MINUTE,
  )
  assert.equal(
    nextTryMs(0, () => 0),
    MINUTE,
  )
})
