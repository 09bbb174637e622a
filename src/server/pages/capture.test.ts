// The bytes of a capture come whatever stands in the address that they were handed in under.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CapturePages } from '../../desk/capture-pages.ts'
import { makeTestServer } from '../server.contract.ts'
import { captureRoutes } from './capture.ts'

test('an address with half a character, a line break or brackets in it breaks no header', async () => {
  for (const odd of ['\ud800', 'a\udc00b', '\r\nset-cookie: x=1', '>; rel="next"', '\u0000', '‮é']) {
    const raw = {
      bytes: new TextEncoder().encode('The dam holds.'),
      type: 'text/plain; charset=utf-8',
      isPage: false,
      at: '2031-03-04T10:00:00.000Z',
      url: `https://courier.example/${odd}`,
    } as const
    const pages = { rawCapture: async () => raw } as Partial<CapturePages> as CapturePages
    const server = await makeTestServer(captureRoutes(pages))
    const reply = await server.inject({ method: 'GET', url: '/capture/c1/raw', headers: { host: 'localhost' } })
    assert.equal(reply.statusCode, 200, JSON.stringify(odd))
    assert.equal(reply.headers['set-cookie'], undefined)
    assert.match(String(reply.headers.link), /^<https:\/\/courier\.example\/[\x21-\x3d\x3f-\x7e]*>; rel="original"$/)
    await server.close()
  }
})
