// Every route of the API over the sample: what it gives, page by page; what is not made again; what is refused, and how.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Desk } from '../../src/desk/desk.ts'
import { makeDocument } from '../../src/server/api/make-document.ts'
import { apiRoutes } from '../../src/server/api/routes.ts'
import { makeTestServer } from '../../src/server/server.contract.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

const FOLDER = makeFolder() // here, since what is made within a test goes with it
let desk: Desk
let server: FastifyInstance

before(async () => {
  desk = await openSampleDesk(join(FOLDER, 'desk'))
  server = await makeTestServer(apiRoutes(desk))
})

after(async () => {
  await server.close()
  await desk.close()
})

const HOST = { host: 'localhost' }

async function get(url: string, headers: Record<string, string> = {}) {
  return await server.inject({ method: 'GET', url, headers: { ...HOST, ...headers } })
}

async function ask<T>(url: string): Promise<T> {
  const reply = await get(url)
  assert.equal(reply.statusCode, 200, `${url}: ${reply.body.slice(0, 300)}`)
  return reply.json() as T
}

interface Page {
  readonly items: readonly Record<string, unknown>[]
  readonly next?: string
}

async function allOf(url: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  const mark = url.includes('?') ? '&' : '?'
  for (let next: string | undefined = ''; next !== undefined; ) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`
    const page: Page = await ask(`${url}${mark}limit=17${after}`)
    items.push(...page.items)
    next = page.next
  }
  return items
}

const keyOf = (thing: Record<string, unknown>): string => JSON.stringify(thing)

test('each list is the same whole, page by page, as JSON Lines, and counted as CSV', async () => {
  const [claim] = (await ask<Page>('/api/claims?order=reach')).items
  const lists = ['claims', 'reports', 'said', 'stories', 'people', 'decisions', 'search'].map((name) => `/api/${name}`)
  const own = ['timeline', 'appearances', 'stances'].map((name) => `/api/claims/${String(claim?.id)}/${name}`)
  for (const url of [...lists, ...own]) {
    const { items: whole, next } = await ask<Page>(`${url}?limit=1000`)
    assert.equal(next, undefined, url)
    assert.deepEqual(await allOf(url), whole, url)
    assert.equal(new Set(whole.map(keyOf)).size, whole.length, `${url}: doubled`)
    if (!url.endsWith('decisions')) assert.ok(whole.length > 1, `${url}: ${whole.length}`)
    const lines = (await get(`${url}?format=jsonl`)).body.trimEnd().split('\n').filter(Boolean)
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      whole,
      url,
    )
    const csv = await get(`${url}?format=csv`)
    assert.match(String(csv.headers['content-type']), /^text\/csv/)
    assert.match(String(csv.headers['content-disposition']), /^attachment/)
    assert.equal(countRows(csv.body), whole.length + 1, url)
  }
})

// Rows of RFC 4180: a line end inside quotes is no end.
function countRows(text: string): number {
  return text.replace(/"(?:[^"]|"")*"/g, '').split('\r\n').length - 1
}

test('the next page is linked to in a header too', async () => {
  const reply = await get('/api/claims?limit=2&order=changed')
  const { next } = reply.json<Page>()
  const link = /^<([^>]+)>; rel="next"$/.exec(String(reply.headers.link))?.[1] ?? ''
  assert.equal(new URL(link, 'http://x').searchParams.get('after'), next)
  assert.equal(new URL(link, 'http://x').searchParams.get('order'), 'changed')
  assert.notDeepEqual((await ask<Page>(link)).items, reply.json<Page>().items)
})

test('a claim, its origins and its words hang together, and every anchor holds', async () => {
  const { items } = await ask<Page>('/api/claims?order=reach&limit=1')
  const id = String(items[0]?.id)
  const claim = await ask<{ wording: string; worded: Anchor; origins: object; version: string }>(`/api/claims/${id}`)
  assert.deepEqual(claim.origins, items[0]?.origins)
  assert.match(claim.version, /^[0-9a-f]{20}-0$/)
  const origins = await ask<{ interval: object; origins: { appearances: string[] }[]; reasons: number }>(
    `/api/claims/${id}/origins`,
  )
  assert.deepEqual(origins.interval, claim.origins)
  const reasons = await allOf(`/api/claims/${id}/reasons`)
  assert.ok(reasons.length > 0 && reasons.every(({ told }) => told !== ''))
  assert.equal(origins.reasons, reasons.length)
  const appearances = await allOf(`/api/claims/${id}/appearances`)
  const known = new Set(appearances.map((one) => one.id))
  assert.ok(origins.origins.flatMap((one) => one.appearances).every((one) => known.has(one)))
  const anchors = findAnchors([claim, reasons, appearances, await allOf(`/api/claims/${id}/timeline`)])
  assert.ok(anchors.length > 10)
  for (const anchor of anchors) await checkAnchor(anchor)
})

interface Anchor {
  readonly report: { readonly name: string }
  readonly selector: readonly [{ readonly exact: string }, { readonly start: number; readonly end: number }]
}

function findAnchors(value: unknown): Anchor[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'selector' in value ? [value as Anchor] : []
  return [...own, ...Object.values(value).flatMap(findAnchors)]
}

async function checkAnchor({ report, selector: [quote, { start, end }] }: Anchor): Promise<void> {
  const { text } = await ask<{ text: string }>(`/api/reports/${encodeURIComponent(report.name)}/text`)
  assert.equal([...text].slice(start, end).join(''), quote.exact)
}

test('what was said is found by who, act and outlet, and told with every word', async () => {
  const denials = await allOf('/api/said?act=denies')
  assert.ok(denials.length > 0 && denials.every(({ act }) => act === 'denies'))
  const [first] = denials
  assert.ok(first)
  const said = await ask<{ act: string; cue: Anchor[]; content: Anchor[] }>(`/api/said/${String(first.id)}`)
  assert.equal(said.act, 'denies')
  for (const anchor of [...said.cue, ...said.content]) await checkAnchor(anchor)
  const [who = ''] = first.who as string[]
  const own = await allOf(`/api/said?entity=${who}`)
  assert.ok(own.some(({ id }) => id === first.id) && own.every((one) => (one.who as string[]).includes(who)))
})

test('reports, stories, people and editions each lead on', async () => {
  const [report] = (await ask<Page>('/api/reports?order=came&limit=1')).items
  const whole = await ask<{ captures: string[]; text: string; length: number }>(`/api/reports/${String(report?.name)}`)
  assert.equal([...(await ask<{ text: string }>(whole.text)).text].length, whole.length)
  const capture = await ask<{ asked: string; bytes: string; report: string }>(`/api/captures/${whole.captures[0]}`)
  assert.equal(capture.report, report?.name)
  assert.doesNotMatch(capture.asked, /[\\/]/)
  const bytes = await get(capture.bytes)
  assert.equal(bytes.headers['content-type'], 'application/octet-stream')
  assert.match(String(bytes.headers['content-disposition']), /^attachment/)
  assert.match(String(bytes.headers['content-security-policy']), /sandbox/)
  const [story] = (await ask<Page>('/api/stories?limit=1')).items
  const { links } = await ask<{ links: Record<string, string> }>(`/api/stories/${String(story?.id)}`)
  assert.equal((await allOf(links.claims ?? '')).length, story?.claims)
  const [person] = (await ask<Page>('/api/people?kind=person&limit=1')).items
  const own = await ask<{ links: Record<string, string> }>(`/api/people/${String(person?.id)}`)
  assert.equal((await allOf(own.links.said ?? '')).length, person?.said)
  const { items: weeks } = await ask<Page>('/api/editions')
  const edition = await ask<{ sections: unknown[] }>(`/api/editions/${String(weeks[0]?.week)}`)
  const lines = findAnchors(edition)
  assert.ok(lines.length > 0)
  for (const anchor of lines) await checkAnchor(anchor)
  assert.deepEqual(await ask('/api/sources'), { items: [] })
})

test('what changed is told once, from the beginning or from now on', async () => {
  const seen = { captures: 0, claims: new Set<string>() }
  let since = ''
  for (let isMore = true; isMore; ) {
    const changes: Changes = await ask(`/api/changes?limit=7${since === '' ? '' : `&since=${since}`}`)
    seen.captures += changes.captures.length
    for (const { id } of changes.claims) seen.claims.add(id)
    since = changes.next
    isMore = changes.isMore
  }
  assert.equal(seen.captures, 20)
  assert.equal(seen.claims.size, (await allOf('/api/claims')).length)
  assert.deepEqual(await ask(`/api/changes?since=${since}`), {
    captures: [],
    decisions: [],
    claims: [],
    gone: [],
    next: since,
    isMore: false,
  })
  assert.equal((await ask<Changes>('/api/changes?since=now')).next, since)
})

interface Changes {
  readonly captures: readonly unknown[]
  readonly claims: readonly { readonly id: string }[]
  readonly next: string
  readonly isMore: boolean
}

test('an answer that is known already is not sent again', async () => {
  for (const url of ['/api/claims', '/api/said?act=denies', '/api/people', '/api/claims?format=csv']) {
    const first = await get(url)
    const etag = String(first.headers.etag)
    assert.match(etag, /^W\/"/)
    assert.equal(first.headers['cache-control'], 'private, no-cache')
    const again = await get(url, { 'if-none-match': `"other", ${etag}` })
    assert.equal(again.statusCode, 304, url)
    assert.equal(again.body, '')
    assert.equal((await get(url, { 'if-none-match': '"other"' })).statusCode, 200)
  }
  const json = await get('/api/claims')
  assert.equal(
    (await get('/api/claims', { accept: 'text/csv', 'if-none-match': String(json.headers.etag) })).statusCode,
    200,
  )
})

test('each refusal is a problem with its code, and says what to do', async () => {
  const table = [
    ['/api/claims?limit=0', 400, 'REQUEST_INVALID', 'query/limit'],
    ['/api/claims?limit=1001', 400, 'REQUEST_INVALID', 'query/limit'],
    ['/api/claims?standing=sure', 400, 'REQUEST_INVALID', 'query/standing'],
    ['/api/claims?colour=red', 400, 'REQUEST_INVALID', 'colour'],
    ['/api/claims?from=2031-02-30', 400, 'REQUEST_INVALID', 'no such day'],
    ['/api/claims?after=zzz', 400, 'CURSOR_UNKNOWN', 'begin'],
    ['/api/changes?since=zzz', 400, 'CURSOR_UNKNOWN', 'begin'],
    ['/api/claims/none', 404, 'CLAIM_UNKNOWN', 'none'],
    ['/api/reports/none', 404, 'REPORT_UNKNOWN', 'none'],
    ['/api/reports/none/text', 404, 'REPORT_UNKNOWN', 'none'],
    ['/api/said/none', 404, 'ATTRIBUTION_UNKNOWN', 'none'],
    ['/api/stories/none', 404, 'STORY_UNKNOWN', 'none'],
    ['/api/people/none', 404, 'ENTITY_UNKNOWN', 'none'],
    ['/api/captures/none', 404, 'CAPTURE_UNKNOWN', 'none'],
    ['/api/captures/none/bytes', 404, 'CAPTURE_UNKNOWN', 'none'],
    ['/api/editions/2031-W99', 404, 'WEEK_UNKNOWN', '2031-W99'],
    ['/api/decisions/7', 404, 'DECISION_UNKNOWN', '7'],
    ['/api/nowhere', 404, 'NOTHING_THERE', '/api/nowhere'],
  ] as const
  for (const [url, status, code, words] of table) {
    const reply = await get(url)
    assert.equal(reply.statusCode, status, url)
    assert.match(String(reply.headers['content-type']), /^application\/problem\+json/, url)
    assert.equal(reply.headers.etag, undefined, url)
    const problem = reply.json<{ status: number; code: string; detail: string; instance: string; type: string }>()
    assert.equal(problem.status, status, url)
    assert.equal(problem.code, code, url)
    assert.ok(problem.detail.includes(words), `${url}: ${problem.detail}`)
    assert.equal(problem.instance, url.split('?')[0])
    assert.equal(problem.type, `/api/problems#${code}`)
  }
  const { items } = await ask<Page>('/api/problems')
  const known = new Set(items.map(({ code }) => code))
  for (const [, , code] of table) assert.ok(known.has(code), code)
})

test('a method that an address does not take is refused with those that it takes', async () => {
  for (const [method, url, allow] of [
    ['DELETE', '/api/claims', 'GET, HEAD'],
    ['PUT', '/api/claims/none', 'GET, HEAD'],
    ['PATCH', '/api/decisions', 'GET, HEAD, POST'],
  ] as const) {
    const reply = await server.inject({ method, url, headers: HOST })
    assert.equal(reply.statusCode, 405, url)
    assert.equal(reply.headers.allow, allow)
    assert.equal(reply.json<{ code: string }>().code, 'METHOD_NOT_ALLOWED')
  }
  const head = await server.inject({ method: 'HEAD', url: '/api/claims', headers: HOST })
  assert.equal(head.statusCode, 200)
  assert.equal(head.body, '')
})

test('the document is the same that is made from the routes, and tells its own version', async () => {
  const served = await ask<{ openapi: string }>('/api/openapi.json')
  assert.equal(served.openapi, '3.1.1')
  assert.deepEqual(served, JSON.parse(JSON.stringify(await makeDocument(apiRoutes(desk)))))
})
