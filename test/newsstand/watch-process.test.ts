// The watch sees a blocked loop, and each address that anybody in the process tries to reach, also where nobody answers.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { request } from 'undici'
import { watchProcess } from './watch-process.ts'

test('a blocked loop and all addresses that were tried are seen', async () => {
  const watch = watchProcess()
  const server = createServer((_, response) => response.end('so it goes'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await (await fetch(`http://127.0.0.1:${port}/`)).text()
  await (await request(`http://127.0.0.1:${port}/`)).body.text()
  await assert.rejects(request('http://127.0.0.4:9/', { signal: AbortSignal.timeout(500) }))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const until = performance.now() + 150
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 50))
  const { blockedMs, lateMs, workedMs, peakMiB, reached, connections } = watch.read()
  assert.ok(blockedMs >= 140 && lateMs >= 120, `${blockedMs} ms, ${lateMs} ms`)
  assert.ok(workedMs > 5 && workedMs <= lateMs + 40, `${workedMs} ms of ${lateMs}`)
  assert.ok(peakMiB > 20)
  assert.ok(connections >= 2)
  assert.deepEqual(reached, ['127.0.0.1', '127.0.0.4'])
  watch.stop()
  server.closeAllConnections()
  server.close()
})
