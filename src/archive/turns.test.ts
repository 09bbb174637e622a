// One request at a host at a time, a gap between two, and nothing written by whoever has lost its turn.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Kysely } from 'kysely'
import { addAddresses, changeAddress, findAddress, nextTurn, settle, takeDue, tellAgain } from './addresses.ts'
import { findsOf } from './finds.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { findRobots, giveTurnBack, keepRobots, setGap, takeTurn } from './turns.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-turns-'))
after(() => rmSync(root, { recursive: true, force: true }))

const START = Date.parse('2031-03-03T10:00:00.000Z')
const at = (seconds: number): string => new Date(START + 1000 * seconds).toISOString()
const terms = (holder: string, seconds: number) => ({ holder, now: at(seconds), until: at(seconds + 900), gapMs: 5000 })

async function withState(work: (state: Kysely<Tables>, dir: string) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(root, 'desk-'))
  const store = await openStore(dir)
  try {
    await work(await store.state(), dir)
  } finally {
    store.close()
  }
}

const page = (path: string, due = at(0)) => ({
  url: `https://courier.example/${path}`,
  host: 'courier.example',
  what: 'page' as const,
  due,
})

test('a host is held by one at a time, and a gap follows', () =>
  withState(async (state) => {
    assert.ok(await takeTurn(state, 'courier.example', terms('a', 0)))
    assert.equal(await takeTurn(state, 'courier.example', terms('b', 100)), undefined, 'held, though the gap is over')
    assert.ok(await takeTurn(state, 'post.example', terms('b', 0)), 'another host is free')
    await giveTurnBack(state, { host: 'courier.example', holder: 'a' }, { now: at(100), gapMs: 5000 })
    assert.equal(await takeTurn(state, 'courier.example', terms('b', 104)), undefined)
    assert.ok(await takeTurn(state, 'courier.example', terms('b', 105)))
  }))

test('a turn that nobody gave back ends by itself, and whoever lost it changes nothing any more', () =>
  withState(async (state) => {
    await takeTurn(state, 'courier.example', terms('frozen', 0))
    assert.equal(await takeTurn(state, 'courier.example', terms('b', 899)), undefined)
    assert.ok(await takeTurn(state, 'courier.example', terms('b', 900)))
    await giveTurnBack(state, { host: 'courier.example', holder: 'frozen' }, { now: at(901), gapMs: 0 })
    assert.equal(await takeTurn(state, 'courier.example', terms('c', 1000)), undefined, 'still held by b')
  }))

test('the longer of the gaps holds: what robots.txt asks, what a person set, and what the answer asked', () =>
  withState(async (state) => {
    const host = 'courier.example'
    const next = async (holder: string, seconds: number) =>
      (await takeTurn(state, host, terms(holder, seconds))) !== undefined
    await takeTurn(state, host, terms('a', 0))
    await keepRobots(state, host, { text: 'Crawl-delay: 20', status: 200, at: at(0) }, 20_000)
    await giveTurnBack(state, { host, holder: 'a' }, { now: at(1), gapMs: 5000 })
    assert.deepEqual([await next('b', 20), await next('b', 21)], [false, true])
    assert.deepEqual(await findRobots(state, host), { text: 'Crawl-delay: 20', status: 200, at: at(0) })
    await setGap(state, host, 60_000, at(21))
    await giveTurnBack(state, { host, holder: 'b' }, { now: at(22), gapMs: 5000 })
    assert.deepEqual([await next('c', 81), await next('c', 82)], [false, true])
    await giveTurnBack(state, { host, holder: 'c' }, { now: at(83), gapMs: 5000, notBefore: at(500) })
    assert.deepEqual([await next('d', 499), await next('d', 500)], [false, true])
  }))

test('what is due is taken in order, once, and let go by its holder alone', () =>
  withState(async (state) => {
    assert.deepEqual(await addAddresses(state, [page('b', at(2)), page('a', at(1)), page('later', at(99))], at(0)), [
      page('b').url,
      page('a').url,
      page('later').url,
    ])
    assert.deepEqual(await addAddresses(state, [page('a')], at(0)), [], 'written down once')
    assert.equal(await takeDue(state, terms('x', 0)), undefined, 'nothing is due yet')
    const first = await takeDue(state, terms('x', 3))
    assert.equal(first?.address.url, page('a').url)
    assert.equal(await takeDue(state, terms('y', 10)), undefined, 'the host is held')
    assert.equal(await settle(state, { url: page('a').url, holder: 'y' }, { outcome: 'had' }), false)
    assert.equal(
      await settle(state, { url: page('a').url, holder: 'x' }, { outcome: 'had', due: at(3600), asked: at(4) }),
      true,
    )
    await giveTurnBack(state, { host: 'courier.example', holder: 'x' }, { now: at(4), gapMs: 5000 })
    assert.equal((await takeDue(state, terms('y', 9)))?.address.url, page('b').url)
    const known = await findAddress(state, page('a').url)
    assert.deepEqual([known?.outcome, known?.due, known?.asked, known?.reason], ['had', at(3600), at(4), undefined])
  }))

test('two processes at one diary never have one host between them', () =>
  withState(async (state, dir) => {
    const pages = Array.from({ length: 40 }, (_, i) => ({ ...page(`p${i}`), host: `h${i % 4}.example` }))
    await addAddresses(state, pages, at(0))
    const others: Store[] = [await openStore(dir), await openStore(dir)]
    try {
      const states = [state, ...(await Promise.all(others.map((store) => store.state())))]
      const taken = await Promise.all(
        states.flatMap((one, i) => [0, 1, 2].map((n) => takeDue(one, terms(`${i}-${n}`, 1)))),
      )
      const hosts = taken.flatMap((one) => one?.turn.host ?? [])
      assert.deepEqual(hosts.toSorted(), ['h0.example', 'h1.example', 'h2.example', 'h3.example'])
    } finally {
      for (const store of others) store.close()
    }
  }))

test('a source is credited with what it found first or second, and a page told of anew is due again', () =>
  withState(async (state) => {
    const found = (source: string, path: string) => ({ ...page(path), source, foundIn: 'c1', told: { item: path } })
    await addAddresses(state, [found('one', 'a'), found('one', 'b')], at(0))
    await addAddresses(state, [found('two', 'b'), found('two', 'b')], at(60))
    assert.deepEqual(await findsOf(state, 'one', at(-10)), { items: 2, lately: 2, first: at(0), times: [at(0)] })
    assert.equal((await findsOf(state, 'two', at(61))).lately, 0)
    assert.equal((await findsOf(state, 'two', at(0))).items, 1)
    const told = { item: 'a', updated: at(50) }
    assert.equal(await tellAgain(state, page('a').url, told, at(60)), false, 'it was not had yet')
    await changeAddress(state, page('a').url, { asked: at(5), due: undefined })
    assert.equal(await tellAgain(state, page('a').url, told, at(60)), true)
    assert.equal(await tellAgain(state, page('a').url, told, at(70)), false, 'told so before')
    assert.equal((await findAddress(state, page('a').url))?.due, at(60))
  }))

test('the next turn is that of the first host which may be asked', () =>
  withState(async (state) => {
    assert.equal(await nextTurn(state, at(0)), undefined)
    await addAddresses(state, [page('a'), page('b')], at(0))
    await takeTurn(state, 'courier.example', terms('a', 0))
    await giveTurnBack(state, { host: 'courier.example', holder: 'a' }, { now: at(0), gapMs: 0, notBefore: at(600) })
    assert.deepEqual(await nextTurn(state, at(1)), { at: at(600), due: 2 })
  }))
