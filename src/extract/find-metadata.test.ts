import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../model/capture.ts'
import type { Doc, FieldName } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { extract } from './extract.ts'

const TEXT = Array.from(
  { length: 6 },
  (_, day) =>
    `<p>The envoy of Veldania, Ilse Marrow, said in Karsk on day ${day} that nobody had asked for the grain corridor to be opened, and that there was no offer of which the ministry knew.</p>`,
).join('')
const H1 = '<h1>Karsk corridor stays open</h1>'

const docOf = (body: string, head = '', about: { url?: string; told?: Told } = {}): Doc =>
  extract({
    bytes: new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`),
    mediaType: 'text/html',
    capture: asId('c1'),
    ...about,
  })
const fieldsOf = (doc: Doc, name: FieldName): [string, string][] =>
  doc.fields.filter((field) => field.name === name).map(({ value, path }) => [value, path])
const article = (more = ''): string => `<article>${H1}${more}${TEXT}</article>`
const jsonLd = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

test('each field says where it was found, and the losers of a conflict are kept', () => {
  const doc = docOf(
    article('<time datetime="2031-05-03T16:00Z">today</time>'),
    `${jsonLd({ '@type': 'NewsArticle', headline: 'Karsk corridor stays open', datePublished: '2031-05-03T14:05:00+02:00', dateModified: '2031-05-03T15:00:00Z', articleSection: ['World', 'Grain'], author: [{ '@type': 'Person', name: 'Ilse Marrow' }], publisher: { name: 'Harbour Post' } })}
    <meta property="article:published_time" content="2031-05-03T14:05:00"><meta property="og:site_name" content="harbour-post.example">`,
  )
  assert.equal(doc.published, '2031-05-03T12:05:00.000Z')
  assert.equal(doc.updated, '2031-05-03T15:00:00.000Z')
  assert.equal(doc.outlet, 'Harbour Post')
  assert.equal(doc.byline, 'Ilse Marrow')
  assert.deepEqual(fieldsOf(doc, 'published'), [
    ['2031-05-03T14:05:00+02:00', 'JSON-LD datePublished'],
    ['2031-05-03T14:05:00', 'meta[property="article:published_time"]'],
    ['2031-05-03T16:00Z', 'time[datetime]'],
  ])
  assert.deepEqual(
    doc.fields.filter(({ name }) => name === 'published').map(({ zone }) => zone),
    ['+02:00', 'none', 'Z'],
  )
  assert.deepEqual(fieldsOf(doc, 'outlet'), [
    ['Harbour Post', 'JSON-LD publisher'],
    ['harbour-post.example', 'meta[property="og:site_name"]'],
  ])
  assert.deepEqual(fieldsOf(doc, 'section'), [['World', 'JSON-LD articleSection']])
})

test('a day gives way to a time on it, a clock without zone to the same clock with one', () => {
  const published = (first: string, second: string): string | undefined =>
    docOf(
      article(),
      `${jsonLd({ '@type': 'NewsArticle', datePublished: first })}<meta property="article:published_time" content="${second}">`,
    ).published
  assert.equal(published('2031-05-03', '2031-05-03T23:30:00-04:00'), '2031-05-04T03:30:00.000Z')
  assert.equal(published('2031-05-03T14:05:00', '2031-05-03T14:05:12+02:00'), '2031-05-03T12:05:12.000Z')
  assert.equal(published('2031-05-03', '2031-05-04T09:00:00Z'), '2031-05-03T00:00:00.000Z')
  assert.equal(published('2031-05-03T14:05:00Z', '2031-05-03T14:05:00+02:00'), '2031-05-03T14:05:00.000Z')
})

test('times in microdata, RDFa and in words beside the title', () => {
  const dated: readonly (readonly [string, string, string])[] = [
    [
      '<span itemprop="datePublished" content="2031-05-03T14:05Z">x</span>',
      '2031-05-03T14:05:00.000Z',
      '[itemprop="datePublished"]',
    ],
    [
      '<span property="schema:datePublished" content="2031-05-03">x</span>',
      '2031-05-03T00:00:00.000Z',
      '[property="schema:datePublished"]',
    ],
    ['<p>Published 3 May 2031 14:05 BST</p>', '2031-05-03T13:05:00.000Z', 'text "Published"'],
    ['<p>Published 3 May 2031 14:05 BST | Last updated 4 May 2031</p>', '2031-05-03T13:05:00.000Z', 'text "Published"'],
    ['<p>By Ilse Marrow on Monday, May 3rd, 2031 at 2:05 p.m.</p>', '2031-05-03T14:05:00.000Z', 'byline line'],
    ['<div class="entry-date">May 3, 2031</div>', '2031-05-03T00:00:00.000Z', '.entry-date'],
  ]
  for (const [markup, instant, path] of dated) {
    const doc = docOf(article(markup))
    assert.deepEqual([doc.published, fieldsOf(doc, 'published')[0]?.[1]], [instant, path], markup)
  }
  for (const none of [
    '<p>3 May 2031</p>',
    '<aside><p>Published 3 May 2031</p></aside>',
    '<li class="related"><time datetime="2031-05-03">x</time></li>',
  ])
    assert.equal(docOf(article(none)).published, undefined, none)
})

test('an update before the printing is no update', () => {
  const doc = docOf(
    article(),
    '<meta property="article:published_time" content="2031-05-03"><meta property="article:modified_time" content="2031-05-01">',
  )
  assert.equal(doc.updated, undefined)
  assert.equal(fieldsOf(doc, 'updated').length, 1)
})

test('the canonical address counts only where it is of the site that was asked, and no home page', () => {
  const url = 'https://amp.harbour-post.example/karsk'
  const canonical = (href: string): string | undefined =>
    docOf(article(), `<link rel="canonical" href="${href}">`, { url }).url
  assert.equal(canonical('https://www.harbour-post.example/karsk'), 'https://www.harbour-post.example/karsk')
  assert.equal(canonical('/karsk-talks'), 'https://amp.harbour-post.example/karsk-talks')
  assert.equal(canonical('https://elsewhere.example/karsk'), url)
  assert.equal(canonical('https://www.harbour-post.example/'), url)
  const stated = docOf(article(), '<meta property="og:url" content="https://www.harbour-post.example/a">', { url })
  assert.equal(stated.url, 'https://www.harbour-post.example/a')
})

test('a page that a browser saved says where it came from', () => {
  const saved = '<!-- saved from url=(0038)https://www.harbour-post.example/karsk -->'
  const bytes = new TextEncoder().encode(`<!DOCTYPE html>\n${saved}\n<html><body>${article()}</body></html>`)
  const doc = extract({ bytes, mediaType: 'text/html', capture: asId('c1') })
  assert.equal(doc.url, 'https://www.harbour-post.example/karsk')
  assert.deepEqual(fieldsOf(doc, 'url'), [['https://www.harbour-post.example/karsk', 'comment "saved from url"']])
})

test('an agency is a source: as organisation, as author, as a publisher beside the outlet', () => {
  const thing = { '@type': 'NewsArticle', publisher: { name: 'Harbour Post' } }
  const sources = (more: object, head = ''): [string, string][] =>
    fieldsOf(docOf(article(), jsonLd({ ...thing, ...more }) + head), 'source')
  assert.deepEqual(sources({ sourceOrganization: { name: 'Meridian News Agency' } }), [
    ['Meridian News Agency', 'JSON-LD sourceOrganization'],
  ])
  assert.deepEqual(sources({ author: { '@type': 'Organization', name: 'Meridian News Agency' } }), [
    ['Meridian News Agency', 'JSON-LD author'],
  ])
  assert.deepEqual(sources({ sourceOrganization: { name: 'The Harbour Post' } }), [])
  const doc = docOf(
    article(),
    `${jsonLd({ ...thing, publisher: { name: 'Associated Press' } })}<meta property="og:site_name" content="Harbour Post">`,
  )
  assert.equal(doc.outlet, 'Harbour Post')
  assert.deepEqual(fieldsOf(doc, 'source'), [['Associated Press', 'JSON-LD publisher']])
})

test('what the feed said fills what the page leaves open; its source is kept in any case', () => {
  const told: Told = {
    item: 'tag:1',
    title: 'From the feed',
    published: 'Sat, 03 May 2031 14:05:00 GMT',
    authors: ['Jon Holt', 'Meridian News Agency'],
    source: { title: 'Meridian', url: 'https://meridian.example/rss' },
  }
  const bare = docOf(`<div>${TEXT}</div>`, '', { told })
  assert.deepEqual([bare.title, bare.published, bare.byline], ['From the feed', '2031-05-03T14:05:00.000Z', 'Jon Holt'])
  assert.deepEqual(fieldsOf(bare, 'source'), [
    ['Meridian News Agency', 'feed'],
    ['Meridian', 'feed source'],
  ])
  const full = docOf(
    article('<p class="byline">By Ilse Marrow</p>'),
    '<meta property="article:published_time" content="2031-05-01">',
    { told },
  )
  assert.deepEqual(
    [full.title, full.published, full.byline],
    ['Karsk corridor stays open', '2031-05-01T00:00:00.000Z', 'Ilse Marrow'],
  )
  assert.deepEqual(
    fieldsOf(
      docOf(article(), '', { told: { item: '1', source: { url: 'https://www.meridian.example/rss' } } }),
      'source',
    ),
    [['meridian.example', 'feed source']],
  )
})

test('an outlet is named without what it calls itself besides', () => {
  const doc = docOf(article(), '<meta property="og:site_name" content="Harbour Post | News, grain, guns">')
  assert.equal(doc.outlet, 'Harbour Post')
})

test('the name of the site is not taken for the title', () => {
  const head =
    '<meta property="og:site_name" content="Harbour Post"><title>Karsk corridor stays open - Harbour Post</title>'
  assert.equal(
    docOf(`<h1>Harbour Post</h1><h2>Karsk corridor stays open</h2>${TEXT}`, head).title,
    'Karsk corridor stays open',
  )
})

test('a field of a million letters is none, and a page that names ten thousand authors names few', () => {
  const long = 'x'.repeat(1_000_000)
  const authors = Array.from({ length: 10_000 }, (_, i) => ({ '@type': 'Person', name: `Orme ${i}` }))
  const doc = docOf(
    `<article>${TEXT}</article>`,
    `<title>${long}</title><meta name="description" content="${long}">${jsonLd({ '@type': 'NewsArticle', headline: long, author: authors })}`,
  )
  assert.ok(JSON.stringify(doc).length < 500_000, `${JSON.stringify(doc).length}`)
  assert.ok((doc.title?.length ?? 0) <= 2000)
})
