// The lists over the sample, asked for as a browser does: what is on them, that nothing is left out between pages, that files hold
// all that a search finds, and that forms do what they say.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { parseFeed } from 'feedsmith'
import { listReportLines } from '../../src/archive/catalogue/report-lines.ts'
import { search } from '../../src/archive/catalogue/search.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { makeTestServer } from '../../src/server/server.contract.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

const dir = join(makeFolder(), 'desk')
let desk: Desk
let server: FastifyInstance

before(async () => {
  desk = await openSampleDesk(dir)
  server = await makeTestServer(listRoutes(makePages(desk), desk), { host: '127.0.0.1' })
})

after(async () => {
  await server.close()
  await desk.close()
})

const host = 'localhost:4747'

async function get(url: string, status = 200): Promise<string> {
  const reply = await server.inject({ method: 'GET', url, headers: { host } })
  assert.equal(reply.statusCode, status, `${url}: ${reply.body.slice(0, 300)}`)
  return reply.body
}

const idsIn = (page: string, kind: string): string[] =>
  [...page.matchAll(new RegExp(`<li id="${kind}-([^"]+)" data-item>`, 'g'))].map(([, id = '']) => id)

function textOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
}

/** The page's form, with the cookie and the token that it is sent with. */
async function send(
  from: string,
  url: string,
  fields: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const page = await server.inject({ method: 'GET', url: from, headers: { host } })
  const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const reply = await server.inject({
    method: 'POST',
    url,
    headers: { host, cookie, origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _csrf: token }).toString(),
  })
  return { status: reply.statusCode, body: reply.body }
}

test('Today takes the day of the latest report, says so, and tells who moved a claim', async () => {
  const page = textOf(await get('/'))
  assert.match(page, /14 March 2031 The latest report of this desk was printed on that day, which is taken for today/)
  assert.match(page, /Came in 3 Meridian News Agency 2 Calvermoor Post 1/)
  assert.match(page, /announced → becomes confirmed by Sunniva Aldene/)
  assert.match(page, /Besides, 17 reports came in since yesterday that were printed before/)
  assert.match(page, /Printed most, and still on one origin .*seven reports, one origin/)
  assert.match(page, /The edition of the week of 10 to 16 March 2031/)
  const [from] = /href="(\/\?since=[^"]+)"/.exec(await get('/'))?.slice(1) ?? []
  assert.match(textOf(await get(from ?? '')), /What came in since .*Nothing came in since then/)
  assert.match(textOf(await get('/?since=2020-01-01')), /Came in 20 /)
})

test('each page of the sample lists what the desk holds', async () => {
  const { items } = await listReportLines(desk.store, { order: 'came', limit: 100 })
  assert.deepEqual(new Set(idsIn(await get('/reports'), 'report')), new Set(items.map(({ doc }) => doc)))
  assert.equal(idsIn(await get('/stories'), 'story').length, 6)
  const some = await get('/reports?outlet=Calvermoor%20Post&since=2031-03-06')
  const wanted = items.filter(({ outlet, published = '' }) => outlet === 'Calvermoor Post' && published >= '2031-03-06')
  assert.deepEqual(new Set(idsIn(some, 'report')), new Set(wanted.map(({ doc }) => doc)))
  assert.ok(wanted.length > 0)
})

