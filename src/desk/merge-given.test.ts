import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Given } from '../model/capture.ts'
import { digestOfGiven, mergeGiven } from './merge-given.ts'

const plain: Given = { name: 'levy', mediaType: 'text/plain' }

test('later sightings fill what earlier ones left out, and change nothing that was said', () => {
  const merged = mergeGiven(
    [
      { given: { ...plain, title: 'Levy talks' } },
      {},
      { given: { ...plain, name: 'other', mediaType: 'text/html', title: 'Another', published: '2031-05-06' } },
      { given: { ...plain, published: '2032-01-01', outlet: 'Karsk Courier' } },
    ],
    'levy-2',
  )
  assert.deepEqual(merged, {
    name: 'levy-2',
    mediaType: 'text/plain',
    title: 'Levy talks',
    published: '2031-05-06',
    outlet: 'Karsk Courier',
  })
})

test('two givens have one digest where they say the same', () => {
  assert.equal(digestOfGiven({ ...plain, title: 'Levy' }), digestOfGiven({ title: 'Levy', ...plain }))
  assert.notEqual(digestOfGiven({ ...plain, title: 'Levy' }), digestOfGiven({ ...plain, outlet: 'Levy' }))
})
