import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import { extract } from './extract.ts'

const capture = asId<'capture'>('c1')
const page = (body: string, head = ''): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`)
const P = (n: number): string =>
  `<p>Envoy Ilse Marrow said on day ${n} that the grain corridor to Karsk would stay open, and that nobody in Veldania, least of all the harbour masters, had asked for it to be closed.</p>`

test('a page gives headline, standfirst and paragraphs, and says what it left out', () => {
  const doc = extract({
    bytes: page(
      `<nav><a href="/">Home</a> <a href="/w">World</a></nav><main><article><h1>Karsk corridor stays open</h1>
       <p class="standfirst">Veldania says that no one asked to close the harbour</p>
       <p class="byline">By Jon Holt</p>${P(1)}${P(2)}
       <figure><img src="a.jpg"><figcaption>The harbour of Karsk (Meridian/J. Holt)</figcaption></figure>
       ${P(3)}<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Grain price falls again in Karsk</a></li><li><a href="/2">Harbour masters strike</a></li></ul></div>${P(4)}
       <p>Sign up to our newsletter for the week in talks.</p></article></main><footer>© 2024 Meridian News Agency. All rights reserved.</footer>`,
      '<meta property="og:site_name" content="Meridian News Agency"><meta property="article:published_time" content="2024-02-14T10:30:00+02:00"><title>Karsk corridor stays open | Meridian News Agency</title>',
    ),
    mediaType: 'text/html',
    capture,
  })
  const of = (kind: string): string[] =>
    doc.blocks.filter((block) => block.kind === kind).map(({ span }) => doc.text.slice(span.start, span.end))
  assert.deepEqual(of('headline'), ['Karsk corridor stays open'])
  assert.deepEqual(of('standfirst'), ['Veldania says that no one asked to close the harbour'])
  assert.equal(of('paragraph').length, 4)
  assert.equal(doc.title, 'Karsk corridor stays open')
  assert.equal(doc.outlet, 'Meridian News Agency')
  assert.equal(doc.published, '2024-02-14T08:30:00.000Z')
  assert.equal(doc.language, 'en')
  assert.equal(doc.given, undefined)
  const reasons = new Set(doc.removed.map(({ reason }) => reason))
  for (const reason of ['menu', 'photo credit', 'teaser', 'newsletter', 'copyright line'] as const)
    assert.ok(reasons.has(reason), reason)
})
