// Requests that are meant to do harm: bodies that are too large or of a wrong kind, connections that are held open, headers that
// name another host, and addresses that no router should take.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { z } from 'zod'
import { defineRoute } from './route.ts'
import { makeTestServer } from './server.contract.ts'

const echo = (kind: 'form' | 'api', path: string) =>
  defineRoute({
    method: 'POST',
    path,
    kind,
    needs: 'reader',
    schema: { body: z.object({ text: z.string() }) },
    answer: async ({ body }) => ({ text: body.text }),
  })
const breaks = defineRoute({
  method: 'GET',
  path: '/breaks',
  kind: 'page',
  needs: 'reader',
  schema: {},
  answer: () => Promise.reject(new Error('a secret of the inner workings')),
})
const routes = [echo('form', '/form'), echo('api', '/api/echo'), breaks]

test('a body that is too large, of another kind, or no body at all is refused as what it is', async () => {
  const server = await makeTestServer(routes)
  const table = [
    ['application/json', JSON.stringify({ text: 'a' }), 200],
    ['application/json', JSON.stringify({ text: 'a'.repeat(300_000) }), 413],
    ['application/json', '{"text": ', 400],
    ['application/json', '{"__proto__": {"text": "a"}}', 400],
    ['application/json', '[]', 400],
    ['application/json', '', 400],
    ['text/plain', '{"text": "a"}', 415],
    ['multipart/form-data; boundary=x', '--x--', 415],
    ['application/xml', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 415],
  ] as const
  for (const [type, payload, status] of table) {
    const headers = { host: 'localhost', 'content-type': type }
    const reply = await server.inject({ method: 'POST', url: '/api/echo', headers, payload })
    assert.equal(reply.statusCode, status, `${type} ${payload.slice(0, 40)}: ${reply.body}`)
    if (status !== 200) assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  }
  const headers = { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }
  const large = await server.inject({ method: 'POST', url: '/form', headers, payload: `text=${'a'.repeat(300_000)}` })
  assert.equal(large.statusCode, 413)
  assert.match(large.body, /<h1>/)
  await server.close()
})

test('the one person of a desk without accounts is not spoken for by a page of another site', async () => {
  const server = await makeTestServer(routes)
  const ask = async (headers: Record<string, string>) => {
    const own = { host: 'localhost:4747', 'content-type': 'application/json', ...headers }
    return (await server.inject({ method: 'POST', url: '/api/echo', headers: own, payload: '{"text":"a"}' })).statusCode
  }
  assert.equal(await ask({}), 200, 'a program on this machine')
  assert.equal(await ask({ 'sec-fetch-site': 'cross-site' }), 403)
  assert.equal(await ask({ 'sec-fetch-site': 'none' }), 403)
  assert.equal(await ask({ origin: 'https://evil.example' }), 403)
  assert.equal(await ask({ origin: 'http://localhost:4748' }), 403, 'another server of this machine')
  assert.equal(await ask({ origin: 'null' }), 403)
  assert.equal(await ask({ 'sec-fetch-site': 'same-origin' }), 403, 'a page of the desk, without its token')
  assert.equal(await ask({ origin: 'http://localhost:4747' }), 403, 'a page of the desk, without its token')
  assert.equal(await ask({ host: 'evil.example' }), 421)
  assert.equal(await ask({ 'x-forwarded-for': '192.0.2.7' }), 403, 'whoever asked a proxy on this machine')
  assert.equal(await ask({ forwarded: 'for=192.0.2.7' }), 403)
  await server.close()
})

test('a fault of ours is told to whoever keeps the desk, and to nobody else', async () => {
  const told: string[] = []
  const onFault = (fault: unknown, asked: string): void => void told.push(`${asked}: ${fault}`)
  const server = await makeTestServer(routes, { onFault })
  const reply = await server.inject({ method: 'GET', url: '/breaks?x=1', headers: { host: 'localhost' } })
  assert.equal(reply.statusCode, 500)
  assert.doesNotMatch(reply.body, /secret/)
  assert.deepEqual(told, ['GET /breaks: Error: a secret of the inner workings'])
  await server.inject({ method: 'GET', url: '/nowhere', headers: { host: 'localhost' } })
  assert.equal(told.length, 1)
  await server.close()
})

test('who sends a byte now and then is cut off', async () => {
  const server = await makeTestServer(routes, { patience: { headers: 300, request: 600 } })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  const whole =
    'POST /api/echo HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{'
  for (const begun of ['GET / HTTP/1.1\r\nhost: local', whole]) {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece
    })
    await once(socket, 'connect')
    socket.write(begun)
    const drip = setInterval(() => socket.write('x'), 50)
    let isReset = false // a byte that comes after the end is answered so, and may overtake what was said
    socket.on('error', () => {
      isReset = true
    })
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drip)
    if (!isReset || answer !== '') assert.match(answer, /^HTTP\/1\.1 408 /)
  }
  await server.close()
})

test('a request whose end cannot be found is cut off, and is no fault of ours', async () => {
  const told: string[] = []
  const server = await makeTestServer(routes, { onFault: (fault, asked) => void told.push(`${asked}: ${fault}`) })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    answer += piece
  })
  socket.write('POST /form HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nno number\r\n')
  await once(socket, 'close')
  await server.close()
  assert.match(answer, /^HTTP\/1\.1 400 /)
  assert.deepEqual(told, [])
})
