// The newsstand itself: an honest host's pages over virtual time, and each vice as it is named, seen with Node's own client.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { makeStand } from './make-stand.ts'
import { makeResolver } from './resolver.ts'
import { type ServedStand, serveStand } from './serve-stand.ts'
import { DAY, HEALS, HOUR, type Host, listedAt } from './stand.ts'
import { faultOf, VICE_NAMES, type Vice } from './vices.ts'
import { type Visit, type VisitOptions, visit } from './visit.ts'

const stand = makeStand({ seed: 7, hosts: VICE_NAMES.length + 20, pages: 1000, days: 2 })
const END = stand.epoch + stand.span
let time = END
let served: ServedStand

before(async () => {
  served = await serveStand(stand, { now: () => time, dripMs: 20 })
})
after(() => served.close())

const hostOf = (vice: Vice): Host => stand.hosts.find((host) => host.vice === vice) as Host
const struckOf = (vice: Vice, nth = 0): string => hostOf(vice).pages.filter(({ isStruck }) => isStruck)[nth]?.path ?? ''
const visitStruck = (vice: Vice, options: VisitOptions = {}, nth = 0): Promise<Visit> =>
  visit(served, hostOf(vice).name, struckOf(vice, nth), options)
const honest = stand.hosts.filter(({ vice }) => !vice)

test('a plan is the same for one seed, and has each vice once', () => {
  const options = { seed: 7, hosts: VICE_NAMES.length + 20, pages: 1000, days: 2 }
  assert.deepEqual(makeStand(options), stand)
  assert.notDeepEqual(makeStand({ ...options, seed: 8 }), stand)
  assert.deepEqual(stand.hosts.flatMap(({ vice }) => vice ?? []).sort(), [...VICE_NAMES].sort())
  const count = stand.hosts.reduce((sum, { pages }) => sum + pages.length, 0)
  assert.ok(Math.abs(count - 1000) < 30, `${count} pages`)
})

test('an honest host lists its pages as they appear, and serves each version of a page in its time', async () => {
  const host = honest.find(
    ({ pages, coding }) =>
      coding === 'identity' && pages.some(({ versions, moved, gone }) => versions.length > 1 && !moved && !gone),
  ) as Host
  const page = host.pages.find(({ versions, moved, gone }) => versions.length > 1 && !moved && !gone)
  assert.ok(page)
  const bodies = []
  for (const at of page.versions) {
    time = at - 1
    bodies.push((await visit(served, host.name, page.path)).body)
    time = at
    bodies.push((await visit(served, host.name, page.path)).body)
    const feed = await visit(served, host.name, host.feed.path)
    assert.equal(feed.body.includes(page.path), listedAt(host, at).includes(page))
  }
  time = END
  assert.match(String(bodies[0]), /nothing here/)
  assert.match(String(bodies[1]), /<article>/)
  assert.deepEqual(bodies[2], bodies[1])
  assert.notDeepEqual(bodies[3], bodies[1])
})

test('pages move and go', async () => {
  const pages = honest.flatMap((host) => host.pages.map((page) => ({ host, page })))
  const moved = pages.find(({ page }) => page.moved && page.moved.at < END)
  const gone = pages.find(({ page }) => page.gone && page.gone.at < END)
  assert.ok(moved?.page.moved && gone?.page.gone)
  const there = await visit(served, moved.host.name, moved.page.path)
  assert.equal(there.status, moved.page.moved.status)
  assert.equal(there.headers.location, `http://${moved.host.name}:${served.port}${moved.page.moved.to}`)
  assert.equal((await visit(served, moved.host.name, moved.page.moved.to)).status, 200)
  assert.equal((await visit(served, gone.host.name, gone.page.path)).status, gone.page.gone.status)
})

