import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from './parse-instant.ts'

test('dates as people, pages and feeds write them', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ['2024-02-14', '2024-02-14T00:00:00.000Z'],
    ['2024-02-14T10:30:00+02:00', '2024-02-14T08:30:00.000Z'],
    ['2024-02-14 10:30:00 +0200', '2024-02-14T08:30:00.000Z'],
    ['2024-02-14T10:30', '2024-02-14T10:30:00.000Z'],
    ['2024-02-14T10:30:00.123456Z', '2024-02-14T10:30:00.123Z'],
    ['Wed, 14 Feb 2024 09:30:00 GMT', '2024-02-14T09:30:00.000Z'],
    ['14 February 2024', '2024-02-14T00:00:00.000Z'],
    ['February 14th, 2024', '2024-02-14T00:00:00.000Z'],
    ['Feb. 14, 2024, 9:30 pm', '2024-02-14T21:30:00.000Z'],
    ['2024-02-31', undefined],
    ['30 February 2024', undefined],
    ['April 31st, 2031, 9:30 pm', undefined],
    ['Fri, 29 Feb 2030 23:30:00 -0500', undefined],
    ['Thu, 29 Feb 2024 23:30:00 -0500', '2024-03-01T04:30:00.000Z'],
    ['2024-13-01T00:00:00Z', undefined],
    ['last Tuesday', undefined],
    ['5', undefined],
    ['0044-03-15', undefined],
    ['', undefined],
  ]
  for (const [words, instant] of dates) assert.equal(parseInstant(words), instant, words)
})
