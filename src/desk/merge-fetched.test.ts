import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Capture } from '../model/capture.ts'
import { digestOfSaid, mergeFetched } from './merge-fetched.ts'
import { digestOfGiven } from './merge-given.ts'

const hop = (url: string, type: string): Capture['hops'][number] => ({
  url,
  status: 200,
  headers: [
    ['Last-Modified', 'Sat, 03 May 2031 14:05:00 GMT'],
    ['content-type', type],
  ],
})

test('the last answer gives the address and the charset, the first feed its words', () => {
  const page = {
    hops: [hop('http://a.example/', 'text/html'), hop('https://a.example/b', 'text/html; Charset="windows-1251"')],
  }
  const fed = { hops: [], told: { item: '1', title: 'Karsk' } }
  assert.deepEqual(mergeFetched([page, fed, { hops: [], told: { item: '2' } }]), {
    url: 'https://a.example/b',
    charset: 'windows-1251',
    mediaType: 'text/html',
    told: { item: '1', title: 'Karsk' },
  })
  assert.deepEqual(mergeFetched([{ hops: [] }]), {})
  const by = { name: 'karsk', mediaType: 'text/plain' } as const
  assert.equal(mergeFetched([{ ...page, given: by }]).mediaType, undefined)
})

test('what a feed said later makes another doc; what nothing fetched said leaves the digest as it was', () => {
  const given = { name: 'karsk', mediaType: 'text/html' } as const
  assert.equal(digestOfSaid(given, {}), digestOfGiven(given))
  assert.notEqual(digestOfSaid(given, { told: { item: '1' } }), digestOfGiven(given))
  assert.notEqual(
    digestOfSaid(given, { told: { item: '1' } }),
    digestOfSaid(given, { told: { item: '1', title: 'x' } }),
  )
})
