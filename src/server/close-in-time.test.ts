// A server that is told to end: what is under way is answered, within the limit, and whoever only listens is let go at once.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fastify } from 'fastify'
import { type CloseInTime, closesInTime } from './close-in-time.ts'

async function begin(): Promise<{ url: string; close: CloseInTime; answer(): void; arrived: Promise<void> }> {
  const server = fastify({ forceCloseConnections: 'idle', keepAliveTimeout: 60_000 })
  let answer = (): void => {}
  let arrive = (): void => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  server.get('/', async () => 'here')
  server.get('/slow', async () => {
    arrive()
    await answered
    return 'at last'
  })
  server.get('/events', async (_request, reply) => {
    arrive()
    return reply.type('text/event-stream').send(new ReadableStream({ start: (out) => out.enqueue('data: 1\n\n') }))
  })
  const close = closesInTime(server)
  return { url: await server.listen({ port: 0, host: '127.0.0.1' }), close, answer, arrived }
}

test('what is under way is answered, on a connection that is not kept, and nobody new is let in', async () => {
  const { url, close, answer, arrived } = await begin()
  assert.equal(await (await fetch(url)).text(), 'here') // its connection is idle from here on
  const slow = fetch(`${url}/slow`)
  await arrived
  const begun = performance.now()
  const closed = close(20_000)
  await pause(50)
  await assert.rejects(fetch(`${url}/new`))
  answer()
  const reply = await slow
  assert.equal(await reply.text(), 'at last')
  assert.equal(reply.headers.get('connection'), 'close')
  assert.equal(await closed, 0)
  assert.ok(performance.now() - begun < 10_000, 'it waited for connections that nobody uses')
})

test('what does not come to its end is broken off, and counted', async () => {
  const { url, close, arrived } = await begin()
  const slow = fetch(`${url}/slow`).then(
    () => 'answered',
    () => 'broken off',
  )
  await arrived
  const begun = performance.now()
  assert.equal(await close(200), 1)
  assert.ok(performance.now() - begun < 5000)
  assert.equal(await slow, 'broken off')
})

test('who listens for news, and a request that never arrives whole, hold up nothing', async () => {
  const { url, close, arrived } = await begin()
  const news = await fetch(`${url}/events`)
  await arrived
  const half = connect(Number(new URL(url).port), '127.0.0.1')
  half.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nhal')
  half.on('error', () => {})
  await pause(50)
  const begun = performance.now()
  await close(500)
  assert.ok(performance.now() - begun < 5000)
  await news.text().catch(() => 'cut off')
  half.destroy()
})
