import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { makePool, type Pool } from './pool.ts'
import type { Worker } from './worker.ts'

interface Open {
  readonly pool: Pool<string, string>
  readonly workers: { readonly asked: string[]; isEnded: boolean }[]
}

interface OpenTerms {
  readonly ready?: Promise<void>
  readonly isPressed?: () => boolean
}

/** A pool of workers that answer "lose" by being lost, "refuse" by a refusal, and all else by itself. */
function openPool(most: number, { ready = Promise.resolve(), isPressed }: OpenTerms = {}): Open {
  const workers: Open['workers'] = []
  const open = (): Worker<string, string> => {
    const worker = { asked: [] as string[], isEnded: false }
    workers.push(worker)
    let isLost = false
    return {
      ready,
      isLost: () => isLost,
      async ask(question) {
        worker.asked.push(question)
        await setImmediate()
        isLost = question === 'lose'
        if (isLost || question === 'refuse') throw new Error(`no answer to ${question}`)
        return question
      },
      end() {
        worker.isEnded = true
      },
    }
  }
  return { pool: makePool(open, { most, ...(isPressed && { isPressed }) }), workers }
}

test('the first worker is begun at once, and one question needs no other', async () => {
  const { pool, workers } = openPool(4)
  assert.equal(workers.length, 1)
  assert.deepEqual(await pool.ask('levy'), { answer: 'levy' })
  assert.deepEqual(await pool.ask('dam'), { answer: 'dam' })
  assert.deepEqual(workers, [{ asked: ['levy', 'dam'], isEnded: false }])
  pool.end()
  assert.ok(workers[0]?.isEnded)
})

test('many questions are handed to at most so many workers as they become free', async () => {
  const { pool, workers } = openPool(3)
  const questions = Array.from({ length: 20 }, (_, i) => `q${i}`)
  const outcomes = await Promise.all(questions.map(pool.ask))
  assert.deepEqual(
    outcomes,
    questions.map((answer) => ({ answer })),
  )
  assert.equal(workers.length, 3)
  assert.deepEqual(workers.flatMap(({ asked }) => asked).toSorted(), questions.toSorted())
  assert.ok(workers.every(({ asked }) => asked.length >= 5))
})

test('while little is behind all is left to one worker, and another is ended when it had nothing to do for a minute', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let isMuch = false
  const { pool, workers } = openPool(2, { isPressed: () => isMuch })
  const ask = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => pool.ask(`q${i}`)))
  await ask(30)
  assert.deepEqual(
    workers.map(({ asked }) => asked.length),
    [30],
  )
  isMuch = true
  await ask(30)
  const asked = workers[1]?.asked.length ?? 0
  assert.ok(asked > 10, `${asked} of 30`)
  isMuch = false
  await ask(5)
  assert.equal(workers[1]?.asked.length, asked, 'little is left to the first')
  t.mock.timers.tick(60_000)
  assert.deepEqual(
    workers.map(({ isEnded }) => isEnded),
    [false, true],
  )
  isMuch = true
  await ask(30)
  assert.equal(workers.length, 3, 'it is begun again where much is behind again')
  t.mock.timers.tick(60_000)
  assert.deepEqual(
    workers.map(({ isEnded }) => isEnded),
    [false, true, true],
    'nobody asked any more: it is ended though nobody said that little is behind',
  )
  pool.end()
})

test('a refusal costs the question alone; a lost worker costs its question and is begun anew', async () => {
  const { pool, workers } = openPool(1)
  const outcomes = await Promise.all(['levy', 'refuse', 'dam', 'lose', 'paper'].map(pool.ask))
  assert.deepEqual(outcomes, [
    { answer: 'levy' },
    { refusal: 'no answer to refuse' },
    { answer: 'dam' },
    { refusal: 'no answer to lose' },
    { answer: 'paper' },
  ])
  assert.deepEqual(
    workers.map(({ asked }) => asked),
    [['levy', 'refuse', 'dam', 'lose'], ['paper']],
  )
})

test('a worker that cannot begin is the fault of no question, and ends them all', async () => {
  const { pool } = openPool(2, { ready: Promise.reject(new Error('no reader there')) })
  const asked = ['levy', 'dam', 'paper'].map(pool.ask)
  for (const one of asked) await assert.rejects(one, /no reader there/)
  await assert.rejects(pool.ask('later'), /no reader there/)
})
