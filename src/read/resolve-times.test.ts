import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveTime } from './resolve-times.ts'

const PUBLISHED = '2031-03-06T09:00:00.000Z' // a Thursday

test('days are counted back from the day of publication', () => {
  const days = (text: string): string | undefined => {
    const found = resolveTime(text, PUBLISHED)
    return found && `${found.from}/${found.until} ${found.words}`
  }
  assert.equal(days('told reporters on Tuesday'), '2031-03-04/2031-03-05 Tuesday')
  assert.equal(days('told reporters on Thursday'), '2031-03-06/2031-03-07 Thursday')
  assert.equal(days('said last Thursday'), '2031-02-27/2031-02-28 last Thursday')
  assert.equal(days('said on Friday'), '2031-02-28/2031-03-01 Friday')
  assert.equal(days('said yesterday'), '2031-03-05/2031-03-06 yesterday')
  assert.equal(days('said earlier this week'), '2031-03-03/2031-03-07 earlier this week')
  assert.equal(days('said last week'), '2031-02-24/2031-03-03 last week')
  assert.equal(days('on 4 March 2031'), '2031-03-04/2031-03-05 4 March 2031')
  assert.equal(days('on February 24'), '2031-02-24/2031-02-25 February 24')
  assert.equal(days('on December 24'), '2030-12-24/2030-12-25 December 24')
  assert.equal(days('late in 2030'), '2030-01-01/2031-01-01 late in 2030')
  assert.equal(days('in the march on the capital'), undefined)
})

test('without a day of publication nothing is resolved', () => {
  assert.equal(resolveTime('on Tuesday', undefined), undefined)
})
