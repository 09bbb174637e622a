import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setsLeft } from './sets-left.ts'

const left = (sets: string[], kept: string): string[] =>
  setsLeft(
    sets.map((set) => [...set]),
    (thing) => kept.includes(thing),
  ).map((set) => set.join(''))

test('what is left out is in no set, and one thing alone is none', () => {
  assert.deepEqual(left(['abc', 'ad'], 'abcd'), ['abc', 'ad'])
  assert.deepEqual(left(['abc', 'ad'], 'abc'), ['abc'])
  assert.deepEqual(left(['abc', 'ad'], 'd'), [])
})

test('sets that became the same are told once, and one within another not at all', () => {
  assert.deepEqual(left(['xuv', 'yuv'], 'uv'), ['uv'])
  assert.deepEqual(left(['xuv', 'yuv'], 'yuv'), ['yuv'])
})
