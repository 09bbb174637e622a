// Connections that are to be safe: the certificate is judged by the name that was asked for, though the connection goes to an
// address; and every fault has its name.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer as createPlain, type Server, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { createServer, getCACertificates, setDefaultCACertificates, type TLSSocket, type TlsOptions } from 'node:tls'
import type { Fetched } from '../fetch.ts'
import { makeCertificate } from './certificate.contract.ts'
import { openLocal, plain, type RawServer, serveRaw } from './raw-server.contract.ts'

const good = makeCertificate({ names: ['marrow.example'], addresses: ['127.0.0.1'] })
const expired = makeCertificate({ names: ['marrow.example'], until: new Date('2021-01-01') })
const other = makeCertificate({ names: ['hale.example'] })
const unknown = makeCertificate({ names: ['marrow.example'] })

const servers: Server[] = []
const seen: { servername: string | false; protocol: string | false | null }[] = []
let insecure: RawServer

before(async () => {
  setDefaultCACertificates([...getCACertificates('default'), good.cert, expired.cert, other.cert])
  insecure = await serveRaw({ '/': (socket) => socket.write(plain('200 OK', 'in the open')) })
})

after(async () => {
  for (const server of servers) server.close()
  await insecure.close()
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.on('tlsClientError', () => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function serveSafely(options: TlsOptions): Promise<number> {
  const answer = (socket: TLSSocket): void => {
    seen.push({
      servername: (socket as TLSSocket & { servername: string | false }).servername,
      protocol: socket.alpnProtocol,
    })
    socket
      .on('error', () => {})
      .on('data', (bytes) => {
        const isDown = bytes.toString().startsWith('GET /down ')
        socket.write(isDown ? plain('301 Moved', '', `location: ${insecure.url}/`) : plain('200 OK', 'safe'))
      })
  }
  return listen(createServer(options, answer))
}

async function get(port: number, { host = 'marrow.example', path = '/', connectMs = 2000 } = {}): Promise<Fetched> {
  const fetcher = openLocal([port, insecure.port], { connectMs }, { resolve: async () => ['127.0.0.1'] })
  const fetched = await fetcher.fetch({ url: `https://${host}:${port}${path}`, what: 'page' })
  await fetcher.close()
  return fetched
}

const faultOf = ({ outcome }: Fetched): string => (outcome.kind === 'failed' ? outcome.code : outcome.kind)

test('the name asked for is told and compared, whatever address the connection goes to', async () => {
  const port = await serveSafely({ ...good, ALPNProtocols: ['h2', 'http/1.1'] })
  assert.equal((await get(port)).outcome.kind, 'answered')
  assert.equal((await get(port, { host: 'marrow.example.' })).outcome.kind, 'answered')
  assert.equal((await get(port, { host: '127.0.0.1' })).outcome.kind, 'answered')
  assert.deepEqual(seen.splice(0), [
    { servername: 'marrow.example', protocol: 'http/1.1' },
    { servername: 'marrow.example', protocol: 'http/1.1' },
    { servername: false, protocol: 'http/1.1' },
  ])
  assert.equal(faultOf(await get(port, { host: 'hale.example' })), 'FETCH_TLS')
})

test('certificates that do not hold are a fault, and nothing is sent', async () => {
  for (const [certificate, reason] of [
    [expired, /expired/],
    [other, /altname|does not match/i],
    [unknown, /self.signed/],
  ] as const) {
    const fetched = await get(await serveSafely(certificate))
    assert.equal(faultOf(fetched), 'FETCH_TLS')
    assert.match(fetched.outcome.kind === 'failed' ? fetched.outcome.reason : '', reason)
    assert.deepEqual(fetched.sent, [])
  }
})

test('an environment that lets every certificate pass changes nothing', async () => {
  const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  try {
    assert.equal(faultOf(await get(await serveSafely(unknown))), 'FETCH_TLS')
  } finally {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
  }
})

test('a server that speaks no TLS, or only an old one', async () => {
  assert.equal(
    faultOf(await get(await serveSafely({ ...good, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }))),
    'FETCH_TLS',
  )
  const deaf = async (answer: (socket: Socket) => unknown): Promise<number> =>
    listen(createPlain((socket) => void answer(socket.on('error', () => {}))))
  assert.equal(
    faultOf(await get(await deaf((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')))),
    'FETCH_TLS',
  )
  assert.equal(faultOf(await get(await deaf((socket) => socket.destroy()))), 'FETCH_CONNECT')
  assert.equal(faultOf(await get(await deaf(() => {}), { connectMs: 200 })), 'FETCH_TIMEOUT')
})

test('a step from https to http is followed and shows in the hops, but moves nothing for good', async () => {
  const { outcome, hops, moved } = await get(await serveSafely(good), { path: '/down' })
  assert.equal(outcome.kind, 'answered')
  assert.deepEqual(
    hops.map(({ url }) => url.split(':')[0]),
    ['https', 'http'],
  )
  assert.equal(moved, undefined)
})
