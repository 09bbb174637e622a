// Every route by inject, no port: what is sent, under which headers, and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import type { Pages } from '../desk/pages.ts'
import type { PageInParts } from '../desk/shell.ts'
import { ReadoutError } from '../model/errors.ts'
import { isAllowedHost } from './allowed-host.ts'
import { defineRoute } from './route.ts'
import { listRoutes } from './routes.ts'
import { makeTestServer } from './server.contract.ts'

const markup = (text: string) => ({ toString: () => text }) as PageInParts['kept']
const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const pages: Pages = {
  style: 'body{}',
  edition: {
    read: async (week, { version }) => {
      if (week === '2031-W99') throw new ReadoutError('WEEK_UNKNOWN', '"2031-W99": there is no such ISO week')
      if (week === 'broken') throw new Error('a secret of the inner workings')
      return version === 7 ? undefined : { before: 'edition ', kept: markup(week ?? 'latest'), after: '' }
    },
    list: async () => 'editions',
    leaning: async () => 'leaning lines',
    edit: async (week, { q }) => `editing ${week} ${q}`,
    versions: async (week, version) => (week === '2031-W10' ? `versions of ${week} ${version}` : undefined),
    issue: async (week) => `issuing ${week}`,
    draft: async (week) => ({ kind: 'kept', to: `/edition/${week}/edit` }),
    change: async (week, sent) => ({ kind: 'refused', status: 409, html: `stale ${week} ${sent.do} ${sent.text}` }),
    keepIssued: async (week, { seen, why }) => ({ kind: 'kept', to: `/edition/${week}?${seen}=${why}` }),
  },
  claim: async (id) =>
    id === 'c1' ? { kind: 'page', html: 'claim c1' } : { kind: 'page', html: `missing: ${asText(id)}`, status: 404 },
  claimReports: async (id, from) => ({ kind: 'page', html: `reports of ${id} from ${from}` }),
  nearClaims: async (id) => ({ kind: 'moved', to: `/claim/now-${id}`, isForGood: true }),
  report: async (name, { at = [] } = {}) => ({ kind: 'page', html: `report ${name} ${at.join(',')}` }),
  changes: async (name, versus) => ({ kind: 'page', html: `changes ${name} ${versus ?? 'before'}` }),
  said: async (id, { at } = {}) => ({ kind: 'moved', to: `/report/of-${id}?at=${at}`, isForGood: false }),
  capture: async (id) => ({ kind: 'page', html: `capture ${id}` }),
  replay: async (id) => ({ kind: 'page', html: `replay ${id}` }),
  rawCapture: async (id) =>
    id === 'page'
      ? {
          bytes: new TextEncoder().encode(RAW),
          type: 'text/html',
          isPage: true,
          at: '2031-03-08T12:00:00.000Z',
          url: URL_OF,
        }
      : undefined,
  memento: async (time, url) => ({ kind: 'moved', to: `/capture/of?${time} ${url}`, isForGood: false }),
  reportText: async (name) => (name === 'a b' ? 'the <b>text</b>' : undefined),
  removedReport: () => undefined,
  missing: (what) => `missing: ${asText(what)}`,
  lists: {
    today: async (since) => `today ${since ?? ''}`,
    stories: async ({ order, after }) => `stories ${order} ${after}`,
    story: async (id) => (id === 's1' ? 'story s1' : undefined),
    ledger: async ({ standing, since }) => `ledger ${standing} ${since}`,
    reports: async ({ outlet }) => `reports ${outlet}`,
    people: async ({ kind, begins }) => `people ${kind} ${begins}`,
    person: async (id, { act }) => (id === 'e1' ? `person e1 ${act}` : undefined),
    search: async ({ words, who }) => `search ${words} ${who}`,
    async *searchFile({ words }, format, origin) {
      yield `${format} ${words} `
      yield origin
    },
    searchFeed: async ({ words }, origin) => `rss ${words} ${origin}`,
    sources: async ({ state }) => `sources ${state}`,
    status: () => 'status',
    settings: async () => 'settings',
  },
}

const RAW = '<script>parent.hit = 1</script><p>As it came'
const URL_OF = 'https://post.example/dam?a=1'
const NO_DESK = {} as Pick<Desk, 'store' | 'now' | 'dir'> // the routes of these tests never look at it

