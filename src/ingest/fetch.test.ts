// What the other side may do, one after the other, and what becomes of it: the outcome, in its time.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { FetchFault } from '../model/capture.ts'
import { type Fetched, type Fetcher, openFetcher } from './fetch.ts'
import { openLocal, plain, type RawServer, type Script, serveRaw } from './fetching/raw-server.contract.ts'

const TEXT = 'Karsk rejected the offer, Ilse Marrow said. '.repeat(200)

const drip =
  (start: string, piece: string, ms: number): Script =>
  (socket) => {
    socket.write(start)
    const timer = setInterval(() => socket.write(piece), ms)
    socket.on('close', () => clearInterval(timer))
  }
const pour =
  (start: string, piece: string): Script =>
  (socket) => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.on('drain', more)
    socket.write(start)
    more()
  }
const say =
  (bytes: string | Uint8Array): Script =>
  (socket) =>
    socket.write(bytes)
const sayAndEnd =
  (bytes: string): Script =>
  (socket) =>
    socket.end(bytes)
const redirect = (to: string, status = '302 Found'): Script => say(plain(status, '', `location: ${to}`))
const coded = (bytes: Uint8Array, ...codings: string[]): Script =>
  say(plain('200 OK', bytes, ...codings.map((coding) => `content-encoding: ${coding}`)))

const KILOBYTE = 'x'.repeat(1024)
const HEAD = 'HTTP/1.1 200 OK\r\n'

