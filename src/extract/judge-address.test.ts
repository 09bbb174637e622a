import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAddress } from './judge-address.ts'

const ASKED = 'https://amp.harbour-post.co.uk/world/karsk?ref=rss'

test('an address of the same site stands, whole and without its fragment', () => {
  assert.equal(
    judgeAddress('https://www.harbour-post.co.uk/world/karsk#top', ASKED),
    'https://www.harbour-post.co.uk/world/karsk',
  )
  assert.equal(judgeAddress('/world/karsk', ASKED), 'https://amp.harbour-post.co.uk/world/karsk')
  assert.equal(judgeAddress('//www.harbour-post.co.uk/a', ASKED), 'https://www.harbour-post.co.uk/a')
  assert.equal(judgeAddress('https://meridian.example/karsk', undefined), 'https://meridian.example/karsk')
})

test('another site, the home page and what is no address do not', () => {
  for (const stated of [
    'https://meridian.example/world/karsk',
    'https://other.co.uk/world/karsk',
    'https://www.harbour-post.co.uk/',
    'https://www.harbour-post.co.uk/index.html',
    'ftp://www.harbour-post.co.uk/karsk',
    'javascript:alert(1)',
    'https://',
    '',
  ])
    assert.equal(judgeAddress(stated, ASKED), undefined, stated)
  assert.equal(judgeAddress('/karsk', undefined), undefined)
  assert.equal(judgeAddress('https://one.github.io/a', 'https://two.github.io/a'), undefined)
})
