import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeByteSink } from './byte-sink.ts'

test('what was added comes out in order, in memory of its own', () => {
  const sink = makeByteSink()
  const whole: number[] = []
  for (let i = 0; i < 500; i++) {
    const part = Uint8Array.from({ length: (i * 7919) % 1000 }, (_, k) => (i + k) % 256)
    sink.add(part)
    whole.push(...part)
    part.fill(0)
  }
  assert.equal(sink.size, whole.length)
  assert.deepEqual(sink.take(), Uint8Array.from(whole))
  assert.equal(sink.take().buffer.byteLength, whole.length)
  assert.equal(makeByteSink().take().length, 0)
})
