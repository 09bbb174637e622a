// The loop that asks, over an invented web: what is had, when, in whose turn, and what a kill leaves behind.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findAddress } from '../../archive/addresses.ts'
import { listCaptures } from '../../archive/captures.ts'
import { openStore } from '../../archive/open-store.ts'
import type { Store } from '../../archive/store.ts'
import { asId } from '../../model/id.ts'
import { askOnce } from './ask-once.ts'
import { followSource, setSource } from './follow-source.ts'
import { followSources } from './follow-sources.ts'
import { listHealth } from './health-of.ts'
import { keepAnswer } from './keep-answer.ts'
import { allSources } from './list-sources.ts'
import { type Page, type StandInWeb, standInWeb } from './stand-in-web.contract.ts'
import { askTaken, takeNext } from './take-one.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-follow-'))
after(() => rmSync(root, { recursive: true, force: true }))

const FEED = 'https://courier.example/feed'
const WORD = { by: 'Ada Orme', why: 'followed' }
const HOUR = 3600 * 1000
const page = (name: string): string => `https://courier.example/${name}`

async function withWeb(
  pages: Readonly<Record<string, Page>>,
  work: (web: StandInWeb, store: Store) => Promise<void>,
  settings = {},
): Promise<void> {
  const store = await openStore(mkdtempSync(join(root, 'desk-')))
  try {
    const web = standInWeb({ store }, pages, settings)
    const now = () => new Date(web.clock.now()).toISOString()
    await followSource({ store, now }, { url: FEED, kind: 'feed', folder: [] }, WORD)
    await work(web, store)
  } finally {
    store.close()
  }
}

const capturesOf = async (store: Store) => (await listCaptures(store, 0, 1000)).map(({ capture }) => capture)
const askedFor = (web: StandInWeb, url: string): number => web.log.filter((one) => one.url === url).length

test('a feed leads to its pages, each had once, five seconds apart, robots.txt first', () =>
  withWeb(
    { [FEED]: { body: `feed: ${page('a')} ${page('b')}` }, [page('a')]: { body: 'A' }, [page('b')]: { body: 'B' } },
    async (web, store) => {
      await followSources(web.following)
      assert.deepEqual(
        web.log.map(({ url }) => url),
        [page('robots.txt'), FEED, page('a'), page('b')],
      )
      for (const [i, { at }] of web.log.slice(1).entries()) assert.ok(at - (web.log[i]?.at ?? 0) >= 5000)
      const kept = await capturesOf(store)
      assert.deepEqual(
        kept.map(({ what, asked }) => `${what} ${asked}`),
        web.log.map(({ url }, i) => `${i === 0 ? 'robots' : i === 1 ? 'feed' : 'page'} ${url}`),
      )
      const [, feed, first] = kept
      assert.equal(first?.foundIn, feed?.id)
      assert.equal(first?.told?.feed, 'The Courier')
      assert.equal(first?.given?.name, 'courier.example-a')
    },
  ))

test('pages are asked again after an hour, a day and a week, and then no more; feeds go on', () =>
  withWeb(
    { [FEED]: { body: `feed: ${page('a')}`, headers: [['etag', '"1"']] }, [page('a')]: { body: 'A' } },
    async (web) => {
      const start = web.clock.now()
      for (let hours = 0; hours < 24 * 9; hours += hours < 26 ? 1 : 4) {
        await followSources(web.following)
        web.clock.move(hours < 26 ? HOUR : 4 * HOUR)
      }
      const times = web.log.filter(({ url }) => url === page('a')).map(({ at }) => (at - start) / HOUR)
      assert.equal(times.length, 4)
      for (const [i, wanted] of [0, 1, 24, 168].entries()) assert.ok(Math.abs((times[i] ?? 0) - wanted) < 6, `${times}`)
      assert.ok(askedFor(web, FEED) > 60)
      assert.equal(web.log.find(({ url, etag }) => url === FEED && etag !== undefined)?.etag, '"1"')
    },
  ))