async function withServer(use: (server: FastifyInstance) => Promise<void>, host = '127.0.0.1'): Promise<void> {
  const server = await makeTestServer(listRoutes(pages, NO_DESK), { host })
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

const get = (server: FastifyInstance, url: string, host = 'localhost:4747') =>
  server.inject({ method: 'GET', url, headers: { host } })

test('each route gives its page', () =>
  withServer(async (server) => {
    const table = [
      ['/', 'today '],
      ['/?since=2031-03-05', 'today 2031-03-05'],
      ['/?since=', 'today '],
      ['/stories', 'stories undefined undefined'],
      ['/stories?order=reach&order=x&after=abc', 'stories reach abc'],
      ['/story/s1', 'story s1'],
      ['/people?kind=person&begins=Mar', 'people person Mar'],
      ['/person/e1?act=did%20not%20respond', 'person e1 did not respond'],
      ['/search?words=a%20b&who=', 'search a b undefined'],
      ['/search?words=a&format=jsonl', 'jsonl a http://localhost:4747'],
      ['/search.csv?words=a', 'csv a http://localhost:4747'],
      ['/search.rss?words=a', 'rss a http://localhost:4747'],
      ['/sources?state=silent', 'sources silent'],
      ['/settings', 'settings'],
      ['/edition', 'edition latest'],
      ['/editions', 'editions'],
      ['/edition/2031-W10', 'edition 2031-W10'],
      ['/edition/2031-W10/edit?q=dam', 'editing 2031-W10 dam'],
      ['/edition/2031-W10/versions?version=2', 'versions of 2031-W10 2'],
      ['/edition/2031-W10/issue', 'issuing 2031-W10'],
      ['/ledger', 'ledger undefined undefined'],
      ['/ledger?standing=denied&since=2031-03-05&order=', 'ledger denied 2031-03-05'],
      ['/claim/c1', 'claim c1'],
      ['/reports?outlet=a%20b', 'reports a b'],
      ['/report/a%20b', 'report a b '],
      ['/report/a%20b?at=1-4&at=9-12', 'report a b 1-4,9-12'],
      ['/report/a%20b/changes', 'changes a b before'],
      ['/report/a%20b/changes?versus=c&versus=d', 'changes a b c'],
      ['/style.css', 'body{}'],
      ['/healthz', '{"status":"ok"}'],
    ] as const
    for (const [url, body] of table) {
      const reply = await get(server, url)
      assert.equal(reply.statusCode, 200, url)
      assert.equal(reply.body, body)
    }
    assert.match(String((await get(server, '/style.css')).headers['content-type']), /^text\/css/)
  }))

test('the policy stands on every answer, the refused ones included', () =>
  withServer(async (server) => {
    const wanted =
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'"
    const table = [
      ['/', 200],
      ['/style.css', 200],
      ['/nowhere', 404],
      ['/claim/none', 404],
      ['/story/none', 404],
      ['/person/none', 404],
      ['/ledger?standing=odd', 400],
      ['/reports?since=2031-02-30', 400],
      ['/report/%E0%A4%A', 400],
      ['/edition/2031-W99', 404],
      ['/edition/2031-W10?version=7', 404],
      ['/edition/2031-W11/versions', 404],
      ['/edition/broken', 500],
    ] as const
    for (const [url, status] of table) {
      const reply = await get(server, url)
      assert.equal(reply.statusCode, status, url)
      assert.equal(reply.headers['content-security-policy'], wanted, url)
      assert.equal(reply.headers['x-content-type-options'], 'nosniff', url)
      assert.equal(reply.headers['x-powered-by'], undefined, url)
    }
  }))

test('what is missing is named, escaped, and tells nothing of the inner workings', () =>
  withServer(async (server) => {
    const lost = await get(server, '/claim/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    assert.match(lost.body, /&lt;script>/)
    assert.doesNotMatch(lost.body, /<script/)
    assert.match((await get(server, '/%3Cb%3E')).body, /Nothing is kept at \/%3Cb%3E/)
    assert.match((await get(server, '/edition/2031-W99')).body, /no such ISO week/)
    assert.doesNotMatch((await get(server, '/edition/broken')).body, /secret/)
  }))

test('only the names of this machine are answered, unless another address was asked for', async () => {
  await withServer(async (server) => {
    for (const host of ['localhost', 'localhost:80', '127.0.0.1:4747', '[::1]:4747', 'LOCALHOST']) {
      assert.equal((await get(server, '/', host)).statusCode, 200, host)
    }
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4747', 'localhost@evil']) {
      const reply = await get(server, '/', host)
      assert.equal(reply.statusCode, 421, host)
      assert.doesNotMatch(reply.body, /edition/)
      assert.ok(reply.headers['content-security-policy'], host)
    }
  })
  const table = [
    ['192.168.7.5:4747', true],
    ['[fe80::1]:4747', true],
    ['localhost', true],
    ['desk.example', true],
    ['desk.example:80', false],
    ['evil.example', false],
    ['192.168.7.5.evil.example', false],
  ] as const
  for (const [header, isAllowed] of table) {
    assert.equal(isAllowedHost(header, { host: '0.0.0.0', publicAddress: 'https://desk.example' }), isAllowed, header)
  }
})

test('a request that names no host is not answered', () => {
  assert.equal(isAllowedHost(undefined, { host: '127.0.0.1' }), false)
  assert.equal(isAllowedHost('', { host: 'localhost' }), false)
  assert.equal(isAllowedHost('[::1]:4747', { host: '::1' }), true)
})

test('nothing but GET and HEAD is answered', () =>
  withServer(async (server) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      for (const url of ['/', '/ledger', '/report/a%20b', '/healthz']) {
        const reply = await server.inject({ method, url, headers: { host: 'localhost' } })
        assert.equal(reply.statusCode, 404, `${method} ${url}`)
      }
    }
    assert.equal((await server.inject({ method: 'HEAD', url: '/', headers: { host: 'localhost' } })).statusCode, 200)
  }))

