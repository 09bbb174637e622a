import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStub } from './is-stub.ts'

const REPORT = 'Corvin Hale said on Tuesday that the levy would rise. '.repeat(20)

test('what is left of a page behind a paywall is a stub; a report made shorter is none', () => {
  const isLeft = (text: string, cut?: string): boolean => isStub({ text, ...(cut && { cut }) }, { text: REPORT })
  assert.equal(isLeft(`${REPORT.slice(0, 110)} This is for subscribers. Sign in to continue reading.`), true)
  assert.equal(isLeft(REPORT.slice(0, 110), 'by a paywall'), true)
  assert.equal(isLeft('Corvin Hale said that the levy would not rise.'), false)
  assert.equal(isLeft(`${REPORT.slice(0, 900)} Subscribe to our letter.`), false)
  assert.equal(isLeft(''), false)
})
