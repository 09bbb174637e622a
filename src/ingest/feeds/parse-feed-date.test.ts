import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeedDate } from './parse-feed-date.ts'

const CASES: readonly (readonly [given: string, at: string | undefined])[] = [
  ['Tue, 04 Mar 2031 09:30:00 GMT', '2031-03-04T09:30:00.000Z'],
  ['Tue, 4 Mar 31 09:30 EST', '2031-03-04T14:30:00.000Z'],
  ['Tue, 04 Mar 2031 09:30:00 +0530', '2031-03-04T04:00:00.000Z'],
  ['Tue, 04 Mar 2031 09:30:00 GMT+2', '2031-03-04T07:30:00.000Z'],
  ['Tue, 04 March 2031, 9:30 pm (PST)', '2031-03-05T05:30:00.000Z'],
  // the zone's first letter is none of "am" and "pm"
  ['Tue, 04 Mar 2031 09:30:00 PST', '2031-03-04T17:30:00.000Z'],
  ['Tue, 04 Mar 2031 21:30:00 PDT', '2031-03-05T04:30:00.000Z'],
  ['Tue, 31 Dec 2030 23:30:00 PST', '2031-01-01T07:30:00.000Z'],
  ['Tue, 04 Mar 2031 09:30:00 AEST', '2031-03-03T23:30:00.000Z'],
  ['Tue, 04 Mar 2031 09:30 PKT', '2031-03-04T04:30:00.000Z'],
  ['Tue Mar 4 09:30:00 PST 2031', '2031-03-04T17:30:00.000Z'],
  ['Tue, 04 Mar 2031 9:30 p.m. PST', '2031-03-05T05:30:00.000Z'],
  ['Mar 4, 2031 9:30PM AEST', '2031-03-04T11:30:00.000Z'],
  ['Mar 4, 2031 9:30p', '2031-03-04T21:30:00.000Z'],
  // summer and winter in New York; IST is Indian, Israeli or Irish
  ['Tue, 04 Mar 2031 09:30:00 ET', '2031-03-04T14:30:00.000Z'],
  ['Tue, 01 Jul 2031 09:30:00 ET', '2031-07-01T13:30:00.000Z'],
  ['Tue, 04 Mar 2031 09:30:00 IST', '2031-03-04T09:30:00.000Z'],
  ['March 4th, 2031', '2031-03-04T00:00:00.000Z'],
  ['Mar 4, 2031 12:05 AM', '2031-03-04T00:05:00.000Z'],
  ['Tue Mar  4 09:30:00 2031', '2031-03-04T09:30:00.000Z'],
  ['Tue Mar 4 09:30:00 EST 2031', '2031-03-04T14:30:00.000Z'],
  ['04-Mar-2031 09:30', '2031-03-04T09:30:00.000Z'],
  ['Thu, 01 Jan 2031 00:00:00 +0100', '2030-12-31T23:00:00.000Z'],
  ['2031-03-04T09:30:00.123456+02:00', '2031-03-04T07:30:00.000Z'],
  ['2031-03-04T09:30Z', '2031-03-04T09:30:00.000Z'],
  ['2031-03-04 09:30:00 EST', '2031-03-04T14:30:00.000Z'],
  ['2031-03-04', '2031-03-04T00:00:00.000Z'],
  ['2031-3-4', '2031-03-04T00:00:00.000Z'],
  ['2031-03', '2031-03-01T00:00:00.000Z'],
  ['2031', '2031-01-01T00:00:00.000Z'],
  ['2031-063', '2031-03-04T00:00:00.000Z'],
  ['2031-W10-2T09:30', '2031-03-04T09:30:00.000Z'],
  ['20310304T093000Z', '2031-03-04T09:30:00.000Z'],
  ['20310304', '2031-03-04T00:00:00.000Z'],
  ['1930383000', '2031-03-04T09:30:00.000Z'],
  ['2031-03-04T24:00:00Z', '2031-03-05T00:00:00.000Z'],
  ['2031-02-30', undefined],
  ['2031-13-01', undefined],
  ['Tue, 32 Mar 2031 09:30:00 GMT', undefined],
  ['Tue, 04 Mar 2031 25:30:00 GMT', undefined],
  ['yesterday', undefined],
  ['0000-00-00', undefined],
  ['March', undefined],
]

test('dates as feeds write them', () => {
  for (const [given, at] of CASES) {
    assert.deepEqual(parseFeedDate(given), at === undefined ? { given } : { given, at }, given)
  }
  assert.equal(parseFeedDate('  '), undefined)
  assert.equal(parseFeedDate(undefined), undefined)
})
