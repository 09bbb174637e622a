// A claim that hundreds of reports print, and somebody quoted hundreds of times: told a part at a time, of which nothing is missing or
// told twice, and kept for all who ask until the desk changes. Readings ready made: what is looked at here is not how they came about.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { makeSized } from '../../bench/sized/open-sized.ts'
import { listLinked } from '../../src/archive/linked.ts'
import { walkLinked } from '../../src/archive/walk-linked.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { makeTestServer } from '../../src/server/server.contract.ts'
import { makeFolder } from '../readout.ts'

const REPORTS = 700 // of one story within some hours
const DIR = join(makeFolder(), 'desk')
let desk: Desk
let server: FastifyInstance

before(async () => {
  const numbers = Array.from({ length: REPORTS }, (_, at) => at)
  await makeSized(DIR, { count: REPORTS, storyOf: new Uint32Array(REPORTS), minutes: Uint32Array.from(numbers) })
  desk = await openDesk(DIR, { make: false })
  server = await makeTestServer(listRoutes(makePages(desk), desk), { role: 'reviewer' })
})

after(async () => {
  await server.close()
  await desk.close()
})

async function get(url: string): Promise<string> {
  const reply = await server.inject({ url, headers: { host: 'localhost' } })
  assert.equal(reply.statusCode, 200, `${url}: ${reply.body.slice(0, 300)}`)
  return reply.body.replace(/(?<=name="_csrf" value=")[^"]*/g, '') // another one each time
}

async function ask<T>(url: string): Promise<T> {
  return JSON.parse(await get(url)) as T
}

interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

async function allOf<T>(url: string, limit: number): Promise<T[]> {
  const items: T[] = []
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page: Page<T> = await ask(`${url}?limit=${limit}${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`)
    items.push(...page.items)
    next = page.next
  }
  return items
}

interface ClaimLine {
  readonly id: string
  readonly reports: number
}

async function widest(): Promise<ClaimLine> {
  const [line] = (await ask<Page<ClaimLine>>('/api/claims?order=reach&limit=1')).items
  assert.ok(line && line.reports > 200, `${line?.reports} reports`)
  return line
}

interface Appearance {
  readonly id: string
  readonly report: { readonly name: string }
  readonly attribution?: string
}

interface Origins {
  readonly interval: { readonly atLeast: number; readonly atMost: number }
  readonly origins: readonly { readonly id: string; readonly appearances: readonly string[] }[]
  readonly unknown: readonly string[]
  readonly reasons: number
}

interface Told {
  readonly told: string
  readonly reason: { readonly kind: string; readonly origins?: readonly string[]; readonly because: readonly object[] }
}

test('each list of a claim that hundreds print is the same by whatever steps one walks it, and once more', async () => {
  const { id } = await widest()
  for (const name of ['appearances', 'stances', 'timeline', 'reasons']) {
    const url = `/api/claims/${id}/${name}`
    const whole = await allOf<object>(url, 1000)
    assert.ok(whole.length > 200, `${name}: ${whole.length}`)
    const distinct = new Set(whole.map((one) => JSON.stringify(one)))
    if (name !== 'timeline') assert.equal(distinct.size, whole.length, `${name}: doubled`) // two may say the same in one report
    assert.deepEqual(await allOf(url, 37), whole, name)
  }
})

test('all of one noun is walked through in pages as it stands in one list', () => {
  for (const limit of [7, 500]) {
    assert.deepEqual([...walkLinked(desk.store, 'stance', limit)], listLinked(desk.store, 'stance'))
  }
})

