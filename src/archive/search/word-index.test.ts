import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CLOSE, OPEN } from './make-excerpt.ts'
import { markWords, placesOf } from './word-index.ts'

const texts = ['The envoy denied the offers.', 'Nobody offered anything.', 'A train left.']

test('what a question finds is marked by its stem, and other texts are as they were', () => {
  assert.deepEqual(markWords(texts, '"offer"'), [
    `The envoy denied the ${OPEN}offers${CLOSE}.`,
    `Nobody ${OPEN}offered${CLOSE} anything.`,
    'A train left.',
  ])
})

test('nothing of a text is left for the next question, also where one could not be asked', () => {
  assert.throws(() => markWords(texts, '"offer" AND'))
  assert.deepEqual(markWords(['A train came.'], '"train" OR "offer"'), [`A ${OPEN}train${CLOSE} came.`])
})

test('the places of words are those of each text by itself, each time', () => {
  const first = placesOf(['Trains and a train', 'a train'])
  assert.deepEqual(
    first.map((places) => places.get('train')),
    [[0, 3], [1]],
  )
  assert.deepEqual(placesOf(['a train'])[0]?.get('train'), [1])
})
