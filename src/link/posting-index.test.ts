import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MemoryShelf } from './memory-shelf.ts'
import { PostingIndex, type Postings } from './posting-index.ts'

// Park and Miller's generator: the same numbers for one seed.
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const wordOf = (day: number): number => (day << 16) >>> 0

function listOf(postings: Postings): number[] {
  return Array.from({ length: postings.length }, (_, at) => postings.numberAt(at))
}

test('what is posted is found in its order, however often the index is put on the shelf and opened again', () => {
  const shelf = new MemoryShelf()
  const random = makeRandom(5)
  const all = new Map<string, number[]>()
  let index = new PostingIndex(shelf)
  for (let number = 0; number < 6000; number++) {
    const key = `key ${Math.floor(random() ** 2 * 900)}`
    index.add(key, number, wordOf(10))
    all.set(key, [...(all.get(key) ?? []), number])
    if (number % 37 === 0) index.flush(0)
    if (number % 1111 === 0) {
      index.flush(0)
      index = new PostingIndex(shelf)
    }
  }
  index.flush(0)
  const again = new PostingIndex(shelf)
  for (const [key, numbers] of all) assert.deepEqual(listOf(again.find(key)), numbers, key)
  assert.deepEqual(listOf(again.find('a key that nothing has')), [])
})

test('the first key that is looked up after opening has all that the journal holds of it', () => {
  const shelf = new MemoryShelf()
  const index = new PostingIndex(shelf)
  const numbers = Array.from({ length: 100 }, (_, number) => number)
  for (const number of numbers) {
    index.add('key', number, wordOf(10))
    index.flush(0)
  }
  assert.deepEqual(listOf(new PostingIndex(shelf).find('key')), numbers)
})

test('what is taken back is gone, from the journal and from the buckets', () => {
  const shelf = new MemoryShelf()
  const random = makeRandom(6)
  const all = new Map<string, number[]>()
  const posted: { key: string; hash: ReturnType<PostingIndex['add']> }[] = []
  let index = new PostingIndex(shelf)
  for (let number = 0; number < 4000; number++) {
    if (random() < 0.4 && posted.length > 0) {
      const last = posted.pop()
      if (!last) continue
      index.takeBack(last.hash)
      all.get(last.key)?.pop()
    } else {
      const key = `key ${Math.floor(random() * 50)}`
      posted.push({ key, hash: index.add(key, number, wordOf(10)) })
      all.set(key, [...(all.get(key) ?? []), number])
    }
    if (random() < 0.03) index.flush(0)
    if (random() < 0.01) {
      index.flush(0)
      index = new PostingIndex(shelf)
    }
  }
  for (const [key, numbers] of all) assert.deepEqual(listOf(index.find(key)), numbers, key)
})

test('what is older than anybody with a date looks for lies beside its bucket, and is found where all is asked for', () => {
  const shelf = new MemoryShelf()
  const index = new PostingIndex(shelf)
  const keys = Array.from({ length: 40 }, (_, at) => `key ${at}`)
  const numbers = Array.from({ length: 4500 }, (_, number) => number)
  for (const number of numbers) for (const key of keys) index.add(key, number, wordOf(Math.floor(number / 50)))
  for (let turn = 0; turn < 5; turn++) {
    index.add('another key', turn, wordOf(90))
    index.flush(80)
  }
  const again = new PostingIndex(shelf)
  for (const key of keys) {
    const young = listOf(again.find(key))
    assert.ok(young.length < numbers.length, key)
    assert.deepEqual(young, numbers.slice(-young.length), key)
    assert.ok(young.length >= 500, `${key}: ${young.length} are left`)
    assert.deepEqual(listOf(again.find(key, true)), numbers, key)
  }
})

test('a journal page is let go of once all of it is in buckets', () => {
  const shelf = new MemoryShelf()
  const index = new PostingIndex(shelf)
  let pages = 0
  for (let number = 0; number < 250; number++) {
    for (let key = 0; key < 1000; key++) index.add(`key ${key}`, number, wordOf(10))
    index.flush(0)
    pages = Math.max(
      pages,
      Array.from({ length: 500 }, (_, page) => shelf.get(`journal ${page}`)).filter(Boolean).length,
    )
  }
  assert.ok(pages > 100 && pages < 200, `${pages} pages at once`)
})
