import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestPath, CONTENT, CONTENT_ON, CUE, CUE_ON, NONE, SOURCE, SOURCE_ON } from './best-path.ts'

/** Log scores in which each word prefers one label by `edge`. */
function preferring(labels: readonly number[], edge = 4): Float32Array {
  const scores = new Float32Array(labels.length * 7).fill(-edge)
  labels.forEach((label, word) => {
    scores[word * 7 + label] = -0.01
  })
  return scores
}

test('the envoy said that it was over: each word gets the label it prefers', () => {
  const wanted = [SOURCE, SOURCE_ON, CUE, CONTENT, CONTENT_ON, CONTENT_ON, CONTENT_ON, NONE]
  assert.deepEqual(bestPath(preferring(wanted), wanted.length, 2), wanted)
})

test('a cue begins at its anchor and nowhere else', () => {
  const path = bestPath(preferring([CUE, CUE, CUE_ON, CONTENT, CONTENT_ON]), 5, 1)
  assert.deepEqual(path, [NONE, CUE, CUE_ON, CONTENT, CONTENT_ON])
})

test('a role goes on only from itself', () => {
  const path = bestPath(preferring([NONE, CONTENT_ON, CUE, SOURCE_ON]), 4, 2)
  assert.ok(path[1] !== CONTENT_ON && path[3] !== SOURCE_ON)
})

test('a word alone that one score calls content is not worth a piece of its own', () => {
  const scores = preferring([CUE, CONTENT, CONTENT_ON, NONE, CONTENT, NONE], 1.5)
  assert.deepEqual(bestPath(scores, 6, 0).slice(3), [NONE, NONE, NONE])
})

test('one word, no words', () => {
  assert.deepEqual(bestPath(preferring([NONE]), 1, 0), [CUE])
  assert.deepEqual(bestPath(new Float32Array(0), 0, 0), [])
})
