// The client scripts as a browser gets them: stripped of types, small, kept for good under their digest and never mixed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fastify } from 'fastify'
import { loadScripts } from './load-scripts.ts'
import { webRoutes } from './web-routes.ts'

const { texts, digest } = loadScripts()

test('every script is plain JavaScript that names the others under the digest of all', () => {
  assert.ok(texts.size >= 8, `${texts.size} scripts`)
  for (const [name, text] of texts) {
    assert.match(name, /^[a-z-]+\.js$/)
    for (const [, from = ''] of text.matchAll(/\bfrom '([^']+)'/g)) {
      assert.ok(texts.has(from.slice(2).replace(`?v=${digest}`, '')), `${name} imports ${from}`)
      assert.ok(from.endsWith(`.js?v=${digest}`), `${name} imports ${from}`)
    }
    assert.doesNotMatch(text, /\binterface\b|: (?:string|boolean|void)\b/, name)
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/, name)
  }
})

test('all of them together stay under 40 KB compressed', () => {
  const size = [...texts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0)
  assert.ok(size > 1000 && size < 40_000, `${size} bytes`)
})

test('a script is kept for good under its digest, and asked for again without it', async () => {
  const server = fastify()
  for (const { path, answer } of webRoutes()) {
    server.get(path, (request, reply) => {
      const { params, query } = request
      return answer({ params, query, request, reply } as never)
    })
  }
  const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers })
  const kept = await get(`/web/keys.js?v=${digest}`)
  assert.match(String(kept.headers['cache-control']), /immutable/)
  assert.equal(kept.body, texts.get('keys.js'))
  const first = await get('/web/main.js', { 'accept-encoding': 'gzip, br' })
  assert.equal(first.headers['cache-control'], 'no-cache')
  assert.equal(first.headers['content-type'], 'text/javascript; charset=utf-8')
  assert.equal(gunzipSync(first.rawPayload).toString(), texts.get('main.js'))
  const again = await get('/web/main.js', { 'if-none-match': first.headers.etag })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
  for (const name of ['nothing.js', 'main.ts', '..%2fpackage.json', 'toString', '__proto__']) {
    assert.equal((await get(`/web/${name}`)).statusCode, 404, name)
  }
  await server.close()
})
