// A real socket: the address given back answers, and a taken port is named with its cure.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import type { Desk } from '../desk/desk.ts'
import { ReadoutError } from '../model/errors.ts'
import { serve } from './serve.ts'

const desk = {} as Pick<Desk, 'store' | 'now' | 'dir'> // these routes never look at it

test('serves where it says, and stops when closed', async () => {
  const { url, close } = await serve(desk, { port: 0 })
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
  assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), { status: 'ok' })
  assert.match(await (await fetch(`${url}/nowhere`)).text(), /Nothing is kept at \/nowhere/)
  await close()
  await assert.rejects(fetch(`${url}/healthz`))
})

test('a taken port is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  assert.ok(address !== null && typeof address === 'object')
  await assert.rejects(serve(desk, { port: address.port }), (error) => {
    assert.ok(error instanceof ReadoutError)
    assert.equal(error.code, 'PORT_TAKEN')
    assert.match(error.message, new RegExp(`port ${address.port} .*--port`))
    return true
  })
  await new Promise((resolve) => other.close(resolve))
})