test('pages of the ledger follow one another without a gap or a double', async () => {
  const seen: string[] = []
  for (let url: string | undefined = '/ledger'; url !== undefined; ) {
    const page: string = await get(url)
    seen.push(...idsIn(page, 'claim'))
    url = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.equal(new Set(seen).size, seen.length)
  assert.match(textOf(await get('/ledger')), new RegExp(`Ledger ${seen.length} claims`))
  const denied = idsIn(await get('/ledger?standing=denied&order=reach'), 'claim')
  assert.ok(denied.length > 0 && denied.every((id) => seen.includes(id)))
  assert.match(await get('/ledger?after=odd', 400), /leads to no page of this list/)
})

test('a story leads to its claims, to who speaks in it, and to its reports; a person to offices, claims and words', async () => {
  const [story = ''] = idsIn(await get('/stories?order=reach'), 'story')
  const page = await get(`/story/${story}`)
  assert.equal(idsIn(page, 'report').length, 12)
  assert.match(textOf(page), /These are 25 of 48 claims; all of them are in the ledger/)
  assert.equal(idsIn(await get(`/ledger?story=${story}`), 'claim').length, 48)
  const hale = /\/person\/([0-9a-f]+)"[^>]*>Corvin Hale</.exec(page)?.[1] ?? ''
  const person = textOf(await get(`/person/${hale}`))
  assert.match(person, /Person Corvin Hale .*statements in .*Foreign Ministry spokesman.*Denies, rejects or doubts/)
  const denials = await get(`/person/${hale}?act=denies`)
  assert.ok(idsIn(denials, 'said').length > 0)
  assert.doesNotMatch(denials, /class="act">asserts</)
  await get('/story/none', 404)
  await get('/person/none', 404)
})

test('a search is brought back by its address; a name that means several is asked about', async () => {
  const page = await get('/search?words=paper&in=said&who=Corvin%20Hale&act=denies')
  assert.match(page, /<input id="f-words" name="words" type="search" value="paper"/)
  assert.match(page, /name="in" value="said" checked/)
  assert.match(page, /<option value="denies" selected>/)
  assert.ok(idsIn(page, 'said').length > 0)
  assert.match(page, /<mark>paper<\/mark>/)
  assert.match(textOf(await get('/search?who=marrow')), /“marrow” may be one of these Ilse Marrow .*Tobias Marrow/)
  assert.match(textOf(await get('/search?who=zzz')), /Nobody on this desk who says something is called “zzz”/)
  assert.match(textOf(await get('/search')), /Write words, or say who spoke/)
  assert.match(textOf(await get('/search?words=zzz')), /Nothing was found. Fewer words/)
  for (const none of ['-dam', '*', '-dam -paper'])
    assert.match(
      textOf(await get(`/search?words=${none}`)),
      /Nothing was found. Write a word that is to be there/,
      none,
    )
  const since = await get('/search?words=dam&since=2031-03-10')
  assert.deepEqual(idsIn(await get('/search?words=dam&from=2031-03-10'), 'report'), idsIn(since, 'report'))
  assert.notDeepEqual(idsIn(await get('/search?words=dam'), 'report'), idsIn(since, 'report'))
  assert.match(textOf(await get('/search?words=dam&from=2031-13-45', 400)), /there is no such day; write one such as/)
})

test('files hold all that a search finds, each numbered', async () => {
  for (const place of ['reports', 'said', 'claims'] as const) {
    for (const words of ['dam', '']) {
      const { items, next } = await search(desk.store, { words, in: place, limit: 1000 })
      assert.equal(next, undefined)
      const asked = `in=${place}&words=${words}`
      const lines = (await get(`/search.jsonl?${asked}`))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      assert.equal(lines.length, items.length, asked)
      assert.deepEqual(
        lines.map(({ number }) => number),
        items.map((_, i) => i + 1),
      )
      const ids = items.map((hit) =>
        hit.in === 'reports' ? hit.report.name : hit.in === 'said' ? hit.said.attribution : hit.claim.claim,
      )
      assert.deepEqual(
        lines.map((one) => (place === 'reports' ? one.name : place === 'said' ? one.attribution : one.claim)),
        ids,
      )
      const rows = parseCsv(await get(`/search.csv?${asked}`))
      assert.equal(rows.length, items.length + 1)
      const { format, feed } = parseFeed(await get(`/search?${asked}&format=rss`))
      assert.equal(format, 'rss')
      assert.equal(feed.items?.length ?? 0, items.length)
    }
  }
  assert.match(await get('/search.rss?words=dam'), /http:\/\/localhost:4747\/report\/01-meridian-dam-offer/)
})

/** RFC 4180, by the letter. */
function parseCsv(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)]
  assert.equal(cells.map(([whole]) => whole).join(''), text)
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('a page is followed, paused and removed by forms; lists of feeds come in and go out', async () => {
  const followed = await send('/sources', '/sources', {
    address: 'courier.example/talks',
    what: 'page',
    outlet: 'Karsk Courier',
  })
  assert.equal(followed.status, 200, followed.body)
  const [id = ''] = idsIn(followed.body, 'source')
  assert.match(textOf(followed.body), /Followed from now on: https:\/\/courier.example\/talks .*not asked yet/)
  const opml =
    '<opml version="2.0"><body><outline type="rss" text="Post" xmlUrl="https://post.example/feed"/></body></opml>'
  assert.match(
    textOf((await send('/sources', '/sources/import', { opml })).body),
    /1 new, 0 followed already, 0 refused/,
  )
  assert.match(await get('/sources/export.opml'), /https:\/\/post\.example\/feed/)
  const paused = await send('/sources', `/sources/${id}`, { state: 'paused' })
  assert.match(textOf(paused.body), /paused from now on/)
  assert.deepEqual(idsIn(await get('/sources?state=paused'), 'source'), [id])
  await send('/sources', `/sources/${id}`, { state: 'removed' })
  assert.deepEqual(idsIn(await get('/sources?state=paused'), 'source'), [])
  const refused = await send('/sources', '/sources', { address: 'ftp://x', what: 'page' })
  assert.equal(refused.status, 400)
  assert.match(textOf(refused.body), /no address of the web/)
  assert.equal((await send('/sources', '/sources/none', { state: 'paused' })).status, 400)
  assert.match(textOf((await send('/sources', '/sources/import', { opml: 'x' })).body), /no feed in it/)
})