test('a page watched for itself is asked after an hour, then daily or as a person set it, and is never given up', () =>
  withWeb(
    { [FEED]: { body: 'feed:' }, [page('a')]: { body: 'A' }, [page('b')]: { fails: true } },
    async (web, store) => {
      const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
      const watch = (url: string) => followSource(desk, { url, kind: 'page', folder: [] }, WORD)
      const { source } = await watch(page('a'))
      await watch(page('b'))
      const times = () => web.log.filter(({ url }) => url === page('a')).map(({ at }) => (at - start) / HOUR)
      const start = web.clock.now()
      const letHoursPass = async (count: number): Promise<void> => {
        for (let hours = 0; hours < count; hours += 2) {
          await followSources(web.following)
          web.clock.move(2 * HOUR)
        }
      }
      await letHoursPass(24 * 12)
      const [first, second, ...rest] = times()
      assert.ok((first ?? 9) < 1 && Math.abs((second ?? 9) - 1) < 2, `${times()}`)
      assert.ok(rest.length >= 10 && rest.length <= 12, `${times()}`)
      for (const [i, at] of rest.entries()) assert.ok(Math.abs(at - 24 * (i + 1)) < 14, `${times()}`)
      const before = times().length
      await setSource(desk, { ...source, everyMinutes: 6 * 60 }, WORD)
      await letHoursPass(24 * 4)
      const more = times().length - before
      assert.ok(more >= 11 && more <= 16, `${more} times in four days`)
      assert.ok(askedFor(web, page('b')) > 10)
      assert.ok((await findAddress(await store.diary(), page('b')))?.due)
    },
  ))

test('an address that is known as a page is asked as a feed once it is followed as one, and the reverse', () =>
  withWeb(
    {
      [FEED]: { body: `feed: ${page('list')}` },
      [page('list')]: { body: `feed: ${page('a')}`, headers: [['etag', '"1"']] },
      [page('a')]: { body: 'A' },
    },
    async (web, store) => {
      const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
      const follow = (kind: 'feed' | 'page') => followSource(desk, { url: page('list'), kind, folder: [] }, WORD)
      const kindsAsked = async (): Promise<unknown[]> => {
        await followSources(web.following)
        return (await capturesOf(store)).flatMap(({ asked, what }) => (asked === page('list') ? what : []))
      }
      assert.deepEqual(await kindsAsked(), ['page'])
      const taken = async () => {
        web.clock.move(2 * HOUR)
        for (;;) {
          const next = await takeNext(web.following, allSources({ store }))
          if (next?.address.url === page('list')) return next
          if (next) await askTaken(web.following, next)
          web.clock.move(5000) // the gap at the host
        }
      }
      const late = await taken() // is being asked as a page while a person follows it
      const { source } = await follow('feed')
      await askTaken(web.following, late)
      assert.deepEqual(await kindsAsked(), ['page', 'page', 'feed'])
      assert.equal(askedFor(web, page('a')), 1)
      const known = await findAddress(await store.diary(), page('list'))
      assert.deepEqual([known?.what, known?.source, known?.told, known?.failures], ['feed', source.id, undefined, 0])
      await setSource(desk, { ...source, state: 'removed' }, WORD)
      await follow('page')
      assert.deepEqual(await kindsAsked(), ['page', 'page', 'feed', 'page'])
      assert.ok((await findAddress(await store.diary(), page('list')))?.due)
    },
  ))

