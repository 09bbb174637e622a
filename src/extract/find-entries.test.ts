import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockAt, type Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Span } from '../model/span.ts'
import { extract } from './extract.ts'

const docOf = (body: string, head = ''): Doc =>
  extract({
    bytes: new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`),
    mediaType: 'text/html',
    capture: asId('c1'),
  })

interface Told {
  readonly at: string
  readonly title?: string
  readonly words: string
}

const ENTRIES: readonly Told[] = [
  {
    at: '2031-03-06T10:42:00Z',
    title: 'Roke turns the offer down',
    words: 'Corvin Roke, the foreign minister of Karsk, said on Wednesday that no such offer had come to his house.',
  },
  {
    at: '2031-03-05T16:05:00Z',
    words: 'The harbour masters went back to work, and the first ships of the week passed the lock before dusk.',
  },
  {
    at: '2031-03-05T09:30:00Z',
    title: 'Envoys arrive',
    words: 'Ilse Marrow, Veldania’s envoy, arrived in Karsk with two aides and told reporters that she had time.',
  },
  {
    at: '2031-03-04T20:00:00Z',
    title: 'Talks to open on Wednesday',
    words: 'Talks on the lock open in Karsk on Wednesday, the mission of Veldania said in a note of three lines.',
  },
]

const META =
  '<title>Karsk talks live | Harbour Post</title><meta property="article:published_time" content="2031-03-04T19:00:00Z">'
const INTRO = '<p>The talks on the lock of Karsk go into their third day, and both sides say that they have time.</p>'
const NAV = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'

const entry = ({ at, title, words }: Told): string =>
  `<div class="live-entry"><time datetime="${at}">${at.slice(11, 16)}</time>${title ? `<h2>${title}</h2>` : ''}<p>${words}</p><button>Share</button><a href="#">Share on Facebook</a></div>`

function checkEntries(doc: Doc, told: readonly Told[] = ENTRIES): void {
  assert.deepEqual(
    doc.entries?.map(({ at, title }) => [at, title]),
    told.map(({ at, title }) => [new Date(at).toISOString(), title]),
  )
  for (const [index, { words, title }] of told.entries()) {
    const span: Span | undefined = doc.entries?.[index]?.span
    assert.ok(span)
    assert.equal(doc.text.slice(span.start, span.end), title ? `${title}\n\n${words}` : words)
    if (title) assert.equal(blockAt(doc, span.start)?.kind, 'heading')
  }
}

test('entries of live coverage are known by the shape of their markup', () => {
  const doc = docOf(
    `${NAV}<main><h1>Karsk talks: live</h1>${INTRO}<section class="feed">${ENTRIES.map(entry).join('')}</section></main><footer>© 2031 Harbour Post</footer>`,
    META,
  )
  checkEntries(doc)
  assert.match(doc.text, /third day/)
  assert.doesNotMatch(doc.text, /Share|Home|10:42/)
  assert.equal(doc.published, '2031-03-04T19:00:00.000Z')
})

test('entries are known by their own marks, whatever their boxes are called', () => {
  const items = ENTRIES.map(
    ({ at, title, words }) =>
      `<li itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><meta itemprop="datePublished" content="${at}">${title ? `<h3>${title}</h3>` : ''}<div itemprop="articleBody"><p>${words}</p></div></li>`,
  )
  checkEntries(docOf(`<article><h1>Karsk talks, as it happened</h1>${INTRO}<ol>${items.join('')}</ol></article>`, META))
})

test('what the data of the page says of an entry outranks its markup', () => {
  const updates = ENTRIES.map(({ at, title, words }) => ({
    '@type': 'BlogPosting',
    datePublished: at,
    ...(title && { headline: title }),
    articleBody: words,
  }))
  const jsonLd = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    liveBlogUpdate: updates,
  })
  const boxes = ENTRIES.map(
    ({ title, words }, index) =>
      `<article id="post-${index}"><time>${index + 1} hours ago</time>${title ? `<h2>${title}</h2>` : ''}<p>${words}</p></article>`,
  )
  const doc = docOf(
    `<div id="posts"><h1>Talks in Karsk</h1>${boxes.join('')}</div>`,
    `<script type="application/ld+json">${jsonLd}</script>`,
  )
  checkEntries(doc)
  assert.doesNotMatch(doc.text, /hours ago/)
})

test('dated lists and comments are no live coverage', () => {
  const sentence =
    'Ilse Marrow said that the corridor to Karsk would stay open, and nobody had asked for it to be closed.'
  const report = `<article><h1>Karsk corridor stays open</h1><p>${sentence}</p><p>Corvin Roke told reporters that the levy stands, and that nobody in his house would ask for it to be lifted.</p></article>`
  const comments = ENTRIES.map(
    ({ at, words }) => `<div class="comment"><time datetime="${at}">${at}</time><p>${words}</p></div>`,
  )
  const teasers = ENTRIES.map(
    ({ at, title = 'Ships pass' }) => `<li><a href="/x">${title}</a> <time datetime="${at}">${at}</time></li>`,
  )
  for (const below of [
    `<section class="comments">${comments.join('')}</section>`,
    `<ul class="latest">${teasers.join('')}</ul>`,
  ]) {
    const doc = docOf(`${report}${below}`, '<title>Karsk corridor stays open | Harbour Post live</title>')
    assert.equal(doc.entries, undefined)
    assert.match(doc.text, /stay open/)
  }
})

test('an entry whose time names no day has none, and one entry within another is no second', () => {
  const boxes = ENTRIES.map(({ words }) => `<div class="liveblog-post"><time>10:42</time><p>${words}</p></div>`)
  const doc = docOf(`<main><h1>Karsk talks live</h1>${INTRO}${boxes.join('')}</main>`)
  assert.deepEqual(
    doc.entries?.map(({ at }) => at),
    ENTRIES.map(() => undefined),
  )
})
