import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isByline } from './judge-line.ts'

test('a byline names who wrote; a sentence that begins with "by" and lacks its stop is none', () => {
  const bylines = [
    'By Ilse Marrow',
    'by Ilse Marrow and Jon Holt, Meridian News Agency',
    'BY ILSE MARROW',
    'By May Holt',
    'By April Marrow, Karsk correspondent',
    'Words by Jon Holt',
    'By the Harbour Post staff',
    'By staff reporters',
    'By Ilse Marrow, who has covered Karsk since 2029',
  ]
  for (const line of bylines) assert.equal(isByline(line), true, line)
  const sentences = [
    'By Monday the soldiers had left the bridge',
    'By Monday, Karsk knew the price',
    'By March 4 the corridor stood open',
    'By dawn the soldiers left the bridge',
    'By the time the envoy came the soldiers left',
    'By the river the soldiers were waiting',
    'By Karsk custom the envoy would speak first',
  ]
  for (const line of sentences) assert.equal(isByline(line), false, line)
})
