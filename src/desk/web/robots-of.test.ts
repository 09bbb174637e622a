import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardRefusal, knownRobots } from './robots-of.ts'

const URL_OF_PAGE = 'http://paper.example/dam.html'

test('what the guard refused is asked again soon, since settings may let it in', () => {
  const known = { text: 'it leads to this machine itself', status: -1, at: '2031-03-05T09:00:00.000Z' }
  assert.equal(guardRefusal(known)?.by, 'guard')
  assert.notEqual(knownRobots(known, URL_OF_PAGE, '2031-03-05T09:00:01.000Z'), undefined)
  assert.equal(knownRobots(known, URL_OF_PAGE, '2031-03-05T09:01:00.000Z'), undefined)
})

test('a host that gave no answer is left in peace for an hour, and what it said holds for a day', () => {
  const none = { text: 'it did not answer', status: 0, at: '2031-03-05T09:00:00.000Z' }
  assert.notEqual(knownRobots(none, URL_OF_PAGE, '2031-03-05T09:59:00.000Z'), undefined)
  assert.equal(knownRobots(none, URL_OF_PAGE, '2031-03-05T10:00:00.000Z'), undefined)
  const told = { text: 'User-agent: *\nDisallow: /dam.html', status: 200, at: '2031-03-05T09:00:00.000Z' }
  assert.notEqual(knownRobots(told, URL_OF_PAGE, '2031-03-06T08:59:00.000Z')?.whyNot(URL_OF_PAGE), undefined)
  assert.equal(knownRobots(told, URL_OF_PAGE, '2031-03-06T09:00:00.000Z'), undefined)
})