test('what has not changed is answered with 304, by ETag and by date', async () => {
  for (const validators of ['etag', 'modified'] as const) {
    const host = honest.find((each) => each.validators === validators) as Host
    const first = await visit(served, host.name, host.feed.path)
    const headers =
      validators === 'etag'
        ? { 'if-none-match': String(first.headers.etag) }
        : { 'if-modified-since': String(first.headers['last-modified']) }
    assert.equal((await visit(served, host.name, host.feed.path, { headers })).status, 304)
    time = stand.epoch
    assert.equal((await visit(served, host.name, host.feed.path, { headers: { 'if-none-match': '"x"' } })).status, 200)
    time = END
  }
})

test('codings are sent to those who take them', async () => {
  const decode = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync }
  for (const [coding, decoded] of Object.entries(decode)) {
    const host = honest.find((each) => each.coding === coding) as Host
    const coded = await visit(served, host.name, host.feed.path, { headers: { 'accept-encoding': coding } })
    assert.equal(coded.headers['content-encoding'], coding)
    assert.deepEqual(decoded(coded.body), (await visit(served, host.name, host.feed.path)).body)
  }
})

test('connections are cut, stall, drip, pour and speak no HTTP', async () => {
  const faults = {
    'hang-up': /ECONNRESET/,
    reset: /ECONNRESET/,
    'long-length': /ECONNRESET/,
    'two-lengths': /^HPE/,
    'no-http': /^HPE/,
    'huge-header': /^HPE/,
    'many-headers': /^HPE/,
  }
  for (const [vice, fault] of Object.entries(faults)) {
    assert.match((await visitStruck(vice as Vice)).fault ?? 'none', fault, vice)
  }
  for (const vice of ['stall', 'drip-head'] as const) {
    const { fault, status } = await visitStruck(vice, { ms: 150 })
    assert.deepEqual([fault, status], ['late', undefined], vice)
  }
  const stalled = await visitStruck('stall-body', { ms: 150 })
  assert.ok(stalled.fault === 'late' && stalled.body.length > 0)
  const dripped = await visitStruck('drip', { ms: 300 })
  const more = (await visitStruck('drip', { ms: 600 })).body.length - dripped.body.length
  assert.ok(dripped.fault === 'late' && more > 2 && more < 30, `${more} more bytes in 300 ms`)
  assert.equal((await visitStruck('endless', { most: 30_000_000 })).fault, 'too much')
  assert.match((await visitStruck('short-length')).fault ?? 'none', /^HPE/) // what comes after the length is no HTTP
})

test('bombs come to 64 megabytes, other codings are broken', async () => {
  const ms = 20_000
  const sizes = [
    gunzipSync((await visitStruck('gzip-bomb', { ms })).body).length,
    brotliDecompressSync((await visitStruck('br-bomb', { ms })).body).length,
    zstdDecompressSync((await visitStruck('zstd-bomb', { ms })).body).length,
  ]
  assert.deepEqual(sizes, Array(3).fill(64 * 1024 * 1024))
  const cut = await visitStruck('cut-gzip')
  assert.throws(() => gunzipSync(cut.body), /unexpected end/)
  const plainText = await visitStruck('false-gzip')
  assert.throws(() => gunzipSync(plainText.body), /incorrect header/)
})

test('redirects go in circles, on and on, nowhere, and inside', async () => {
  const path = struckOf('loop')
  assert.equal((await visitStruck('loop')).headers.location, `/hop${path}`)
  const { name } = hostOf('loop')
  assert.equal((await visit(served, name, `/hop${path}`)).headers.location, `http://${name}:${served.port}${path}`)
  let at = struckOf('chain')
  let hops = 0
  for (;;) {
    const { status, headers } = await visit(served, hostOf('chain').name, at)
    if (status === 200) break
    at = String(headers.location)
    hops += 1
  }
  assert.equal(hops, 10)
  assert.equal((await visitStruck('to-nowhere')).headers.location, undefined)
  assert.match(String((await visitStruck('to-scheme')).headers.location), /^ftp:/)
  const count = hostOf('to-inner').pages.length
  const seen = new Set<unknown>()
  for (let i = 0; i < count; i += 1) seen.add((await visitStruck('to-inner', {}, i)).headers.location)
  assert.equal(seen.size, count)
  assert.ok(count >= 30)
})

