import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { PageInParts } from '../desk/shell.ts'
import { sendParts } from './pack-parts.ts'
import { defineRoute } from './route.ts'
import { makeTestServer } from './server.contract.ts'

const WORDS = '“Karsk sold the Orle bridge” — 橋 𝕆. '.repeat(3000)

let asked = 0
const kept = {
  toString() {
    asked++
    return WORDS
  },
} as PageInParts['kept']
const nothing = { toString: () => '' } as PageInParts['kept']

const pages = [
  { before: '<p>', kept, after: '</p>' },
  { before: '“Ada” ', kept, after: '' },
  { before: '', kept: nothing, after: '' },
  { before: 'only this', kept: nothing, after: '' },
]

const server = await makeTestServer(
  pages.map((page, at) =>
    defineRoute({
      method: 'GET',
      path: `/${at}`,
      kind: 'page',
      needs: 'reader',
      schema: {},
      answer: ({ request, reply }) =>
        sendParts(page, request, reply.type('text/html; charset=utf-8').header('vary', 'Accept')),
    }),
  ),
)
after(() => server.close())

const ask = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } })

test('packed in parts, a page unpacks to what it says, whatever is around its middle', async () => {
  for (const [at, page] of pages.entries()) {
    const { headers, rawPayload } = await ask(`/${at}`, { 'accept-encoding': 'gzip, br' })
    assert.equal(headers['content-encoding'], 'gzip')
    assert.equal(headers.vary, 'Accept, accept-encoding', 'beside what it varied by before')
    assert.equal(gunzipSync(rawPayload).toString(), `${page.before}${page.kept === kept ? WORDS : ''}${page.after}`)
    assert.ok(rawPayload.length < 3000, `${rawPayload.length} bytes`)
  }
  assert.equal(asked, 1, 'the middle is written out once')
})

test('who does not take it packed, or may not have it so, gets the same words', async () => {
  for (const headers of [
    {},
    { 'accept-encoding': 'br' },
    { 'accept-encoding': 'gzip', 'sec-fetch-site': 'cross-site' },
  ]) {
    const { headers: told, rawPayload } = await ask('/1', headers)
    assert.equal(told['content-encoding'], undefined)
    assert.equal(told.vary, 'Accept, accept-encoding')
    assert.equal(rawPayload.toString(), `“Ada” ${WORDS}`)
  }
})
