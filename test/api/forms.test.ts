// One address in several forms: by what is asked for in the address or in Accept, on pages and in the API.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Desk } from '../../src/desk/desk.ts'
import { handIn } from '../../src/desk/stand-in.contract.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { serve } from '../../src/server/serve.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'
import { makeFolder } from '../readout.ts'

const FOLDER = makeFolder()
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>
const things: Record<string, readonly [page: string, api: string]> = {}

before(async () => {
  desk = await openExampleDesk(join(FOLDER, 'desk'))
  served = await serve(desk, { port: 0 })
  const first = async (list: string): Promise<Record<string, string>> => {
    const { items } = (await (await fetch(`${served.url}/api/${list}?limit=1`)).json()) as {
      items: Record<string, string>[]
    }
    return items[0] ?? {}
  }
  const report = (await first('reports')).name ?? ''
  const whole = (await (await fetch(`${served.url}/api/reports/${report}`)).json()) as { captures: string[] }
  const week = (await (await fetch(`${served.url}/api/editions`)).json()) as { items: { week: string }[] }
  const [claim, said, capture, edition] = [
    (await first('claims')).id,
    (await first('said')).id,
    whole.captures[0],
    week.items[0]?.week,
  ]
  Object.assign(things, {
    claim: [`/claim/${claim}`, `/api/claims/${claim}`],
    report: [`/report/${report}`, `/api/reports/${report}`],
    said: [`/said/${said}`, `/api/said/${said}`],
    edition: [`/edition/${edition}`, `/api/editions/${edition}`],
    capture: [`/capture/${capture}`, `/api/captures/${capture}`],
  })
})

after(async () => {
  await served.close()
  await desk.close()
})

const ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

