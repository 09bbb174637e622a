import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { defineRoute, type RouteKind } from '../route.ts'
import { makeTestServer } from '../server.contract.ts'

const WORDS = 'Karsk sold the Orle bridge. '.repeat(200)

const route = (path: string, kind: RouteKind, type: string, words = WORDS) =>
  defineRoute({
    method: 'GET',
    path,
    kind,
    needs: 'reader',
    schema: {},
    answer: async ({ reply, shell }) => {
      reply.type(type)
      return words + (kind === 'page' ? shell.csrf : '')
    },
  })

const server = await makeTestServer([
  route('/page', 'page', 'text/html; charset=utf-8'),
  route('/short', 'page', 'text/html; charset=utf-8', 'A short page.'),
  route('/file', 'file', 'text/html; charset=utf-8'),
  route('/stream', 'page', 'text/event-stream; charset=utf-8'),
])
after(() => server.close())

async function ask(url: string, headers: Record<string, string> = {}) {
  const own = { host: 'localhost', 'accept-encoding': 'br, gzip', ...headers }
  const { headers: told, rawPayload } = await server.inject({ method: 'GET', url, headers: own })
  const isPacked = told['content-encoding'] === 'gzip'
  return { isPacked, told, text: (isPacked ? gunzipSync(rawPayload) : rawPayload).toString(), size: rawPayload.length }
}

test('a page is packed for who takes it, and the same words come out', async () => {
  const { isPacked, told, text, size } = await ask('/page', { 'sec-fetch-site': 'same-origin' })
  assert.ok(isPacked && text.startsWith(WORDS))
  assert.ok(size < WORDS.length / 10, `${size} bytes`)
  assert.match(String(told.vary), /accept-encoding/i)
  assert.equal((await ask('/page', { 'accept-encoding': 'identity' })).isPacked, false)
  assert.equal((await ask('/page', { 'sec-fetch-site': 'none', cookie: 'a=b' })).isPacked, true)
})

test('what another site asks for is never packed, nor what may come from one', async () => {
  assert.equal((await ask('/page', { 'sec-fetch-site': 'cross-site' })).isPacked, false)
  assert.equal((await ask('/page', { 'sec-fetch-site': 'same-site' })).isPacked, false)
  assert.equal((await ask('/page', { cookie: 'readout=secret' })).isPacked, false)
  assert.equal((await ask('/page')).isPacked, true, 'a program that bears nothing')
})

test('streams of events, files and what is short go as they are', async () => {
  for (const url of ['/stream', '/file', '/short']) {
    const { isPacked, text } = await ask(url)
    assert.ok(!isPacked && (text.startsWith(WORDS) || url === '/short'), url)
  }
})

test('the part of a token that makes it good is another one in each answer, from its first letter to its last', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 20 }, async () => (await ask('/page')).text.slice(WORDS.length)),
  )
  const ends = tokens.map((token) => token.slice(-DIGEST))
  assert.ok(tokens.every((token) => token.length > DIGEST))
  for (let at = 0; at + 4 < DIGEST; at += 4) {
    assert.ok(new Set(ends.map((end) => end.slice(at, at + 4))).size > 15, `the same from ${at} on`)
  }
})

const DIGEST = 43 // letters: a SHA-256 in base64url