test('answers lie', async () => {
  assert.match(String((await visitStruck('error-page')).body), /not found/)
  assert.equal((await visitStruck('empty')).body.length, 0)
  assert.equal((await visitStruck('bare-304')).status, 304)
  const headers = { 'if-none-match': '"always"' }
  assert.equal((await visitStruck('false-304', { headers })).status, 304)
  assert.equal((await visitStruck('false-304')).status, 200)
  assert.match(String((await visitStruck('future-date')).headers['last-modified']), /2101/)
  assert.notEqual((await visitStruck('new-etag')).headers.etag, (await visitStruck('new-etag')).headers.etag)
})

test('hosts say "too many requests", and heal', async () => {
  time = stand.epoch + HOUR
  const asked: [Vice, RegExp][] = [
    ['too-many', /^1200$/],
    ['too-many-date', /GMT$/],
    ['too-many-bare', /^undefined$/],
    ['too-many-years', /^315360000$/],
    ['too-many-odd', /^soon$/],
    ['busy', /^900$/],
    ['busy-bare', /^undefined$/],
  ]
  for (const [vice, after] of asked) {
    const { name, feed } = hostOf(vice)
    const refusal = await visit(served, name, feed.path)
    assert.equal(refusal.status, vice.startsWith('busy') ? 503 : 429, vice)
    assert.match(String(refusal.headers['retry-after']), after)
  }
  time = stand.epoch + HEALS
  assert.equal((await visit(served, hostOf('too-many').name, hostOf('too-many').feed.path)).status, 200)
  time = END
})

test('feeds are cut, huge, deep, full of inner addresses; robots.txt is huge, broken, closes', async () => {
  const feed = (vice: Vice) => visit(served, hostOf(vice).name, hostOf(vice).feed.path)
  const robots = (vice: Vice) => visit(served, hostOf(vice).name, '/robots.txt', { ms: 150 })
  assert.doesNotMatch(String((await feed('cut-feed')).body), /<\/rss>|<\/feed>|<\/urlset>|\]\}$/)
  assert.ok((await feed('huge-feed')).body.length > 500_000)
  assert.match(String((await feed('deep-feed')).body), /(<div>){10000}/)
  assert.match(String((await feed('inner-feed')).body), /0x7f/)
  assert.equal((await feed('moved-feed')).status, 301)
  assert.equal((await feed('gone-feed')).status, 410)
  assert.ok((await robots('robots-huge')).body.length > 600_000)
  assert.equal((await robots('robots-500')).status, 500)
  assert.equal((await robots('robots-stall')).fault, 'late')
  assert.match(String((await robots('robots-closes')).body), /Disallow: \/\n/)
  time = stand.epoch + DAY - 1
  assert.match(String((await robots('robots-closes')).body), /Disallow:\n/)
  time = END
})

test('names lead to the newsstand, inside, or nowhere', async () => {
  const resolve = makeResolver(stand, { address: '127.0.0.2', dead: '127.0.0.3' })
  assert.deepEqual(await resolve(honest[0]?.name ?? ''), ['127.0.0.2'])
  const { name } = hostOf('rebind')
  assert.deepEqual([await resolve(name), await resolve(name)], [['127.0.0.2'], ['127.0.0.1']])
  assert.deepEqual(await resolve('LOCALHOST.'), ['127.0.0.1'])
  await assert.rejects(resolve('karsk.invalid'), { code: 'ENOTFOUND' })
})

test('the log holds each request with its beginning and end', async () => {
  const entries = served.log.all
  assert.ok(entries.length > 100)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const open = entries.filter(({ ended }) => ended === undefined)
  assert.deepEqual(open, [])
  assert.ok(entries.every(({ host, isWhole }) => host.endsWith('.example') && isWhole !== undefined))
})

test('every vice strikes somewhere or is one of names', () => {
  const hits = new Set(
    VICE_NAMES.filter((vice) => faultOf(vice).where !== 'page' || hostOf(vice).pages.some(({ isStruck }) => isStruck)),
  )
  assert.equal(hits.size, VICE_NAMES.length)
})
