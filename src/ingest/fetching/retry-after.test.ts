import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRetryAfter } from './retry-after.ts'

const NOW = Date.UTC(2031, 4, 6, 12, 0, 0)
const DAY = 24 * 60 * 60 * 1000

const CASES: readonly (readonly [string, number | undefined])[] = [
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 06 May 2031 12:01:00 GMT', 60_000],
  ['Tuesday, 06-May-31 12:01:00 GMT', 60_000],
  ['Tue May  6 12:01:00 2031', 60_000],
  ['Tue, 06 May 2031 11:00:00 GMT', 0], // in the past
  ['9'.repeat(400), 30 * DAY],
  ['Wed, 06 May 2099 12:00:00 GMT', 30 * DAY],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
  ['2031-05-06', undefined],
  ['Tue, 99 May 2031 12:01:00 GMT', undefined],
]

test('seconds and the three dates of HTTP are read, nothing else', () => {
  for (const [value, wait] of CASES) assert.equal(readRetryAfter([['Retry-After', value]], NOW), wait, value)
  assert.equal(readRetryAfter([['content-type', 'text/html']], NOW), undefined)
})
