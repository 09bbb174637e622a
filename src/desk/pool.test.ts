import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { makePool, type Pool } from './pool.ts'
import type { Thread } from './thread.ts'

interface Open {
  readonly pool: Pool<string, string>
  readonly threads: { readonly asked: string[]; isEnded: boolean }[]
}

/** A pool of threads that answer "lose" by being lost, "refuse" by a refusal, and all else by itself. */
function openPool(most: number, ready: Promise<void> = Promise.resolve()): Open {
  const threads: Open['threads'] = []
  const open = (): Thread<string, string> => {
    const thread = { asked: [] as string[], isEnded: false }
    threads.push(thread)
    let isLost = false
    return {
      ready,
      isLost: () => isLost,
      async ask(question) {
        thread.asked.push(question)
        await setImmediate()
        isLost = question === 'lose'
        if (isLost || question === 'refuse') throw new Error(`no answer to ${question}`)
        return question
      },
      async end() {
        thread.isEnded = true
      },
    }
  }
  return { pool: makePool(open, most), threads }
}

test('the first thread is begun at once, and one question needs no other', async () => {
  const { pool, threads } = openPool(4)
  assert.equal(threads.length, 1)
  assert.deepEqual(await pool.ask('levy'), { answer: 'levy' })
  assert.deepEqual(await pool.ask('dam'), { answer: 'dam' })
  assert.deepEqual(threads, [{ asked: ['levy', 'dam'], isEnded: false }])
  await pool.end()
  assert.ok(threads[0]?.isEnded)
})

test('many questions are handed to at most so many threads as they become free', async () => {
  const { pool, threads } = openPool(3)
  const questions = Array.from({ length: 20 }, (_, i) => `q${i}`)
  const outcomes = await Promise.all(questions.map(pool.ask))
  assert.deepEqual(
    outcomes,
    questions.map((answer) => ({ answer })),
  )
  assert.equal(threads.length, 3)
  assert.deepEqual(threads.flatMap(({ asked }) => asked).toSorted(), questions.toSorted())
  assert.ok(threads.every(({ asked }) => asked.length >= 5))
})

test('a refusal costs the question alone; a lost thread costs its question and is begun anew', async () => {
  const { pool, threads } = openPool(1)
  const outcomes = await Promise.all(['levy', 'refuse', 'dam', 'lose', 'paper'].map(pool.ask))
  assert.deepEqual(outcomes, [
    { answer: 'levy' },
    { refusal: 'no answer to refuse' },
    { answer: 'dam' },
    { refusal: 'no answer to lose' },
    { answer: 'paper' },
  ])
  assert.deepEqual(
    threads.map(({ asked }) => asked),
    [['levy', 'refuse', 'dam', 'lose'], ['paper']],
  )
})

test('a thread that cannot begin is the fault of no question, and ends them all', async () => {
  const { pool } = openPool(2, Promise.reject(new Error('no reader there')))
  const asked = ['levy', 'dam', 'paper'].map(pool.ask)
  for (const one of asked) await assert.rejects(one, /no reader there/)
  await assert.rejects(pool.ask('later'), /no reader there/)
})
