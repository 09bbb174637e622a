import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Queue } from './queue.ts'

test('a queue is a list, whatever is put and taken at its ends', () => {
  const steps = fc.array(fc.oneof(fc.nat({ max: 9 }), fc.constantFrom('pop', 'shift', 'unshift')), { maxLength: 400 })
  fc.assert(
    fc.property(steps, (taken) => {
      const queue = new Queue<number>()
      const list: number[] = []
      for (const step of taken) {
        if (step === 'pop') assert.equal(queue.pop(), list.pop())
        else if (step === 'shift') assert.equal(queue.shift(), list.shift())
        else if (step === 'unshift') {
          queue.unshift(list.length)
          list.unshift(list.length)
        } else {
          queue.push(Number(step))
          list.push(Number(step))
        }
        assert.deepEqual([queue.size, queue.first, queue.last], [list.length, list[0], list.at(-1)])
      }
      assert.deepEqual([...queue], list)
    }),
  )
})
