import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRecent } from './make-recent.ts'

test('what was looked up longest ago goes first, and nothing is known of a key that went', () => {
  const recent = makeRecent(1000)
  recent.put('a', 'levy')
  recent.put('b', undefined)
  recent.put('c', new Uint8Array(100))
  assert.deepEqual(recent.find('a'), { value: 'levy' })
  assert.deepEqual(recent.find('b'), { value: undefined }, 'that there is nothing is known')
  recent.put('d', new Uint8Array(400)) // 150 and more for each
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((key) => recent.find(key) !== undefined),
    [true, true, false, true],
  )
  recent.put('d', 'short')
  recent.put('c', new Uint8Array(100))
  assert.ok(
    ['a', 'b', 'c', 'd'].every((key) => recent.find(key)),
    'a value put again counts once',
  )
  recent.put('huge', new Uint8Array(2000))
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'huge'].filter((key) => recent.find(key)),
    [],
  )
})