/** Path, script, the fault, and a word of the reason. */
const FAULTS: readonly (readonly [string, Script, FetchFault, RegExp])[] = [
  ['/silent', () => {}, 'FETCH_TIMEOUT', /nothing for 0.5 s/],
  ['/silent-body', say(`${HEAD}content-length: 10\r\n\r\nabc`), 'FETCH_TIMEOUT', /nothing for/],
  ['/drip-head', drip(`${HEAD}x-a: `, 'a', 100), 'FETCH_TIMEOUT', /bytes a second/],
  ['/drip-body', drip(`${HEAD}\r\n`, 'a', 100), 'FETCH_TIMEOUT', /bytes a second/],
  [
    '/drip-chunks',
    drip(`${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\na\r\n', 150),
    'FETCH_TIMEOUT',
    /bytes a second/,
  ],
  ['/drip-hints', drip('', 'HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n', 20), 'FETCH_TIMEOUT', /in all/],
  ['/broken-length', sayAndEnd(`${HEAD}content-length: 100\r\n\r\nabc`), 'FETCH_BROKEN_OFF', /broke off/],
  ['/broken-chunk', sayAndEnd(`${HEAD}transfer-encoding: chunked\r\n\r\n5\r\nab`), 'FETCH_BROKEN_OFF', /broke off/],
  [
    '/no-last-chunk',
    sayAndEnd(`${HEAD}transfer-encoding: chunked\r\n\r\n2\r\nab\r\n`),
    'FETCH_BROKEN_OFF',
    /broke off/,
  ],
  [
    '/reset-body',
    (s) => s.write(`${HEAD}\r\nabc`, () => setTimeout(() => s.resetAndDestroy(), 50)),
    'FETCH_BROKEN_OFF',
    /ECONNRESET/,
  ],
  ['/reset', (s) => s.resetAndDestroy(), 'FETCH_CONNECT', /no answer/],
  ['/hang-up', (s) => s.end(), 'FETCH_CONNECT', /no answer/],
  ['/half-head', sayAndEnd(`${HEAD}x-a: b`), 'FETCH_CONNECT', /no answer/],
  ['/no-http', say('SSH-2.0-OpenSSH_9.6\r\n\r\n'), 'FETCH_PROTOCOL', /HTTP\/1.1/],
  ['/http-0.9', sayAndEnd('<html>old</html>'), 'FETCH_PROTOCOL', /HTTP\/1.1/],
  ['/bad-chunk', say(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n`), 'FETCH_PROTOCOL', /HTTP\/1.1/],
  ['/two-lengths', say(`${HEAD}content-length: 3\r\ncontent-length: 4\r\n\r\nabcd`), 'FETCH_PROTOCOL', /HTTP\/1.1/],
  [
    '/length-and-chunks',
    say(`${HEAD}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
    'FETCH_PROTOCOL',
    /HTTP/,
  ],
  ['/minus', say(`${HEAD}content-length: -1\r\n\r\n`), 'FETCH_PROTOCOL', /HTTP\/1.1/],
  ['/large-header', say(`${HEAD}x-a: ${'a'.repeat(70_000)}\r\n\r\n`), 'FETCH_PROTOCOL', /OVERFLOW|without end/],
  ['/many-headers', say(`${HEAD}${'x-a: b\r\n'.repeat(20_000)}\r\n`), 'FETCH_PROTOCOL', /OVERFLOW|without end/],
  ['/endless-header', pour(`${HEAD}x-a: `, KILOBYTE), 'FETCH_PROTOCOL', /OVERFLOW|without end/],
  ['/endless-headers', pour(HEAD, `x-a: ${KILOBYTE}\r\n`), 'FETCH_PROTOCOL', /OVERFLOW|without end/],
  ['/endless-hints', pour('', `HTTP/1.1 103 Early Hints\r\nx: ${KILOBYTE}\r\n\r\n`), 'FETCH_PROTOCOL', /without end/],
  ['/endless-status', pour('HTTP/1.1 200 ', KILOBYTE), 'FETCH_PROTOCOL', /without end/],
  [
    '/upgrade',
    say('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    'FETCH_CONNECT',
    /upgrade/,
  ],
  ['/circle', redirect('/circle'), 'FETCH_REDIRECTS', /circle/],
  ['/circle-a', redirect('/circle-b#x'), 'FETCH_REDIRECTS', /circle/],
  ['/circle-b', redirect('/circle-a'), 'FETCH_REDIRECTS', /circle/],
  [
    '/endless',
    (s, head) => s.write(plain('302 Found', '', `location: /endless?${head.split(' ')[1]?.slice(9)}x`)),
    'FETCH_REDIRECTS',
    /more than 5/,
  ],
  ['/nowhere', say(plain('301 Moved', '')), 'FETCH_REDIRECTS', /where to/],
  ['/nowhere-empty', redirect(''), 'FETCH_REDIRECTS', /where to/],
  ['/nowhere-broken', redirect('http://[/'), 'FETCH_REDIRECTS', /no address/],
  ['/two-ways', say(plain('302 Found', '', 'location: /a', 'location: /b')), 'FETCH_REDIRECTS', /several/],
  ['/coding-unknown', coded(Buffer.from(TEXT), 'lzma'), 'FETCH_CODING', /"lzma" is not known/],
  ['/coding-nested', coded(gzipSync(gzipSync(TEXT)), 'gzip, gzip'), 'FETCH_CODING', /one coding within another/],
  ['/coding-two-lines', coded(gzipSync(gzipSync(TEXT)), 'gzip', 'gzip'), 'FETCH_CODING', /one coding within another/],
  ['/coding-false', coded(Buffer.from(TEXT), 'gzip'), 'FETCH_CODING', /broken/],
  ['/coding-cut', coded(gzipSync(TEXT).subarray(0, 60), 'gzip'), 'FETCH_CODING', /broken/],
  ['/coding-cut-br', coded(brotliCompressSync(TEXT).subarray(0, 20), 'br'), 'FETCH_CODING', /broken/],
  ['/coding-cut-zstd', coded(zstdCompressSync(TEXT).subarray(0, 20), 'zstd'), 'FETCH_CODING', /broken/],
  [
    '/transfer-gzip',
    say(`${HEAD}transfer-encoding: gzip, chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n`),
    'FETCH_CODING',
    /transfer coding/,
  ],
  ['/unasked', say('HTTP/1.1 304 Not Modified\r\n\r\n'), 'FETCH_PROTOCOL', /nobody asked/],
  ['/log-in', say(plain('511 Network Authentication Required', 'log in')), 'FETCH_CONNECT', /log in/],
]

/** Path, script, who refuses, and a word of the reason. */
const REFUSALS: readonly (readonly [string, Script, 'guard' | 'size', RegExp])[] = [
  ['/endless-body', pour(`${HEAD}\r\n`, KILOBYTE.repeat(16)), 'size', /bytes came/],
  [
    '/endless-chunks',
    pour(`${HEAD}transfer-encoding: chunked\r\n\r\n`, `400\r\n${KILOBYTE}\r\n`),
    'size',
    /bytes came/,
  ],
  [
    '/endless-crumbs',
    pour(`${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\nx\r\n'.repeat(2000)),
    'size',
    /bytes came/,
  ],
  ['/endless-extension', pour(`${HEAD}transfer-encoding: chunked\r\n\r\n1;`, KILOBYTE), 'size', /bytes came/],
  ['/declared', pour(`${HEAD}content-length: 99999999999\r\n\r\n`, KILOBYTE.repeat(16)), 'size', /bytes came/],
  ['/bomb-gzip', coded(gzipSync(Buffer.alloc(40e6)), 'gzip'), 'size', /decodes to more/],
  ['/bomb-deflate', coded(deflateSync(Buffer.alloc(40e6)), 'deflate'), 'size', /decodes to more/],
  ['/bomb-br', coded(brotliCompressSync(Buffer.alloc(40e6)), 'br'), 'size', /decodes to more/],
  ['/bomb-zstd', coded(zstdCompressSync(Buffer.alloc(40e6)), 'zstd'), 'size', /decodes to more/],
  ['/to-file', redirect('file:///etc/passwd'), 'guard', /file: is not asked for/],
  ['/to-data', redirect('data:text/html,x'), 'guard', /data: is not asked for/],
  ['/to-name', redirect('http://ilse:marrow@127.0.0.1/'), 'guard', /user name/],
  ['/to-port', redirect('http://127.0.0.1:6379/'), 'guard', /port 6379/],
  [
    '/to-inner',
    (s) => s.write(plain('302 Found', '', `location: http://10.0.0.1:${s.localPort}/`)),
    'guard',
    /private network/,
  ],
]

/** Path, script, and what its body decodes to. */
const ANSWERS: readonly (readonly [string, Script, string])[] = [
  ['/', say(plain('200 OK', TEXT)), TEXT],
  ['/missing', say(plain('404 Not Found', 'gone')), 'gone'],
  ['/broken-server', say(plain('503 Service Unavailable', 'later')), 'later'],
  ['/choices', say(plain('300 Multiple Choices', 'which', 'location: /')), 'which'],
  ['/empty', say(plain('200 OK', '')), ''],
  ['/none', say('HTTP/1.1 204 No Content\r\n\r\n'), ''],
  ['/to-the-end', sayAndEnd(`${HEAD}\r\n${TEXT}`), TEXT],
  [
    '/chunks',
    say(`${HEAD}transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nx-trailer: 1\r\n\r\n`),
    'abcde',
  ],
  ['/hints', say(`HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${HEAD}content-length: 2\r\n\r\nok`), 'ok'],
  ['/too-long', say(`${HEAD}content-length: 2\r\n\r\nok, and more`), 'ok'],
  ['/gzip', coded(gzipSync(TEXT), 'gzip'), TEXT],
  ['/x-gzip', coded(gzipSync(TEXT), 'X-GZip'), TEXT],
  ['/gzip-members', coded(Buffer.concat([gzipSync('one '), gzipSync('two')]), 'gzip'), 'one two'],
  ['/gzip-empty', coded(new Uint8Array(), 'gzip'), ''],
  ['/deflate', coded(deflateSync(TEXT), 'deflate'), TEXT],
  ['/deflate-raw', coded(deflateRawSync(TEXT), 'deflate'), TEXT],
  ['/br', coded(brotliCompressSync(TEXT), 'br'), TEXT],
  ['/zstd', coded(zstdCompressSync(TEXT), 'zstd'), TEXT],
  ['/identity', coded(Buffer.from(TEXT), 'identity'), TEXT],
  ['/gzip-and-identity', coded(gzipSync(TEXT), 'identity, gzip'), TEXT],
]

let server: RawServer
let fetcher: Fetcher

before(async () => {
  server = await serveRaw({
    ...Object.fromEntries([...FAULTS, ...REFUSALS, ...ANSWERS].map(([path, script]) => [path, script])),
    '/moved': redirect('/moved-again', '301 Moved'),
    '/moved-again': redirect('/temporary', '308 Permanent Redirect'),
    '/temporary': redirect('/'),
    '/moved-to-nothing': redirect('/missing', '301 Moved'),
    '/accents': (socket) => socket.write(Buffer.concat([Buffer.from('HTTP/1.1 302 Found\r\nlocation: /é\r\n\r\n')])),
    '/%C3%A9': say(plain('200 OK', 'found')),
    '/tagged': (socket, head) => {
      const isKnown = head.includes('if-none-match: W/"1"') && head.includes('if-modified-since: Wed')
      socket.write(
        isKnown ? 'HTTP/1.1 304 Not Modified\r\n\r\n' : plain('200 OK', TEXT, 'etag: W/"1"', 'last-modified: Wed'),
      )
    },
    '/to-tagged': redirect('/tagged'),
    '/busy': say(plain('429 Too Many Requests', '', 'retry-after: 90')),
    '/doubled': say(plain('200 OK', '', 'X-One: b', 'x-one: a', 'x-two: caf\u00e9')),
    '/close-after': (socket) => socket.write(plain('200 OK', 'once'), () => setTimeout(() => socket.destroy(), 0)),
  })
  fetcher = openLocal([server.port], { totalMs: 2500, receivedBytes: 2 << 20 })
})

after(async () => {
  await fetcher.close()
  await server.close()
})

const get = (path: string, more = {}): Promise<Fetched> =>
  fetcher.fetch({ url: server.url + path, what: 'page', ...more })

test('each way to fail is named, with a reason, in its time', async (t) => {
  const isSlow = ([, , code]: (typeof FAULTS)[number]): boolean => code === 'FETCH_TIMEOUT'
  const fail = ([path, , code, reason]: (typeof FAULTS)[number]): Promise<void> =>
    t.test(path, async () => {
      const begun = performance.now()
      const { outcome, bytes, body } = await get(path)
      assert.equal(outcome.kind, 'failed', JSON.stringify(outcome))
      if (outcome.kind === 'failed') {
        assert.equal(outcome.code, code, outcome.reason)
        assert.match(outcome.reason, reason)
      }
      assert.equal(bytes ?? body, undefined)
      assert.ok(performance.now() - begun < 8000)
    })
  await Promise.all(FAULTS.filter(isSlow).map(fail))
  for (const fault of FAULTS.filter((one) => !isSlow(one))) await fail(fault)
})

test('what we do not want is refused: too much, and addresses that are not asked', async (t) => {
  for (const [path, , by, reason] of REFUSALS) {
    await t.test(path, async () => {
      const { outcome, bytes, body, hops } = await get(path)
      assert.equal(outcome.kind, 'refused', JSON.stringify(outcome))
      if (outcome.kind === 'refused') {
        assert.equal(outcome.by, by, outcome.reason)
        assert.match(outcome.reason, reason)
      }
      assert.equal(hops.length, 1)
      assert.equal(bytes ?? body, undefined)
    })
  }
})

test('an answer is kept as it came and decoded beside that', async (t) => {
  for (const [path, , text] of ANSWERS) {
    await t.test(path, async () => {
      const { outcome, bytes = new Uint8Array(), body, hops } = await get(path)
      assert.ok(body, JSON.stringify(outcome))
      assert.equal(Buffer.from(body).toString(), text)
      assert.deepEqual(outcome, { kind: 'answered', payload: createHash('sha256').update(bytes).digest('hex') })
      assert.equal(hops[0]?.address, '127.0.0.1')
    })
  }
})

test('an address that moved for good is told of, as far as the chain is permanent and ends well', async () => {
  const { moved, hops, outcome } = await get('/moved')
  assert.equal(outcome.kind, 'answered')
  assert.deepEqual(
    hops.map(({ url, status }) => [url.slice(server.url.length), status]),
    [
      ['/moved', 301],
      ['/moved-again', 308],
      ['/temporary', 302],
      ['/', 200],
    ],
  )
  assert.equal(moved, `${server.url}/temporary`)
  assert.equal((await get('/temporary')).moved, undefined)
  assert.equal((await get('/moved-to-nothing')).moved, undefined)
})

test('a redirect in UTF-8 is followed', async () => {
  assert.equal(Buffer.from((await get('/accents')).body ?? []).toString(), 'found')
})

test('what did not change is not sent again, and only its own address is asked whether it did', async () => {
  const known = { etag: 'W/"1"', modified: 'Wed' }
  assert.deepEqual((await get('/tagged', known)).outcome, { kind: 'unchanged' })
  assert.equal((await get('/to-tagged', known)).outcome.kind, 'answered')
  const from = `${server.url}/tagged`
  assert.deepEqual((await get('/to-tagged', { ...known, from })).outcome, { kind: 'unchanged' })
})

test('what was sent is told as it went out, and nothing of ours besides', async () => {
  const { sent } = await get('/doubled')
  const [first, ...lines] = server.asked.at(-1)?.split('\r\n') ?? []
  assert.equal(first, 'GET /doubled HTTP/1.1')
  assert.deepEqual(
    lines,
    sent.map(([name, value]) => `${name}: ${value}`),
  )
  assert.deepEqual(
    sent.map(([name]) => name),
    ['host', 'connection', 'user-agent', 'accept', 'accept-encoding'],
  )
})

test('header lines of an answer keep their order, their doubles and their case', async () => {
  const { hops } = await get('/doubled')
  assert.deepEqual(hops[0]?.headers.slice(1), [
    ['X-One', 'b'],
    ['x-one', 'a'],
    ['x-two', 'caf\u00e9'],
  ])
})

test('when to come again is told', async () => {
  assert.equal((await get('/busy')).retryAfterMs, 90_000)
})

test('each hop after the first is asked for, and a no ends the chain', async () => {
  const asked: string[] = []
  const isAllowedHop = async (url: string): Promise<boolean> => asked.push(url) < 2
  const { outcome, hops } = await get('/moved', { isAllowedHop })
  assert.deepEqual(asked, [`${server.url}/moved-again`, `${server.url}/temporary`])
  assert.deepEqual(outcome, { kind: 'refused', by: 'robots', reason: `${server.url}/temporary is not to be asked for` })
  assert.equal(hops.length, 2)
  const told = await get('/temporary', { isAllowedHop: async () => 'robots.txt of Veldania says no' })
  assert.deepEqual(told.outcome, { kind: 'refused', by: 'robots', reason: 'robots.txt of Veldania says no' })
})

test('a connection is used again, and one that was closed meanwhile is replaced', async () => {
  const own = openLocal([server.port])
  const count = server.connections()
  for (let i = 0; i < 5; i++) await own.fetch({ url: `${server.url}/`, what: 'page' })
  assert.equal(server.connections(), count + 1)
  for (let i = 0; i < 20; i++) {
    const { outcome } = await own.fetch({ url: `${server.url}/close-after`, what: 'page' })
    assert.equal(outcome.kind, 'answered', JSON.stringify(outcome))
  }
  await own.close()
})

test('told to stop, or closed, a fetch rejects', async () => {
  const stop = new AbortController()
  const going = get('/silent-body', { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await assert.rejects(going, /enough/)
  await assert.rejects(get('/', { signal: AbortSignal.abort(new Error('at once')) }), /at once/)
  const waiting = get('/temporary', { signal: AbortSignal.timeout(50), isAllowedHop: () => new Promise(() => {}) })
  await assert.rejects(waiting, { name: 'TimeoutError' })
  const own = openLocal([server.port])
  const open = own.fetch({ url: `${server.url}/drip-body`, what: 'page' })
  setTimeout(() => own.close(), 50)
  await assert.rejects(open, /closed/)
  await assert.rejects(own.fetch({ url: `${server.url}/`, what: 'page' }), /closed/)
})

test('names that are not known, that nobody answers for, or that take too long', async () => {
  const resolve = async (host: string): Promise<string[]> => {
    if (host === 'slow.example') return new Promise(() => {})
    if (host === 'none.example') return []
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  }
  const own = openLocal([server.port, 9], { connectMs: 200 }, { resolve })
  const codeOf = async (url: string): Promise<string> => {
    const { outcome, sent } = await own.fetch({ url, what: 'page' })
    assert.deepEqual(sent, [])
    return outcome.kind === 'failed' ? outcome.code : outcome.kind
  }
  assert.equal(await codeOf(`http://gone.example:${server.port}/`), 'FETCH_DNS')
  assert.equal(await codeOf(`http://none.example:${server.port}/`), 'FETCH_DNS')
  assert.equal(await codeOf(`http://slow.example:${server.port}/`), 'FETCH_TIMEOUT')
  assert.equal(await codeOf('http://127.0.0.1:9/'), 'FETCH_CONNECT')
  await own.close()
})

test('a name with several addresses is had at the first that answers, also in IPv6', async (t) => {
  const own = openLocal([server.port], {}, { resolve: async () => ['127.0.0.9', '127.0.0.1'] })
  const { outcome, hops } = await own.fetch({ url: `http://marrow.example:${server.port}/`, what: 'page' })
  assert.equal(outcome.kind, 'answered', JSON.stringify(outcome))
  assert.equal(hops[0]?.address, '127.0.0.1')
  await own.close()
  const six = await serveRaw({ '/': say(plain('200 OK', TEXT)) }, '::1').catch(() => undefined)
  if (!six) return t.diagnostic('this system has no ::1')
  const other = openLocal([six.port])
  assert.equal((await other.fetch({ url: `${six.url}/`, what: 'page' })).hops[0]?.address, '::1')
  await other.close()
  await six.close()
})

test('whatever bytes come, there is an outcome', async () => {
  const random = seededFrom(7)
  const whole = plain('200 OK', gzipSync(TEXT), 'content-encoding: gzip', 'location: /x', 'etag: "a"').toString(
    'latin1',
  )
  let bytes = Buffer.alloc(0)
  const noisy = await serveRaw({ '/': (socket) => socket.end(bytes) })
  const own = openLocal([noisy.port], { idleMs: 1000 })
  const kinds = new Set<string>()
  for (let i = 0; i < 400; i++) {
    const cut = Math.floor(random() * whole.length)
    const shuffled = [...whole.slice(0, i % 3 ? undefined : cut)].map((c) =>
      random() < 0.004 ? String.fromCharCode(random() * 256) : c,
    )
    bytes = Buffer.from(shuffled.join(''), 'latin1')
    const { outcome } = await own.fetch({ url: `${noisy.url}/`, what: 'page' })
    kinds.add(outcome.kind === 'failed' ? outcome.code : outcome.kind)
  }
  await own.close()
  await noisy.close()
  assert.ok(kinds.has('answered') && kinds.has('FETCH_PROTOCOL') && kinds.has('FETCH_CODING'), [...kinds].join())
})

test('settings that cannot hold are named when the fetcher is opened', () => {
  assert.throws(() => openFetcher({ userAgent: 'Readout\nx: y' }), { code: 'SETTINGS_BROKEN' })
  assert.throws(() => openFetcher({ userAgent: 'Otherbot/1.0' }), { code: 'SETTINGS_BROKEN' })
  assert.throws(() => openFetcher({ userAgent: 'Readout', networks: ['10.0.0.0/99'] }), { code: 'SETTINGS_BROKEN' })
})

/** Numbers from 0 up to 1, the same each time. */
function seededFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
