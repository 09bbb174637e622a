import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStub } from './is-stub.ts'

const REPORT = 'Corvin Hale said on Tuesday that the levy would rise. '.repeat(20)

test('what is left of a page behind a paywall is a stub; a report made shorter is none', () => {
  assert.equal(isStub(`${REPORT.slice(0, 110)} This is for subscribers. Sign in to continue reading.`, REPORT), true)
  assert.equal(isStub('Corvin Hale said that the levy would not rise.', REPORT), false)
  assert.equal(isStub(`${REPORT.slice(0, 900)} Subscribe to our letter.`, REPORT), false)
  assert.equal(isStub('', REPORT), false)
})
