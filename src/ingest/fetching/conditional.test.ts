import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Header } from '../../model/capture.ts'
import { conditionsFor, readConditions } from './conditional.ts'

const URL = 'https://marrow.example/feed'
const hop = (url: string, ...headers: Header[]) => ({ url, status: 200, headers })

test('the last answer’s validators go back to its own address alone', () => {
  const hops = [
    hop('https://marrow.example/', ['ETag', '"old"']),
    hop(URL, ['ETag', ' W/"7" '], ['Last-Modified', 'Wed']),
  ]
  const conditions = readConditions(hops)
  assert.deepEqual(conditions, { etag: 'W/"7"', modified: 'Wed', from: URL })
  assert.deepEqual(conditionsFor(URL, conditions), [
    ['if-none-match', 'W/"7"'],
    ['if-modified-since', 'Wed'],
  ])
  assert.deepEqual(conditionsFor('https://marrow.example/', conditions), [])
})

test('what could not stand in a header line is not sent', () => {
  assert.deepEqual(readConditions([]), {})
  assert.deepEqual(readConditions([hop(URL)]), {})
  assert.deepEqual(readConditions([hop(URL, ['etag', ''])]), {})
  assert.deepEqual(readConditions([hop(URL, ['etag', 'x'.repeat(2000)], ['last-modified', 'Wed'])]), {
    modified: 'Wed',
    from: URL,
  })
  assert.deepEqual(conditionsFor(URL, { etag: 'a\r\nx-evil: b', modified: '\u{1f600}', from: URL }), [])
})
