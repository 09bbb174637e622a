// A listener inside counts who comes. Whatever the spelling, the name, the change of mind or the redirect: nobody may.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { after, before, test } from 'node:test'
import { type Fetcher, openFetcher } from '../fetch.ts'
import { disguise, spellAnswers, spellHosts } from './inner-spellings.contract.ts'
import { plain, type RawServer, serveRaw } from './raw-server.contract.ts'

let canary: Server
let port: number
let visits = 0
let outside: RawServer | undefined // on a second address of loopback, which stands for the internet

const OUTSIDE = '127.0.0.2'
const hosts = spellHosts()

before(async () => {
  canary = createServer((socket) => {
    visits++
    socket.end(plain('200 OK', 'inside'))
  })
  canary.listen(0) // on all addresses of both families
  await once(canary, 'listening')
  port = (canary.address() as AddressInfo).port
  outside = await serveRaw(
    {
      '/to': (socket, head) => {
        const [, status = '302', to = ''] = /^GET \/to\?(\d+)&(\S*)/.exec(head) ?? []
        socket.write(plain(`${status} Elsewhere`, '', `location: ${Buffer.from(to, 'hex').toString('latin1')}`))
      },
      '/stay': (socket) => socket.write(plain('200 OK', 'outside')),
    },
    OUTSIDE,
  ).catch(() => undefined)
})

after(async () => {
  canary.close()
  await outside?.close()
})

const open = (resolve = async (): Promise<string[]> => ['127.0.0.1']): Fetcher =>
  openFetcher({
    userAgent: 'Readout/0.1 (+test)',
    networks: [`${OUTSIDE}/32`],
    ports: [port, outside?.port ?? port],
    caps: { connectMs: 1000, idleMs: 1000, totalMs: 3000 },
    resolve,
  })

async function assertRefused(fetcher: Fetcher, url: string): Promise<void> {
  const { outcome } = await fetcher.fetch({ url, what: 'page' })
  assert.equal(outcome.kind === 'refused' && outcome.by, 'guard', `${JSON.stringify(url)}: ${JSON.stringify(outcome)}`)
}

test('no spelling of an inner host is connected to', async (t) => {
  const fetcher = open()
  const urls = hosts.flatMap((host) => [`http://${host}:${port}/`, `https://${host}:${port}/`])
  const disguised = ['127.0.0.1', '2130706433', '[::1]', '[::ffff:7f00:1]', 'localhost'].flatMap((host) =>
    disguise(host, port),
  )
  const mine = Object.values(networkInterfaces()).flatMap((all = []) =>
    all.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  )
  const all = [...urls, ...disguised, ...mine.map((host) => `http://${host}:${port}/`)]
  for (const url of all) await assertRefused(fetcher, url)
  await fetcher.close()
  t.diagnostic(`${hosts.length} hosts, ${all.length} addresses, ${visits} connections`)
  assert.ok(all.length >= 1000)
  assert.equal(visits, 0)
})

test('no name that leads inside is followed there, also where it leads outside as well', async (t) => {
  const answers = spellAnswers()
  let tried = 0
  for (const answer of answers) {
    for (const addresses of [[answer], [OUTSIDE, answer], [answer, OUTSIDE], [...Array(20).fill(OUTSIDE), answer]]) {
      const fetcher = open(async () => addresses)
      await assertRefused(fetcher, `http://marrow.example:${port}/`)
      await fetcher.close()
      tried++
    }
  }
  t.diagnostic(`${tried} answers of a name server, ${visits} connections`)
  assert.equal(visits, 0)
})

test('the system’s own look-up is judged as well', async () => {
  const fetcher = openFetcher({ userAgent: 'Readout/0.1 (+test)', ports: [port] })
  for (const host of ['localhost', 'localhost.']) {
    const { outcome } = await fetcher.fetch({ url: `http://${host}:${port}/`, what: 'page' })
    assert.notEqual(outcome.kind, 'answered')
  }
  await fetcher.close()
  assert.equal(visits, 0)
})

