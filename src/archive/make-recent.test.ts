import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRecent } from './make-recent.ts'

const known = (recent: ReturnType<typeof makeRecent>, ...keys: string[]): string[] =>
  keys.filter((key) => recent.find(key))

test('what was put is known, also that there is nothing under a key, as it was put last', () => {
  const recent = makeRecent(10_000)
  assert.equal(recent.find('a'), undefined)
  recent.put('a', 'levy')
  recent.put('b', undefined)
  recent.put('a', 'port')
  assert.deepEqual(recent.find('a'), { value: 'port' })
  assert.deepEqual(recent.find('b'), { value: undefined })
})

test('what was not looked up for long is forgotten, and a value put again is the new one in both halves', () => {
  const recent = makeRecent(2000) // two in each half: 400 and some 150 each
  recent.put('a', new Uint8Array(250))
  recent.put('b', new Uint8Array(250))
  recent.put('c', new Uint8Array(250))
  assert.deepEqual(known(recent, 'a'), ['a'])
  recent.put('a', 'port')
  recent.put('d', new Uint8Array(250))
  assert.deepEqual(recent.find('a'), { value: 'port' })
  for (const key of ['e', 'f', 'g', 'h', 'i']) {
    recent.put(key, new Uint8Array(250))
    recent.find('a')
  }
  assert.deepEqual(known(recent, 'b', 'c', 'd', 'a'), ['a'])
})

test('many more than fit are put and forgotten in time that does not grow with their number', () => {
  const recent = makeRecent(2 ** 20)
  for (let i = 0; i < 100_000; i += 1) recent.put(`key ${i}`, 'value')
  const left = known(recent, ...Array.from({ length: 100_000 }, (_, i) => `key ${i}`))
  assert.ok(left.length > 1000 && left.length * 150 < 2 ** 20, `${left.length} left`)
})
