// Which days an edition tells of, on every weekday and where clocks are changed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBefore } from '../model/edge.ts'
import { WEEKDAYS } from '../model/watch.ts'
import { weekOf } from './iso-week.ts'
import { isWithin, isZone, periodOf, weekOfMoment } from './period.ts'

const edges = (week: string, weekday: (typeof WEEKDAYS)[number], zone: string) => {
  const period = periodOf(week, { weekday, zone })
  return period && [period.from.at, period.until.at]
}

test('issued on a Monday in UTC it tells of the ISO week, and a day is its own beginning', () => {
  assert.deepEqual(edges('2031-W10', 'monday', 'UTC'), ['2031-03-03', '2031-03-10'])
  assert.equal(periodOf('2031-W60'), undefined)
  assert.equal(periodOf('next week'), undefined)
})

test('it tells of the seven days before its weekday, and is named by the week of the last', () => {
  for (const [at, weekday] of WEEKDAYS.entries()) {
    const period = periodOf('2031-W11', { weekday, zone: 'UTC' })
    assert.ok(period)
    const { from, until } = period
    assert.equal((Date.parse(until.day) - Date.parse(from.day)) / 86_400_000, 7)
    assert.equal((new Date(until.day).getUTCDay() + 6) % 7, at)
    assert.equal(weekOf(new Date(Date.parse(until.day) - 1).toISOString()), '2031-W11')
  }
  assert.deepEqual(edges('2031-W11', 'thursday', 'UTC'), ['2031-03-06', '2031-03-13'])
})

test('days begin at midnight in its zone, also in the week in which clocks are changed', () => {
  assert.deepEqual(edges('2031-W13', 'monday', 'Europe/Vienna'), [
    '2031-03-23T23:00:00.000Z',
    '2031-03-30T22:00:00.000Z', // summer time begins that Sunday
  ])
  assert.deepEqual(edges('2031-W10', 'monday', 'America/New_York'), [
    '2031-03-03T05:00:00.000Z',
    '2031-03-10T04:00:00.000Z',
  ])
  assert.deepEqual(edges('2031-W10', 'monday', 'Asia/Kathmandu')?.[0], '2031-03-02T18:15:00.000Z')
})

test('where there is no midnight the day begins with its first minute', () => {
  // in Beirut clocks go from 00:00 to 01:00 on the last Sunday of March
  assert.equal(edges('2024-W13', 'sunday', 'Asia/Beirut')?.[1], '2024-03-30T22:00:00.000Z')
})

test('every moment of two years lies in the one period that is named for it', () => {
  for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu']) {
    for (let time = Date.UTC(2030, 11, 20); time < Date.UTC(2032, 0, 12); time += 11 * 3_600_000 + 7_000) {
      const moment = new Date(time).toISOString()
      const week = weekOfMoment(moment, { weekday: 'wednesday', zone })
      const period = periodOf(week, { weekday: 'wednesday', zone })
      assert.ok(period && isWithin(moment, period), `${moment} in ${zone}: ${week}`)
    }
  }
})

test('a page that bears a day and no hour is of that day in every zone', () => {
  const west = periodOf('2031-W10', { weekday: 'monday', zone: 'America/Los_Angeles' })
  assert.ok(west)
  assert.ok(isWithin('2031-03-03T00:00:00.000Z', west))
  assert.ok(!isWithin('2031-03-03T00:00:01.000Z', west)) // it is still Sunday there
  assert.ok(!isWithin('2031-03-10T00:00:00.000Z', west))
  assert.ok(isBefore('2031-03-09T23:00:00.000Z', '2031-03-10'))
})

test('a zone is one that the machine knows', () => {
  assert.ok(isZone('Europe/Vienna'))
  assert.ok(!isZone('Europe/Karsk'))
  assert.ok(!isZone(''))
})