test('a name that changes its mind between look-up and connection is looked up once', async (t) => {
  if (!outside) return t.skip(`this system has no ${OUTSIDE}`)
  let looked = 0
  const fetcher = open(async () => (looked++ % 2 === 0 ? [OUTSIDE] : ['127.0.0.1']))
  const { outcome, hops } = await fetcher.fetch({ url: `http://marrow.example:${outside.port}/stay`, what: 'page' })
  assert.equal(outcome.kind, 'answered', JSON.stringify(outcome))
  assert.equal(hops[0]?.address, OUTSIDE)
  assert.equal(looked, 1)
  // the connection that stands leads where it led; a new one asks again, and is refused
  await assertRefused(fetcher, `http://marrow.example:${port}/`)
  assert.equal(looked, 2)
  await fetcher.close()
  assert.equal(visits, 0)
})

test('a look-up that ends when nobody waits any more leads nowhere', async () => {
  const { promise, resolve } = Promise.withResolvers<string[]>()
  const fetcher = openFetcher({
    userAgent: 'Readout/0.1 (+test)',
    networks: ['127.0.0.0/8'],
    ports: [port],
    resolve: () => promise,
  })
  const going = fetcher.fetch({ url: `http://marrow.example:${port}/`, what: 'page' })
  setTimeout(() => fetcher.close(), 20)
  await assert.rejects(going, /closed/)
  resolve(['127.0.0.1'])
  await new Promise((done) => setTimeout(done, 100))
  assert.equal(visits, 0)
})

test('no redirect leads inside, whatever its kind and its spelling', async (t) => {
  if (!outside) return t.skip(`this system has no ${OUTSIDE}`)
  const { url } = outside
  const fetcher = open()
  const targets = [
    ...hosts.filter((_, i) => i % 7 === 0).map((host) => `http://${host}:${port}/`),
    ...disguise('127.0.0.1', port),
    ...disguise('[::ffff:127.0.0.1]', port),
    `//127.0.0.1:${port}/`,
    `\\\\127.0.0.1:${port}/`,
    `/\\127.0.0.1:${port}/`,
    `https://127.0.0.1:${port}/`,
    `ftp://127.0.0.1:${port}/`,
    `gopher://127.0.0.1:${port}/`,
    `file://127.0.0.1:${port}/`,
    `javascript:x`,
  ].filter((target) => !/[\r\n]/.test(target)) // those end a header line
  let tried = 0
  for (const status of [301, 302, 303, 307, 308]) {
    for (const target of status === 302 ? targets : targets.filter((_, i) => i % 4 === 0)) {
      const hex = Buffer.from(target).toString('hex')
      const { outcome, hops } = await fetcher.fetch({ url: `${url}/to?${status}&${hex}`, what: 'page' })
      const isRefused = outcome.kind === 'refused' && outcome.by === 'guard'
      const isNowhere = outcome.kind === 'failed' && outcome.code === 'FETCH_REDIRECTS'
      const isOutside = outcome.kind === 'answered' && hops.every(({ address }) => address === OUTSIDE) // http:x is a path
      assert.ok(isRefused || isNowhere || isOutside, `${status} ${JSON.stringify(target)}: ${JSON.stringify(outcome)}`)
      tried++
    }
  }
  await fetcher.close()
  t.diagnostic(`${tried} redirects, ${visits} connections`)
  assert.equal(visits, 0)
})

test('the canary sings where somebody comes', async () => {
  const fetcher = openFetcher({ userAgent: 'Readout/0.1 (+test)', networks: ['127.0.0.0/8'], ports: [port] })
  const { outcome } = await fetcher.fetch({ url: `http://127.0.0.1:${port}/`, what: 'page' })
  assert.equal(outcome.kind, 'answered')
  await fetcher.close()
  assert.equal(visits, 1)
})
