import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Header, Hop } from '../../model/capture.ts'
import { leadOn, movedTo } from './redirects.ts'

const hop = (url: string, status: number, ...headers: Header[]): Hop => ({ url, status, headers })
const to = (location: string): Header => ['Location', location]
const PAGE = 'https://marrow.example/a/b'

test('a location is read as browsers read it', () => {
  const lead = (...headers: Header[]) => leadOn([hop(PAGE, 302, ...headers)], 5)
  assert.deepEqual(lead(to(' /c ')), { location: '/c' })
  assert.deepEqual(lead(to('/caf\u00c3\u00a9')), { location: '/café' }) // UTF-8, byte by byte
  assert.deepEqual(lead(to('/caf\u00e9')), { location: '/café' }) // Latin-1
  assert.deepEqual(lead(to('/c'), to('/c')), { location: '/c' })
  for (const headers of [[], [to('')], [to('/c'), to('/d')], [to('http://[')], [to(PAGE)], [to('#x')], [to('')]]) {
    assert.ok('reason' in lead(...headers), JSON.stringify(headers))
  }
})

test('a circle is seen when it closes, and a chain ends at its cap', () => {
  const chain = (...paths: string[]) => paths.map((path) => hop(`https://marrow.example/${path}`, 302, to('/x')))
  assert.deepEqual(leadOn(chain('1', '2', '3', '4', '5'), 5), { location: '/x' })
  assert.match(JSON.stringify(leadOn(chain('1', '2', '3', '4', '5', '6'), 5)), /more than 5/)
  assert.match(JSON.stringify(leadOn(chain('1', 'x', '2'), 5)), /circle/)
})

test('a move for good goes as far as the chain is permanent, and never from https to http', () => {
  const moved = (...hops: [string, number][]) => movedTo(hops.map(([url, status]) => hop(url, status)))
  assert.equal(moved(['https://a/', 200]), undefined)
  assert.equal(moved(['http://a/', 301], ['https://a/', 200]), 'https://a/')
  assert.equal(moved(['https://a/', 301], ['https://b/', 308], ['https://c/', 302], ['https://d/', 200]), 'https://c/')
  assert.equal(moved(['https://a/', 302], ['https://b/', 301], ['https://c/', 200]), undefined)
  assert.equal(moved(['https://a/', 301], ['https://b/', 304]), 'https://b/')
  assert.equal(moved(['https://a/', 301], ['https://b/', 404]), undefined)
  assert.equal(moved(['https://a/', 301]), undefined)
  assert.equal(moved(['https://a/', 301], ['http://a/', 200]), undefined)
  assert.equal(moved(['https://a/', 301], ['http://a/', 301], ['https://b/', 200]), undefined)
  assert.equal(moved(), undefined)
})
