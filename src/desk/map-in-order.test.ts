import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { mapInOrder } from './map-in-order.ts'

async function* count(to: number, seen: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < to; i += 1) {
    seen.push(i)
    yield i
  }
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

async function settle(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await setImmediate()
}

test('results come in the order of the items, whichever is made first', async () => {
  const waits = [5, 0, 3, 0, 0, 4, 1, 0]
  const make = async (item: number): Promise<string> => {
    for (let i = 0; i < (waits[item] ?? 0); i += 1) await setImmediate()
    return `made ${item}`
  }
  for (const limit of [1, 2, 20]) {
    const made = await listOf(mapInOrder(count(waits.length), make, limit))
    assert.deepEqual(
      made,
      waits.map((_, i) => `made ${i}`),
    )
  }
})

test('a result is given out while the source stands still', async () => {
  const still = Promise.withResolvers<void>()
  async function* haltAfterTwo(): AsyncGenerator<number> {
    yield* count(2)
    await still.promise
  }
  const results = mapInOrder(haltAfterTwo(), async (item) => item, 8)
  assert.deepEqual(
    [await results.next(), await results.next()].map(({ value }) => value),
    [0, 1],
  )
  const last = results.next()
  still.resolve()
  assert.equal((await last).done, true)
})

test('no more items are taken than the limit while the first is not made, or its result not fetched', async () => {
  const seen: number[] = []
  const first = Promise.withResolvers<number>()
  const results = mapInOrder(count(100, seen), async (item) => (item === 0 ? first.promise : item), 4)
  const next = results.next()
  await settle()
  assert.deepEqual(seen, [0, 1, 2, 3])
  first.resolve(0)
  assert.equal((await next).value, 0)
  await settle() // nobody fetches the second
  assert.ok(seen.length <= 5, `${seen.length} taken`)
  assert.equal((await listOf(results)).length, 99)
})

test('what the source or the work throws is thrown in its place, after the results before it', async () => {
  async function* breakAfterTwo(): AsyncGenerator<number> {
    yield* count(2)
    throw new Error('the source broke')
  }
  const failAtOne = async (item: number): Promise<number> => {
    if (item === 1) throw new Error('the work broke')
    return item
  }
  for (const [results, wanted, message] of [
    [mapInOrder(breakAfterTwo(), async (item) => item, 8), [0, 1], /the source broke/],
    [mapInOrder(count(4), failAtOne, 8), [0], /the work broke/],
  ] as const) {
    const got: number[] = []
    await assert.rejects(async () => {
      for await (const one of results) got.push(one)
    }, message)
    assert.deepEqual(got, wanted)
  }
})

test('who stops early ends the source', async () => {
  let isEnded = false
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) yield 1
    } finally {
      isEnded = true
    }
  }
  for await (const _ of mapInOrder(endless(), async (item) => item, 1)) break
  assert.ok(isEnded)
})