test('a feed behind a redirect is asked only for what changed, and the tag goes to no other address', () =>
  withWeb(
    {
      [FEED]: { to: page('real-feed') },
      [page('real-feed')]: { body: `feed: ${page('a')}`, headers: [['etag', '"7"']] },
      [page('a')]: { to: page('a2') },
      [page('a2')]: { body: 'A', headers: [['etag', '"8"']] },
    },
    async (web, store) => {
      await followSources(web.following)
      web.clock.move(2 * HOUR)
      await followSources(web.following)
      assert.equal(askedFor(web, page('real-feed')), 2)
      assert.equal(web.asked.find(({ url, outcome }) => url === FEED && outcome === 'unchanged')?.found, 0)
      const known = await findAddress(await store.diary(), FEED)
      assert.deepEqual([known?.etag, known?.tagsFrom], ['"7"', page('real-feed')])
      const pages = (await capturesOf(store)).filter(({ what }) => what === 'page')
      assert.deepEqual(
        pages.map(({ hops, outcome }) => [outcome.kind, ...hops.map(({ status }) => status)]),
        [
          ['answered', 302, 200],
          ['unchanged', 302, 304],
        ],
      )
      web.set(page('a'), { to: page('a3') }) // it leads elsewhere now, to a page with the same short tag
      web.set(page('a3'), { body: 'B', headers: [['etag', '"8"']] })
      web.clock.move(24 * HOUR)
      await followSources(web.following)
      const last = (await capturesOf(store)).filter(({ what }) => what === 'page').at(-1)
      assert.deepEqual([last?.outcome.kind, last?.hops.at(-1)?.url], ['answered', page('a3')])
    },
  ))

test('what a killed process held is free at once, its gap kept; what a living one holds is not', () =>
  withWeb({ [FEED]: { body: 'feed:' } }, async (web, store) => {
    const isGone = (holder: string): boolean => holder.startsWith('killed')
    const waitFor = async (holder: string): Promise<number> => {
      const begun = web.clock.now()
      const taken = await takeNext({ ...web.following, nextHolder: () => holder }, allSources({ store }))
      assert.equal(taken?.address.url, FEED, holder)
      await followSources({ ...web.following, isGone })
      return web.clock.now() - begun
    }
    assert.ok((await waitFor('killed')) < 30_000)
    assert.equal(askedFor(web, FEED), 1)
    assert.ok((web.log[0]?.at ?? 0) >= Date.parse('2031-03-03T10:00:05.000Z'), 'the gap behind the turn is kept')
    web.clock.move(2 * HOUR)
    assert.ok((await waitFor('living')) > 14 * 60_000)
    assert.equal(askedFor(web, FEED), 2)
  }))

test('a feed that says the same again is no capture; a page that does is one more sighting', () =>
  withWeb({ [FEED]: { body: `feed: ${page('a')}` }, [page('a')]: { body: 'A' } }, async (web, store) => {
    for (let times = 0; times < 3; times += 1) {
      await followSources(web.following)
      web.clock.move(HOUR)
    }
    const kept = await capturesOf(store)
    assert.equal(kept.filter(({ what }) => what === 'feed').length, 1)
    assert.equal(kept.filter(({ what }) => what === 'page').length, askedFor(web, page('a')))
    assert.equal(askedFor(web, FEED), 3)
  }))

test('robots.txt is obeyed, its refusal kept, and its delay held', () =>
  withWeb(
    {
      [page('robots.txt')]: { body: 'User-agent: *\nDisallow: /private\nCrawl-delay: 30' },
      [FEED]: { body: `feed: ${page('private/x')} ${page('a')}` },
      [page('a')]: { body: 'A' },
      [page('private/x')]: { body: 'secret' },
    },
    async (web, store) => {
      await followSources(web.following)
      assert.equal(askedFor(web, page('private/x')), 0)
      assert.equal(askedFor(web, page('a')), 1)
      const refusal = (await capturesOf(store)).find(({ asked }) => asked === page('private/x'))
      assert.deepEqual(refusal?.outcome, {
        kind: 'refused',
        by: 'robots',
        reason: `${page('robots.txt')} disallows it, line 2`,
      })
      for (const [i, { at }] of web.log.slice(1).entries()) assert.ok(at - (web.log[i]?.at ?? 0) >= 30_000)
    },
  ))

test('a host whose robots.txt cannot be had is left alone for an hour, and that is told', () =>
  withWeb({ [page('robots.txt')]: { status: 503, body: '' }, [FEED]: { body: 'feed:' } }, async (web) => {
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 0)
    assert.deepEqual(
      web.asked.map(({ url, outcome }) => `${outcome} ${url}`),
      [`waits ${FEED}`],
    )
    assert.match(web.asked[0]?.reason ?? '', /robots\.txt/)
    web.set(page('robots.txt'), { status: 404 })
    web.clock.move(2 * HOUR)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 1)
  }))

