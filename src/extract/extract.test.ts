import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Given } from '../model/capture.ts'
import type { BlockKind, Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { extract, extractor } from './extract.ts'

const capture = asId<'capture'>('c1')

function docOf(body: string, head = '', given?: Partial<Given>): Doc {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
  return extract({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    capture,
    ...(given ? { given: { name: 'karsk', mediaType: 'text/html', ...given } } : {}),
  })
}

const of = (doc: Doc, kind: BlockKind): string[] =>
  doc.blocks.filter((block) => block.kind === kind).map(({ span }) => doc.text.slice(span.start, span.end))

const sentence = (day: number): string =>
  `Envoy Ilse Marrow said on day ${day} that the grain corridor to Karsk would stay open, and that nobody in Veldania, least of all the harbour masters, had asked for it to be closed.`
const P = (day: number): string => `<p>${sentence(day)}</p>`

const PAGE = `<nav><a href="/">Home</a> <a href="/w">World</a></nav><main><article><h1>Karsk corridor stays open</h1>
  <p class="standfirst">Veldania says that no one asked to close the harbour</p><p>By Jon Holt</p>${P(1)}
  <figure><img src="a.jpg" alt=""><figcaption>The harbour of Karsk (Meridian/J. Holt)</figcaption></figure>
  ${P(2)}<h2>What comes next</h2><blockquote><p>Nobody asked us, and nobody will ask us in the spring.</p></blockquote>${P(3)}
  <div class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Grain price falls again in Karsk</a></li>
  <li><a href="/2">Harbour masters strike</a> <time datetime="2027-03-03">3 March 2027</time></li></ul></div>${P(4)}
  <p>Sign up to our newsletter for the week in talks.</p></article></main>
  <footer>© 2024 Meridian News Agency. All rights reserved.</footer>`

const META = `<title>Karsk corridor stays open | Meridian News Agency</title>
  <meta property="og:title" content="Karsk corridor stays open | Meridian News Agency">
  <meta property="og:site_name" content="Meridian News Agency"><link rel="canonical" href="https://meridian.example/karsk">
  <meta property="article:published_time" content="2024-02-14T10:30:00+02:00"><meta name="author" content="Jon Holt">`

test('a page gives headline, standfirst, byline and the report, and says what it left out and why', () => {
  const doc = docOf(PAGE, META)
  assert.deepEqual(of(doc, 'headline'), ['Karsk corridor stays open'])
  assert.deepEqual(of(doc, 'standfirst'), ['Veldania says that no one asked to close the harbour'])
  assert.deepEqual(of(doc, 'byline'), ['By Jon Holt'])
  assert.deepEqual(of(doc, 'paragraph'), [1, 2, 3, 4].map(sentence))
  assert.deepEqual(of(doc, 'heading'), ['What comes next'])
  assert.deepEqual(of(doc, 'quote'), ['Nobody asked us, and nobody will ask us in the spring.'])
  assert.deepEqual(
    [doc.title, doc.outlet, doc.byline, doc.url, doc.published, doc.language],
    [
      'Karsk corridor stays open',
      'Meridian News Agency',
      'Jon Holt',
      'https://meridian.example/karsk',
      '2024-02-14T08:30:00.000Z',
      'en',
    ],
  )
  assert.equal(doc.given, undefined)
  const removed = (reason: string): string =>
    doc.removed
      .filter((words) => words.reason === reason)
      .map(({ text }) => text)
      .join(' / ')
  assert.match(removed('menu'), /World/)
  assert.deepEqual(of(doc, 'caption'), ['The harbour of Karsk'])
  assert.match(removed('photo credit'), /J\. Holt/)
  assert.match(removed('teaser'), /Grain price falls again/)
  assert.match(removed('newsletter'), /Sign up/)
  assert.match(removed('copyright line'), /© 2024/)
})

test('dates come from what the page says of itself, never from its text or its teasers', () => {
  assert.equal(docOf(PAGE).published, undefined)
  assert.equal(
    docOf(`<article><h1>Karsk corridor stays open</h1><p>3 March 2027</p>${P(1)}${P(2)}</article>`).published,
    undefined,
  )
  assert.equal(
    docOf(
      `<article><h1>Karsk corridor stays open</h1><time datetime="2024-02-14">Wednesday</time>${P(1)}${P(2)}</article>`,
    ).published,
    '2024-02-14T00:00:00.000Z',
  )
  const jsonLd = `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Karsk","datePublished":"2024-02-13","author":[{"name":"Ilse Marrow"},{"name":"Jon Holt"}],"publisher":{"name":"Harbour Post"}}]}</script>`
  const stated = docOf(PAGE, jsonLd)
  assert.deepEqual(
    [stated.published, stated.outlet, stated.byline],
    ['2024-02-13T00:00:00.000Z', 'Harbour Post', 'Ilse Marrow, Jon Holt'],
  )
})

test('what was given outranks the page; a given date that is none leaves the doc undated and is kept as a field', () => {
  const doc = docOf(PAGE, META, { outlet: 'Harbour Post', published: 'in spring', title: 'The corridor' })
  assert.deepEqual(
    [doc.outlet, doc.published, doc.title, doc.name],
    ['Harbour Post', undefined, 'The corridor', 'karsk'],
  )
  assert.ok(
    doc.fields.some(({ name, value, path }) => name === 'published' && value === 'in spring' && path === 'given'),
  )
})

test('the titles of pages lose the outlet, unless the page prints them so', () => {
  assert.equal(docOf(`<article>${P(1)}${P(2)}</article>`, META).title, 'Karsk corridor stays open')
  assert.equal(
    docOf(
      `<h1>Meridian</h1><article>${P(1)}${P(2)}</article>`,
      '<title>Karsk: what comes next for the port - Harbour Post</title>',
    ).title,
    'Karsk: what comes next for the port',
  )
})

test('depth that would take Readability minutes still gives the text', () => {
  const deep = docOf(`<p>${sentence(1)}</p>${'<div>'.repeat(10_000)}<p>${sentence(2)}</p>${'</div>'.repeat(10_000)}`)
  assert.match(deep.text, /day 1/)
  assert.match(deep.text, /day 2/)
  const wordy = docOf('<div>some words of Karsk '.repeat(3_000))
  assert.ok((wordy.text.match(/words/g)?.length ?? 0) > 2_500) // the outermost levels are taken for a frame
})

test('teasers that stand in the same box as the report go by their words', () => {
  const teaser = (title: string): string =>
    `<p>Top photo credit: Ministers in Karsk (Meridian)</p><h3>${title}</h3><p>Veldania Politics</p>${P(7)}<p>keep reading</p>`
  const doc = docOf(
    `<article><h1>Karsk corridor stays open</h1>${P(1)}${P(2)}${P(3)}${teaser('Coalition talks falter')}${teaser('Strike ends')}</article>`,
  )
  assert.deepEqual(of(doc, 'paragraph'), [1, 2, 3].map(sentence))
})

test('odd pages: no main text, no body, one line, windows-1252, a post quoted in a box', () => {
  assert.equal(docOf('<td>The talks in Karsk failed.</td>').text, 'The talks in Karsk failed.')
  assert.throws(
    () => docOf('<nav><a href="/">Home</a></nav><script>var a = 1</script>'),
    (error) => error instanceof ReadoutError && error.code === 'NO_TEXT',
  )
  assert.throws(
    () => docOf(''),
    (error) => error instanceof ReadoutError && error.code === 'NO_TEXT',
  )
  const curly = Uint8Array.from(
    [...'<html><body><p>']
      .map((sign) => sign.charCodeAt(0))
      .concat(
        0x93,
        0x4e,
        0x6f,
        0x2c,
        0x94,
        [...' said the envoy in Karsk.</p>'].map((sign) => sign.charCodeAt(0)),
      ),
  )
  assert.equal(extract({ bytes: curly, mediaType: 'text/html', capture }).text, '“No,” said the envoy in Karsk.')
  const post = `<div class="social-embed"><blockquote class="twitter-tweet"><p>We never made such an offer.</p>— Ilse Marrow (@marrow)</blockquote></div>`
  assert.match(
    docOf(`<article><h1>Karsk corridor stays open</h1>${P(1)}${P(2)}${post}${P(3)}</article>`).text,
    /We never made such an offer/,
  )
})

test('the same bytes give the same doc', () => {
  assert.deepEqual(docOf(PAGE, META), docOf(PAGE, META))
  assert.equal(docOf(PAGE, META).madeBy, extractor)
})
