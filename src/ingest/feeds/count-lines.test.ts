// Lines are counted, and a text without any is not searched through again for each place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countLines } from './count-lines.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

test('each place has its line, asked for in order or not', () => {
  const lineOf = countLines('a\nb\n\nc')
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 0, 5, 2].map((at) => lineOf(at)),
    [1, 1, 2, 2, 3, 4, 1, 4, 2],
  )
})

test('many places in one long line are quick', () => {
  const lineOf = countLines('x'.repeat(4_000_000))
  const begun = spentMs()
  for (let at = 0; at < 20_000; at += 1) assert.equal(lineOf(at * 200), 1)
  assert.ok(spentMs() - begun < 1000, `${spentMs() - begun} ms`)
})