test('a setting is written where it may be, refused beside what was typed, and never over what another wrote', async () => {
  const path = join(dir, 'settings.json')
  const set = (fields: Record<string, string>) => send('/settings', '/settings', { do: 'set', ...fields })
  assert.equal((await set({ name: 'inFlight', was: '8', value: '4' })).status, 303)
  assert.equal(
    (await set({ name: 'feedMinutes', was: '{"least":15,"most":360}', 'value.least': '20', 'value.most': '60' }))
      .status,
    303,
  )
  assert.equal((await set({ name: 'contact', was: '""', value: 'ilse@desk.example' })).status, 303)
  assert.equal((await set({ name: 'ports', was: '[80,443,8080,8443]', value: '80, 443' })).status, 303)
  const kept = { inFlight: 4, feedMinutes: { least: 20, most: 60 }, contact: 'ilse@desk.example', ports: [80, 443] }
  assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), kept)
  const stale = await set({ name: 'inFlight', was: '8', value: '5' })
  assert.equal(stale.status, 400)
  assert.match(textOf(stale.body), /Somebody set it to 4 meanwhile/)
  for (const [name, was, value] of [
    ['inFlight', '4', '900'],
    ['inFlight', '4', ''],
    ['networks', '[]', '10.0.0.0/99'],
    ['contact', '"ilse@desk.example"', 'é'],
    ['nothing', '', ''],
  ] as const) {
    const refused = await set({ name, was, value })
    assert.equal(refused.status, 400, name)
    if (name !== 'nothing') assert.match(refused.body, /role="alert"/)
  }
  assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), kept)
  assert.match(textOf(await get('/settings')), /inFlight .*Now 4 set in the file .*Default 8/)
  assert.equal((await set({ name: 'inFlight', was: '4', do: 'reset' })).status, 303)
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).inFlight, undefined)
})

