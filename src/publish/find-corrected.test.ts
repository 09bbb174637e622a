import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCorrected } from './find-corrected.ts'

const before = 'The troops would be home within ninety days'

test('the same words with another number are what the correction says instead', () => {
  const found = [
    'Karsk will pay ninety crowns',
    before,
    'The troops would be home within sixty-one days',
    'Sixty ships',
  ]
  assert.equal(
    findCorrected(before, found, (one) => one),
    found[2],
  )
})

test('other words, or no number, are not', () => {
  const found = ['The offer was made on March 4', 'The troops would be home within days', before]
  assert.equal(
    findCorrected(before, found, (one) => one),
    undefined,
  )
})
