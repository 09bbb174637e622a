import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant, parseMoment } from './parse-instant.ts'

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

test('times keep the zone that they were written in, and that they have none', () => {
  const times: readonly (readonly [string, string, string | undefined])[] = [
    ['2031-05-03', '2031-05-03T00:00:00.000Z', undefined],
    ['2031-05-03T14:05', '2031-05-03T14:05:00.000Z', 'none'],
    ['20310503T140500Z', '2031-05-03T14:05:00.000Z', 'Z'],
    ['3 May 2031 14:05 BST', '2031-05-03T13:05:00.000Z', 'BST'],
    ['Sat 3 May 2031 14.05 BST', '2031-05-03T13:05:00.000Z', 'BST'],
    ['14:05, 3 May 2031', '2031-05-03T14:05:00.000Z', 'none'],
    ['May 3, 2031 at 2:05 p.m. ET', '2031-05-03T18:05:00.000Z', 'ET'],
    ['Dec. 3, 2031 | 2 pm ET', '2031-12-03T19:00:00.000Z', 'ET'],
    ['10:12 AM EST, Wed December 3, 2031', '2031-12-03T15:12:00.000Z', 'EST'],
    ['May 3, 2031 2:05 PM (GMT+5:30)', '2031-05-03T08:35:00.000Z', 'GMT+5:30'],
    ['3 May 2031 14:05 IST', '2031-05-03T14:05:00.000Z', 'IST'],
    ['12:00 am on Saturday, May 3, 2031', '2031-05-03T00:00:00.000Z', 'none'],
    ['2:05pm Sat, 3 May 2031', '2031-05-03T14:05:00.000Z', 'none'],
  ]
  for (const [words, instant, zone] of times) {
    const moment = parseMoment(words)
    assert.deepEqual([moment?.instant, moment?.zone], [instant, zone], words)
  }
  for (const none of ['14 pm, 3 May 2031', '3 May 2031 25:00', 'On 3 May 2031 the envoy left', '2031-05-03T14:61']) {
    assert.equal(parseMoment(none), undefined, none)
  }
  assert.equal(parseMoment('May 3, 2031 at 2:05 p.m. ET')?.local, '2031-05-03T14:05')
})