test('Retry-After and failures put off; after ten in vain a page is given up, a feed never', () =>
  withWeb(
    {
      [FEED]: { body: `feed: ${page('a')} ${page('b')}` },
      [page('a')]: { status: 503, headers: [['retry-after', '7200']] },
      [page('b')]: { fails: true },
    },
    async (web, store) => {
      await followSources(web.following)
      assert.equal(askedFor(web, page('b')), 0, 'the host asked for two hours of peace')
      for (let hours = 0; hours < 24 * 8; hours += 4) {
        web.clock.move(4 * HOUR)
        await followSources(web.following)
      }
      assert.equal(askedFor(web, page('a')), 10)
      assert.equal(askedFor(web, page('b')), 10)
      const known = await findAddress(await store.diary(), page('b'))
      assert.deepEqual([known?.due, known?.reason], [undefined, 'no answer'])
      assert.equal((await capturesOf(store)).filter(({ outcome }) => outcome.kind === 'failed').length, 10)
      web.set(FEED, { fails: true })
      for (let hours = 0; hours < 24 * 12; hours += 8) {
        web.clock.move(8 * HOUR)
        await followSources(web.following)
      }
      const [one] = await listHealth({ store, now: () => new Date(web.clock.now()).toISOString() })
      assert.equal(one?.health.fault, 'no answer')
      assert.ok(one?.health.due)
    },
  ))

test('a page that moved for good is asked where it went, a 404 after a 200 is kept, and the redirect waits its turn', () =>
  withWeb(
    {
      [FEED]: { body: `feed: ${page('old')}` },
      [page('old')]: { status: 301, to: 'https://post.example/new' },
      'https://post.example/new': { body: 'N' },
    },
    async (web, store) => {
      await followSources(web.following)
      assert.deepEqual(web.log.map(({ url }) => url).slice(-3), [
        page('old'),
        'https://post.example/robots.txt',
        'https://post.example/new',
      ])
      web.set('https://post.example/new', { status: 404, body: 'gone' })
      web.clock.move(2 * HOUR)
      await followSources(web.following)
      assert.equal(askedFor(web, page('old')), 1)
      const kept = (await capturesOf(store)).filter(({ what }) => what === 'page')
      assert.deepEqual(
        kept.map(({ hops }) => hops.map(({ status }) => status)),
        [[301, 200], [404]],
      )
      assert.equal(kept[1]?.given, undefined, 'a 404 is no report')
    },
  ))

test('killed after the capture and before the diary: nothing is asked for twice', () =>
  withWeb({ [FEED]: { body: `feed: ${page('a')}` }, [page('a')]: { body: 'A' } }, async (web, store) => {
    const taken = await takeNext(web.following, allSources({ store }))
    if (taken) await askTaken(web.following, taken) // robots.txt
    web.clock.move(5000)
    // the capture is made, and then the process is gone before `settle`
    const fetched = await web.following.fetcher.fetch({ url: FEED, what: 'feed' })
    await keepAnswer({ store }, { url: FEED, what: 'feed' }, fetched, new Date(web.clock.now()).toISOString())
    web.clock.move(60_000)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 1)
    assert.equal(askedFor(web, page('a')), 1)
    assert.equal((await capturesOf(store)).filter(({ what }) => what === 'feed').length, 1)
  }))

test('a lost diary is made anew from decisions and captures: nothing is asked for twice', () =>
  withWeb({ [FEED]: { body: `feed: ${page('a')}` }, [page('a')]: { body: 'A' } }, async (web, store) => {
    await followSources(web.following)
    const state = await store.diary()
    for (const table of ['state.find', 'state.address', 'state.host'] as const) await state.deleteFrom(table).execute()
    web.clock.move(60_000)
    await followSources(web.following)
    assert.deepEqual([askedFor(web, FEED), askedFor(web, page('a'))], [1, 1])
    web.clock.move(2 * HOUR)
    await followSources(web.following)
    assert.deepEqual([askedFor(web, FEED), askedFor(web, page('a'))], [2, 2])
  }))