test('watches and what smooths are typed there; a slip is said in words, and what was typed stands below it', async () => {
  const path = join(dir, 'settings.json')
  const asWas = (name: string): string => {
    const was = new RegExp(`name="name" value="${name}"><input type="hidden" name="was" value="([^"]*)"`).exec(
      page,
    )?.[1]
    return (was ?? '').replaceAll('&quot;', '"')
  }
  let page = await get('/settings')
  const before = readFileSync(path, 'utf8')
  const set = (name: string, fields: Record<string, string>) =>
    send('/settings', '/settings', { do: 'set', name, was: asWas(name), ...fields })
  for (const [value, why] of [
    ['[{"id": "dam-talks", "name": "The dam talks",}]', /This is no JSON \(.*Nothing was written/],
    ['{"id": "dam-talks"}', /expected array/],
    ['[{"id": "dam-talks"}]', /no\. 1: name: /],
    ['[{"id": "dam", "name": "x", "zone": "Mars"}]', /no\. 1: zone: &quot;Mars&quot; is no time zone/],
    ['[{"id": "dam", "name": "x"}, {"id": "dam", "name": "y"}]', /no\. 2: id: there are two watches/],
  ] as const) {
    const refused = await set('watches', { value })
    assert.equal(refused.status, 400, value)
    assert.match(textOf(refused.body), why)
    const typed = /name="value"[^>]*aria-invalid[^>]*>\n([^<]*)<\/textarea>/.exec(refused.body)?.[1]
    assert.equal(typed?.replaceAll('&quot;', '"'), value)
  }
  assert.equal(readFileSync(path, 'utf8'), before)
  const model = { 'value.model': '', 'value.keyVariable': '', 'value.timeoutSeconds': '60', 'value.mostLines': '40' }
  const nameless = await set('smoothing', { 'value.address': 'http://127.0.0.1:9/v1', ...model })
  assert.deepEqual([nameless.status, readFileSync(path, 'utf8')], [400, before])
  assert.match(textOf(nameless.body), /an address is set, but no model/)
  assert.equal((await set('watches', { value: '[\r\n{"id": "dam-talks", "name": "The dam talks"}]' })).status, 303)
  const named = { 'value.address': 'http://127.0.0.1:9/v1', ...model, 'value.model': 'some-model' }
  assert.equal((await set('smoothing', named)).status, 303)
  const { watches, smoothing, ...others } = JSON.parse(readFileSync(path, 'utf8'))
  assert.deepEqual(watches, [{ id: 'dam-talks', name: 'The dam talks' }])
  assert.deepEqual([smoothing.model, smoothing.mostLines], ['some-model', 40])
  assert.deepEqual(others, JSON.parse(before))
  page = await get('/settings')
  assert.match(page, /&quot;dam-talks&quot;,\n/) // as the file has it, without all the defaults
  for (const name of ['watches', 'smoothing']) assert.equal((await set(name, { do: 'reset' })).status, 303)
  assert.equal(readFileSync(path, 'utf8'), before)
})

test('on an empty desk each page says why it is empty and what to do', async () => {
  const bare = await openDesk(join(makeFolder(), 'desk'))
  const empty = await makeTestServer(listRoutes(makePages(bare), bare), { host: '127.0.0.1' })
  try {
    const table = [
      ['/', /holds no report yet.*readout add/],
      ['/stories', /There is no story.*readout add/],
      ['/ledger', /puts forward a claim yet.*readout add/],
      ['/reports', /holds no report.*readout add/],
      ['/people', /Nobody has said anything.*readout add/],
      ['/search?words=dam', /Nothing was found.*Fewer words/],
      ['/sources', /No source is followed.*Follow one below/],
      ['/settings', /the default, since the file does not say/],
    ] as const
    for (const [url, why] of table) {
      const reply = await empty.inject({ method: 'GET', url, headers: { host } })
      assert.equal(reply.statusCode, 200, url)
      assert.match(textOf(reply.body), why)
    }
  } finally {
    await empty.close()
    await bare.close()
  }
})