test('its origins account for each of its appearances, and who may be one is told once a side', async () => {
  const { id } = await widest()
  const { interval, origins, unknown, reasons: count } = await ask<Origins>(`/api/claims/${id}/origins`)
  const appearances = await allOf<Appearance>(`/api/claims/${id}/appearances`, 500)
  const placed = [...origins.flatMap((one) => one.appearances), ...unknown]
  assert.deepEqual(placed.toSorted(), appearances.map((one) => one.id).toSorted())
  const reasons = await allOf<Told>(`/api/claims/${id}/reasons`, 500)
  assert.equal(reasons.length, count)
  const doubts = reasons.filter(({ reason }) => reason.kind === 'may be one')
  assert.ok(doubts.length > 0 && doubts.length < 10, `${doubts.length}`)
  const known = new Set(origins.map((one) => one.id))
  for (const { told, reason } of doubts) {
    const { origins: set = [], because } = reason
    assert.ok(set.length > 1 && set.every((one) => known.has(one)))
    assert.equal(because.length, set.length)
    if (set.length > 20)
      assert.match(told, new RegExp(`and ${set.length - 20} others may be one: all ${set.length} are`))
  }
  assert.deepEqual([interval.atLeast, interval.atMost], [partsOf(known, doubts), known.size])
})

// All that may be one counted as one.
function partsOf(ids: ReadonlySet<string>, doubts: readonly Told[]): number {
  const parts = new Set([...ids].map((id) => new Set([id])))
  for (const { reason } of doubts) {
    const joined = [...parts].filter((part) => reason.origins?.some((id) => part.has(id)))
    for (const part of joined) parts.delete(part)
    parts.add(new Set(joined.flatMap((part) => [...part])))
  }
  return parts.size
}

test('its page tells the first reports, and the pages after it all of the others', async () => {
  const { id } = await widest()
  const appearances = await allOf<Appearance>(`/api/claims/${id}/appearances`, 500)
  const pages = [await get(`/claim/${id}`)]
  assert.match(pages[0] ?? '', /reports put this claim forward and \d+ only answer it/)
  for (let more: string | undefined; ; pages.push(await get(more))) {
    more = /href="(\/claim\/[^"]+\/reports\?from=\d+)"/.exec(pages.at(-1) ?? '')?.[1]
    if (more === undefined) break
  }
  const linked = new Set(pages.flatMap((page) => reportsOn(page)))
  assert.deepEqual(
    [...new Set(appearances.map(({ report }) => report.name))].filter((name) => !linked.has(name)),
    [],
  )
  for (const page of pages) assert.equal(new Set(saidOn(page)).size, saidOn(page).length, 'told twice')
})

function reportsOn(page: string): string[] {
  return [...page.matchAll(/href="\/report\/([^"?#]+)/g)].flatMap(([, name]) => name ?? [])
}

function saidOn(page: string): string[] {
  return [...page.matchAll(/<li [^>]*\bid="said-([^"]+)"/g)].flatMap(([, id]) => id ?? [])
}

test('what is kept for all who look is not shown any more once somebody decides', async () => {
  const { id } = await widest()
  const [before, again] = [await get(`/claim/${id}`), await get(`/claim/${id}`)]
  assert.equal(again, before)
  const [said = ''] = saidOn(before)
  const ruling = { kind: 'reject', id: said, why: 'The words are of another report' }
  const reply = await server.inject({
    method: 'POST',
    url: '/api/decisions',
    payload: ruling,
    headers: { host: 'localhost' },
  })
  assert.equal(reply.statusCode, 201, reply.body)
  const after = await get(`/claim/${id}`)
  assert.notEqual(seenOf(after, said), seenOf(before, said))
})

// The word by which a form says how the thing was seen.
function seenOf(page: string, said: string): string {
  const form = new RegExp(`name="id" value="${said}">.*?name="seen" value="([^"]+)"`, 's').exec(page)
  return form?.[1] ?? assert.fail(`no form for ${said}`)
}

test('somebody quoted hundreds of times: every statement once, over all the pages', async () => {
  const people = await ask<Page<{ id: string; name: string; said: number }>>('/api/people?limit=1')
  const [somebody] = people.items
  assert.ok(somebody && somebody.said > 500, JSON.stringify(somebody))
  const shown: string[] = []
  let next: string | undefined = `/person/${somebody.id}`
  while (next !== undefined) {
    const page: string = await get(next)
    assert.equal(await get(next), page)
    shown.push(...saidOn(page))
    next = /href="(\/person\/[^"]*after=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.equal(shown.length, new Set(shown).size)
  assert.equal(new Set(shown).size, somebody.said)
})
