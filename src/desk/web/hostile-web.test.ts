// The loop that asks, over hosts that mean it ill: what one of them says counts for itself, and never for another.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findAddress } from '../../archive/addresses.ts'
import { openStore } from '../../archive/open-store.ts'
import type { Store } from '../../archive/store.ts'
import { findRobots } from '../../archive/turns.ts'
import { followSource } from './follow-source.ts'
import { followSources } from './follow-sources.ts'
import { tellItem } from './settle-feed.ts'
import { type Page, type StandInWeb, standInWeb } from './stand-in-web.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-hostile-web-'))
after(() => rmSync(root, { recursive: true, force: true }))

const FEED = 'https://courier.example/feed'
const HOUR = 3600 * 1000

async function withWeb(
  pages: Readonly<Record<string, Page>>,
  work: (web: StandInWeb, store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(mkdtempSync(join(root, 'desk-')))
  try {
    const web = standInWeb({ store }, pages)
    const now = () => new Date(web.clock.now()).toISOString()
    await followSource({ store, now }, { url: FEED, kind: 'feed', folder: [] }, { by: 'Ada Orme', why: 'followed' })
    await work(web, store)
  } finally {
    store.close()
  }
}

const times = (web: StandInWeb, url: string): number[] => web.log.filter((one) => one.url === url).map(({ at }) => at)

test('where an address moved for good, the rules and the turns of its new host hold, and those of the old stay its own', () =>
  withWeb(
    {
      'https://courier.example/robots.txt': { body: 'User-agent: *\nDisallow: /private' },
      [FEED]: { status: 301, to: 'https://post.example/feed' },
      'https://post.example/robots.txt': { body: '' },
      'https://post.example/feed': { body: 'feed:' },
    },
    async (web, store) => {
      await followSources(web.following)
      web.set('https://post.example/robots.txt', { body: 'User-agent: *\nDisallow: /feed\nCrawl-delay: 60' })
      for (let hours = 0; hours < 30; hours += 1) {
        web.clock.move(HOUR)
        await followSources(web.following)
      }
      const before = times(web, 'https://post.example/feed').length
      assert.ok(before > 10)
      for (let hours = 0; hours < 30; hours += 1) {
        web.clock.move(HOUR)
        await followSources(web.following)
      }
      assert.equal(times(web, 'https://post.example/feed').length, before, 'its new host does not want it asked for')
      const state = await store.diary()
      assert.match((await findRobots(state, 'courier.example'))?.text ?? '', /private/)
      assert.match((await findRobots(state, 'post.example'))?.text ?? '', /feed/)
    },
  ))

test('the peace that a host asks for is its own, and not that of who led there', () =>
  withWeb(
    {
      [FEED]: { body: 'feed: https://courier.example/a https://courier.example/b' },
      'https://courier.example/a': { to: 'https://evil.example/a' },
      'https://courier.example/b': { body: 'B' },
      'https://evil.example/a': { status: 503, headers: [['retry-after', '2592000']] },
    },
    async (web, store) => {
      await followSources(web.following)
      assert.equal(times(web, 'https://courier.example/b').length, 1)
      const known = await findAddress(await store.diary(), 'https://courier.example/a')
      assert.ok((known?.due ?? '') > '2031-04-01', 'what leads there waits')
    },
  ))

test('where many robots.txt lead to one host, it is asked in its turn all the same', () => {
  const evil = [1, 2, 3, 4, 5].map((i) => `https://a${i}.evil.example`)
  const led = evil.map((site) => [`${site}/robots.txt`, { to: 'https://victim.example/x' }] as const)
  return withWeb(
    { [FEED]: { body: `feed: ${evil.map((site) => `${site}/page`).join(' ')}` }, ...Object.fromEntries(led) },
    async (web) => {
      await followSources(web.following)
      const asked = times(web, 'https://victim.example/x')
      assert.equal(asked.length, 5)
      for (const [i, at] of asked.slice(1).entries()) assert.ok(at - (asked[i] ?? 0) >= 5000, `${asked}`)
      for (const site of evil) assert.equal(times(web, `${site}/page`).length, 1)
    },
  )
})

test('what tells one version from another goes back to the address that gave it, and not to who led there', () =>
  withWeb(
    {
      [FEED]: { to: 'https://post.example/feed' },
      'https://post.example/feed': { body: 'feed:', headers: [['etag', '"1"']] },
    },
    async (web) => {
      await followSources(web.following)
      web.clock.move(7 * HOUR)
      await followSources(web.following)
      assert.equal(times(web, FEED).length, 2)
      assert.deepEqual(
        web.log.flatMap(({ url, etag }) => (etag === undefined ? [] : url)),
        ['https://post.example/feed'],
      )
    },
  ))

test('a clock that was years ahead for a moment silences nothing', () =>
  withWeb(
    { [FEED]: { body: 'feed: https://courier.example/a' }, 'https://courier.example/a': { body: 'A' } },
    async (web) => {
      const years = 3 * 365 * 24 * HOUR
      web.clock.move(years)
      await followSources(web.following)
      web.clock.move(-years)
      await followSources(web.following)
      web.clock.move(7 * HOUR)
      await followSources(web.following)
      assert.ok(
        times(web, FEED).some((at) => at < Date.parse('2032-01-01')),
        'asked once the clock was right again',
      )
    },
  ))

test('what a feed says of itself and of an item is short in what is kept with every page', async () => {
  const long = 'x'.repeat(1_000_000)
  const text = { value: long, type: 'text/plain' } as const
  const head = { links: [], authors: [], contributors: [], categories: [], title: text }
  const people = Array.from({ length: 5000 }, () => ({ name: long }))
  const item = {
    ...head,
    id: long,
    authors: people,
    published: { given: long },
    updated: { given: long },
    summary: text,
    source: { ...head, link: `https://evil.example/${long}` },
    content: [],
    enclosures: [],
    credits: [],
    lacks: [],
  }
  const told = tellItem(item, { ...head, kind: 'rss', encoding: 'utf-8', items: [item], notes: [] }, undefined)
  assert.ok(JSON.stringify(told).length < 100_000)
  assert.equal(
    tellItem({ ...item, id: 'a' }, { ...head, kind: 'rss', encoding: '', items: [], notes: [] }, undefined).item,
    'a',
  )
})

test('an address longer than any that is asked for does not enter the diary', () =>
  withWeb(
    { [FEED]: { body: `feed: https://courier.example/${'x'.repeat(9000)} https://courier.example/a` } },
    async (web) => {
      await followSources(web.following)
      assert.deepEqual(
        web.asked.map(({ url, found }) => [url, found]),
        [
          [FEED, 1],
          ['https://courier.example/a', 0],
        ],
      )
    },
  ))

test('an answer over which we stumble ends nothing but itself, and is told', () =>
  withWeb(
    {
      [FEED]: { body: 'feed: https://courier.example/a https://courier.example/b' },
      'https://courier.example/b': { body: 'B' },
    },
    async (web, store) => {
      const { fetcher } = web.following
      const stumble: typeof fetcher.fetch = async (request) => {
        if (request.url.endsWith('/a')) throw new TypeError('x is not a function')
        return fetcher.fetch(request)
      }
      await followSources({ ...web.following, fetcher: { ...fetcher, fetch: stumble } })
      assert.equal(times(web, 'https://courier.example/b').length, 1)
      const known = await findAddress(await store.diary(), 'https://courier.example/a')
      assert.match(known?.reason ?? '', /x is not a function/)
      assert.ok(known?.due)
      assert.equal(web.asked.find(({ outcome }) => outcome === 'fault')?.url, 'https://courier.example/a')
    },
  ))
