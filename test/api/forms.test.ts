// One address in several forms: by what is asked for in the address or in Accept, on pages and in the API.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Desk } from '../../src/desk/desk.ts'
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
