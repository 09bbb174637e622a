// A real socket: the address given back answers, and a taken port is named with its cure.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addAccount } from '../desk/accounts/keep-accounts.ts'
import { openDesk } from '../desk/open-desk.ts'
import { ReadoutError } from '../model/errors.ts'
import { serve } from './serve.ts'

const dir = await mkdtemp(join(tmpdir(), 'readout-serve-'))
const desk = await openDesk(dir)
after(async () => {
  await desk.close()
  await rm(dir, { recursive: true })
})

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

test('other addresses are served to those who sign in, and to nobody where nobody can', async () => {
  const refused = (error: unknown) => error instanceof ReadoutError && error.code === 'ACCOUNT_NEEDED'
  await assert.rejects(serve(desk, { port: 0, host: '0.0.0.0' }), refused)
  await addAccount(desk, { name: 'Ada Orme', password: 'a long stone wall', role: 'admin' }, {})
  const { url, close } = await serve(desk, { port: 0, host: '0.0.0.0' })
  const reply = await fetch(`${url}/ledger`, { redirect: 'manual' })
  assert.deepEqual([reply.status, reply.headers.get('location')], [303, '/sign-in?to=%2Fledger'])
  await close()
})