test('an address that cannot be read is refused with all headers, and to a foreign host not at all', () =>
  withServer(async (server) => {
    const own = await get(server, '/report/%zz', 'localhost')
    assert.equal(own.statusCode, 400)
    for (const name of ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'cache-control']) {
      assert.ok(own.headers[name], name)
    }
    assert.equal((await get(server, '/report/%zz', 'evil.example')).statusCode, 421)
  }))

test('the desk’s own address is the public one, else the name that was let in, whatever a proxy was told', async () => {
  const tells = defineRoute({
    method: 'GET',
    path: '/origin',
    kind: 'file',
    needs: 'nothing',
    schema: {},
    answer: async ({ origin }) => origin,
  })
  const ask = async (host: string, options: { readonly publicAddress?: string }) => {
    const server = await makeTestServer([tells], options)
    const told = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript' }
    const reply = await server.inject({ method: 'GET', url: '/origin', headers: { host, ...told } })
    await server.close()
    return reply.body
  }
  const publicAddress = 'https://desk.example'
  assert.equal(await ask('desk.example', { publicAddress }), publicAddress)
  assert.equal(await ask('localhost:4747', { publicAddress }), publicAddress)
  assert.equal(await ask('localhost:4747', {}), 'http://localhost:4747')
  assert.equal(await ask('localhost:99999', {}), 'http://localhost')
})

test('a long answer that is given again is checked and written out once, and sent as it was', async () => {
  let written = 0
  const long = {
    words: 'Karsk “sold” the Orle bridge. '.repeat(5000),
    get times() {
      written++
      return 1
    },
  }
  const server = await makeTestServer([
    defineRoute({
      method: 'GET',
      path: '/api/long',
      kind: 'api',
      needs: 'reader',
      schema: { response: { 200: z.object({ words: z.string(), times: z.number() }) } },
      answer: async () => long,
    }),
  ])
  try {
    const ask = (method: 'GET' | 'HEAD') => server.inject({ method, url: '/api/long', headers: { host: 'localhost' } })
    const [first, second] = [await ask('GET'), await ask('GET')]
    assert.equal(written, 1)
    assert.deepEqual(first.json(), { words: long.words, times: 1 })
    assert.equal(second.body, first.body)
    assert.match(String(second.headers['content-type']), /^application\/json/)
    assert.equal(Number((await ask('HEAD')).headers['content-length']), Buffer.byteLength(first.body))
  } finally {
    await server.close()
  }
})
