import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMarks } from './find-marks.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

test('the marks that need a word before them are found with it, and without it not', () => {
  assert.equal(findMarks('The photograph of the flood was taken in another year').denials, 1)
  assert.equal(findMarks('The flood was taken in another year').denials, 0)
  assert.equal(findMarks('The wolf was a dog all along').denials, 1)
  assert.equal(findMarks('The wolf walks all along the wall').denials, 0)
  assert.equal(findMarks('The plan for the dam is dropped').turns, 1)
  assert.equal(findMarks('The anchor is dropped').turns, 0)
})

test('a text without a stop costs about its length', () => {
  const begin = spentMs()
  findMarks('Karsk was there and the plans are there '.repeat(1000))
  assert.ok(spentMs() - begin < 5000)
})
