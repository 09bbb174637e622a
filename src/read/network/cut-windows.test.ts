import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { docOf } from '../read-text.contract.ts'
import { cutWindows } from './cut-windows.ts'
import { splitWords } from './split-words.ts'

const ROOM = 382

test('a short doc is one window', () => {
  const words = splitWords(docOf('Marrow said the offer was dead.'))
  const sizes = words.map(() => 1)
  assert.deepEqual(cutWindows(words, sizes, ROOM), [{ from: 0, to: 7, coreFrom: 0, coreTo: 7 }])
  assert.deepEqual(cutWindows([], [], ROOM), [])
})

test('windows hold at most the room, decide every word once, and show some words around', () => {
  const sentence = 'Marrow said the offer was dead and the pact with it. '
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 16 }), (count, widest) => {
      const words = splitWords(docOf(Array.from({ length: count }, () => sentence).join('\n')))
      const sizes = words.map((_, at) => 1 + (at % widest))
      const windows = cutWindows(words, sizes, ROOM)
      let decided = 0
      for (const { from, to, coreFrom, coreTo } of windows) {
        assert.equal(coreFrom, decided)
        assert.ok(from <= coreFrom && to >= coreTo && coreTo > coreFrom)
        assert.ok(sizes.slice(from, to).reduce((sum, size) => sum + size, 0) <= ROOM)
        decided = coreTo
      }
      assert.equal(decided, words.length)
    }),
    { numRuns: 60 },
  )
})

test('a cut goes to a paragraph where one is near', () => {
  const words = splitWords(
    docOf(Array.from({ length: 60 }, () => 'Marrow said the offer was dead and gone.').join('\n')),
  )
  const windows = cutWindows(
    words,
    words.map(() => 1),
    ROOM,
  )
  for (const { coreFrom } of windows.slice(1)) assert.equal(words[coreFrom]?.gap, 3)
})