const TABLE = [
  ['claim', 'schema', 'application/ld+json', /"@type":"Claim"/],
  ['claim', 'annotation', ANNOTATION, /"type":"AnnotationPage"/],
  ['claim', 'prov', 'application/prov+json', /"wasGeneratedBy"/],
  ['claim', 'bibtex', 'application/x-bibtex', /^@online\{/],
  ['claim', 'csl', 'application/vnd.citationstyles.csl+json', /^\[\{"id"/],
  ['report', 'annotation', ANNOTATION, /"TextPositionSelector"/],
  ['report', 'bibtex', 'application/x-bibtex', /^@online\{/],
  ['report', 'csl', 'application/vnd.citationstyles.csl+json', /"archive":"Readout"/],
  ['said', 'schema', 'application/ld+json', /"@type":"Quotation"/],
  ['said', 'annotation', ANNOTATION, /"TextQuoteSelector"/],
  ['said', 'bibtex', 'application/x-bibtex', /^@online\{/],
  ['said', 'csl', 'application/vnd.citationstyles.csl+json', /"container-title"/],
  ['edition', 'bibtex', 'application/x-bibtex', /the week of/],
  ['edition', 'csl', 'application/vnd.citationstyles.csl+json', /"type":"report"/],
  ['capture', 'bibtex', 'application/x-bibtex', /SHA-256/],
  ['capture', 'csl', 'application/vnd.citationstyles.csl+json', /SHA-256/],
] as const

test('each form is had by its name and by its media type, from the page and from the API', async () => {
  for (const [noun, form, type, words] of TABLE) {
    for (const path of things[noun] ?? []) {
      const asked = [fetch(`${served.url}${path}?as=${form}`), fetch(served.url + path, { headers: { accept: type } })]
      const [byName, byType] = await Promise.all(
        asked.map(async (one) => ({ reply: await one, text: await (await one).text() })),
      )
      assert.ok(byName && byType)
      for (const { reply, text } of [byName, byType]) {
        assert.equal(reply.status, 200, `${path} ${form}: ${text}`)
        assert.equal(reply.headers.get('content-type')?.replace('; charset=utf-8', ''), type, `${path} ${form}`)
        assert.match(reply.headers.get('vary') ?? '', /accept/i)
        assert.match(text, words, `${path} ${form}`)
        if (form !== 'bibtex') JSON.parse(text)
      }
      assert.equal(byName.text, byType.text)
    }
  }
})

test('a browser gets the page, a program JSON, and each form a tag of its own', async () => {
  for (const [page, api] of Object.values(things)) {
    const browser = await fetch(served.url + page, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    assert.match(browser.headers.get('content-type') ?? '', /^text\/html/, page)
    const program = await fetch(served.url + page, { headers: { accept: 'application/json' } })
    assert.match(program.headers.get('content-type') ?? '', /^application\/json/, page)
    assert.equal(new URL(program.url).pathname, api)
    const anything = await fetch(served.url + api, { headers: { accept: '*/*' } })
    assert.match(anything.headers.get('content-type') ?? '', /^application\/json/, api)
    const other = await fetch(`${served.url}${api}?as=bibtex`)
    assert.notEqual(other.headers.get('etag'), anything.headers.get('etag'))
    const again = await fetch(`${served.url}${api}?as=bibtex`, {
      headers: { 'if-none-match': other.headers.get('etag') ?? '' },
    })
    assert.equal(again.status, 304)
  }
})

test('a version that is asked for goes along to the API, and a day that it does not know is not taken for now', async () => {
  const ask = (path: string, accept: string) => fetch(served.url + path, { headers: { accept }, redirect: 'manual' })
  const [edition = '', api = ''] = things.edition ?? []
  const json = await ask(`${edition}?version=2&kept=2`, 'application/json')
  assert.deepEqual([json.status, json.headers.get('location')], [303, `${api}?version=2`])
  const cited = await fetch(`${served.url}${edition}?version=2&as=bibtex`)
  assert.equal(cited.status, 400)
  assert.match(await cited.text(), /leave one of them out/)
  const [claim = ''] = things.claim ?? []
  for (const known of ['day=2031-03-05', 'week=2031-W10']) {
    const refused = await ask(`${claim}?${known}`, 'application/json')
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /ask for text\/html/)
    assert.equal((await ask(`${claim}?${known}`, 'text/html')).status, 200)
  }
  const [report = '', ofReport = ''] = things.report ?? []
  assert.equal((await ask(`${report}?at=3-9`, 'application/json')).headers.get('location'), ofReport)
})

test('a refusal as a page bears no tag, so that what was refused is asked for again', async () => {
  const url = `${served.url}/edition/2031-W99/export.md`
  const refused = await fetch(url)
  assert.deepEqual(
    [refused.status, refused.headers.get('etag'), refused.headers.get('cache-control')],
    [404, null, 'no-store'],
  )
})

test('a form that there is none of is refused by name', async () => {
  for (const [page, api] of Object.values(things)) {
    assert.equal((await fetch(`${served.url}${api}?as=poem`)).status, 400)
    assert.equal((await fetch(`${served.url}${page}?as=poem`)).status, 400)
  }
  assert.equal((await fetch(`${served.url}/api/claims/none?as=bibtex`)).status, 404)
})

test('what the README asks for is answered', async () => {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const asked = [...readme.matchAll(/^curl -s (?:-N )?'http:\/\/127\.0\.0\.1:4747([^']+)'/gm)].map(
    ([, path = '']) => path,
  )
  assert.ok(asked.length >= 4)
  for (const path of asked) {
    const stop = new AbortController()
    const reply = await fetch(served.url + path, { signal: stop.signal })
    assert.equal(reply.status, 200, path)
    stop.abort()
  }
})

test('the citation of a capture is tagged by the state of the desk, its facts by the capture', async () => {
  const [, api] = things.capture ?? []
  const tagOf = async (form: string) => (await fetch(`${served.url}${api}${form}`)).headers.get('etag')
  const before = [await tagOf(''), await tagOf('?as=bibtex'), await tagOf('?as=csl')]
  await takeIn(desk, handIn(['Karsk keeps the levy.']), () => {})
  const after = [await tagOf(''), await tagOf('?as=bibtex'), await tagOf('?as=csl')]
  assert.deepEqual(
    after.map((tag, at) => tag !== null && tag === before[at]),
    [true, false, false],
  )
})