test('paused is asked no more, resumed again, removed never; a second following is none', () =>
  withWeb({ [FEED]: { body: 'feed:' } }, async (web, store) => {
    const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
    await followSources(web.following)
    const again = await followSource(desk, { url: FEED, kind: 'feed', folder: [] }, WORD)
    assert.equal(again.isNew, false)
    await setSource(desk, { ...again.source, state: 'paused' }, WORD)
    web.clock.move(24 * HOUR)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 1)
    await setSource(desk, { ...again.source, state: 'followed' }, WORD)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 2)
    await setSource(desk, { ...again.source, state: 'removed' }, WORD)
    web.clock.move(24 * HOUR)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 2)
    assert.equal(again.source.id, asId<'source'>(again.source.id))
  }))

test('paused while it is being asked, a source is asked no more by the loop that runs on', () =>
  withWeb({ [FEED]: { body: 'feed:' } }, async (web, store) => {
    const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
    await followSources(web.following)
    const [source] = allSources({ store }).values()
    assert.ok(source)
    for (const asked of [2, 2]) {
      web.clock.move(2 * HOUR)
      const taken = await takeNext(web.following, allSources({ store }))
      assert.ok(taken)
      if (taken.source?.state === 'followed') await setSource(desk, { ...source, state: 'paused' }, WORD)
      await askTaken(web.following, taken)
      assert.equal(askedFor(web, FEED), asked)
    }
    assert.equal((await findAddress(await store.diary(), FEED))?.due, undefined)
    await setSource(desk, source, WORD)
    await followSources(web.following)
    assert.equal(askedFor(web, FEED), 3)
  }))

test('what a person asks for is answered with “not now”: the host is left alone as long as it wants', () =>
  withWeb(
    { [page('a')]: { status: 503, headers: [['retry-after', '600']] }, [FEED]: { body: 'feed:' } },
    async (web) => {
      await assert.rejects(askOnce(web.following, { url: page('a'), what: 'page' }), /status 503/)
      const refused = web.clock.now()
      while (askedFor(web, FEED) === 0) {
        await followSources(web.following)
        web.clock.move(60_000)
      }
      assert.ok((web.log.at(-1)?.at ?? 0) - refused >= 600_000)
    },
  ))

test('a gap that a person set for a source holds for its host, unless robots.txt asks for more', () =>
  withWeb(
    { [FEED]: { body: `feed: ${page('a')} ${page('b')}` }, [page('a')]: { body: 'A' }, [page('b')]: { body: 'B' } },
    async (web, store) => {
      const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
      const { source } = await followSource(desk, { url: FEED, kind: 'feed', folder: [] }, WORD)
      await setSource(desk, { ...source, gapSeconds: 45 }, WORD)
      await followSources(web.following)
      const gaps = web.log.slice(1).map(({ at }, i) => at - (web.log[i]?.at ?? 0))
      assert.ok(gaps.length >= 3 && gaps.every((gap) => gap >= 45_000 && gap < 60_000), `${gaps}`)
    },
  ))

test('a source that used to bring something and does not any more is silent', () =>
  withWeb({ [FEED]: { body: 'feed:' } }, async (web, store) => {
    const desk = { store, now: () => new Date(web.clock.now()).toISOString() }
    const isSilent = async () => (await listHealth(desk))[0]?.health.isSilent
    for (let hours = 0; hours < 48; hours += 1) {
      if (hours % 2 === 0) web.set(FEED, { body: `feed: ${page(`p${hours}`)}` })
      await followSources(web.following)
      web.clock.move(HOUR)
    }
    assert.equal(await isSilent(), false)
    web.clock.move(8 * HOUR)
    assert.equal(await isSilent(), true)
  }))
