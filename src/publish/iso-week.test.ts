// Weeks at the edges of years, where calendars go wrong.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysOfWeek, dayWords, weekOf, weekWords } from './iso-week.ts'

test('days to weeks', () => {
  const table = {
    '2031-03-04': '2031-W10',
    '2024-02-14': '2024-W07',
    '2027-01-01': '2026-W53', // a Friday: the week belongs to the year of its Thursday
    '2024-12-30': '2025-W01',
    '2021-01-03T23:59:59.999Z': '2020-W53',
    '2021-01-04T00:00:00.000Z': '2021-W01',
  }
  for (const [day, week] of Object.entries(table)) assert.equal(weekOf(day), week)
})

test('weeks to days and words', () => {
  assert.deepEqual(daysOfWeek('2031-W10'), { from: '2031-03-03', until: '2031-03-10' })
  for (const none of ['2031-W00', '2031-W54', '2025-W53', '2031W10', 'last week', '', '2031-W1']) {
    assert.equal(daysOfWeek(none), undefined, none)
  }
  assert.equal(weekWords('2031-W10'), '3 to 9 March 2031')
  assert.equal(weekWords('2031-W09'), '24 February to 2 March 2031')
  assert.equal(weekWords('2026-W53'), '28 December 2026 to 3 January 2027')
  assert.equal(dayWords('2031-03-04T10:00:00.000Z'), '4 March 2031')
})

test('every day lies in the days of its week', () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, (day) => {
      const span = daysOfWeek(weekOf(day))
      return span !== undefined && span.from <= day && day < span.until
    }),
    { seed: 7 },
  )
})
