import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFeeds, findSitemaps, listCustomaryFeeds } from './find-feeds.ts'

const PAGE = 'https://meridian.example/world/talks.html'

test('the feeds that a page names come first, resolved, each once', () => {
  const html = `<!doctype html><head><base href="https://meridian.example/">
    <link rel="alternate" type="application/rss+xml" title="World &amp; talks" href="world.rss">
    <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="feed://meridian.example/atom.xml">
    <link rel="alternate" type="application/json" href="/api/talks.json">
    <link rel="alternate" type="application/feed+json" href="/feed.json">
    <link rel="alternate stylesheet" type="text/css" href="/rss.css">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="feed" href="javascript:alert(1)">
    </head><body><a href="/world.rss">again</a><a href="/feedback">Feedback</a><a href="/topics/karsk/feed/">Karsk</a>
    <a href="/news.xml">RSS feed</a><a href="/about-rss.html">What is RSS?</a>`
  assert.deepEqual(
    findFeeds(html, PAGE).map(({ url, by }) => `${by} ${url}`),
    [
      'link https://meridian.example/world.rss',
      'link http://meridian.example/atom.xml',
      'link https://meridian.example/feed.json',
      'anchor https://meridian.example/topics/karsk/feed/',
      'anchor https://meridian.example/news.xml',
    ],
  )
  assert.equal(findFeeds(html, PAGE)[0]?.title, 'World & talks')
})

test('broken HTML is read as far as it goes', () => {
  assert.deepEqual(findFeeds('<link rel=alternate type=application/rss+xml href=/r', PAGE), [])
  assert.equal(findFeeds('<p><link rel=alternate type=application/rss+xml href=/r><b', PAGE).length, 1)
  assert.deepEqual(findFeeds('', undefined), [])
})

test('customary addresses begin in the section of the page, and none is twice', () => {
  const urls = listCustomaryFeeds(PAGE).map(({ url }) => url)
  assert.deepEqual(urls.slice(0, 2), ['https://meridian.example/world/feed', 'https://meridian.example/world/rss.xml'])
  for (const path of ['/feed', '/rss.xml', '/atom.xml', '/feed.json', '/sitemap-news.xml', '/news-sitemap.xml']) {
    assert.ok(urls.includes(`https://meridian.example${path}`), path)
  }
  assert.equal(new Set(urls).size, urls.length)
  assert.deepEqual(listCustomaryFeeds('mailto:ilse@meridian.example'), [])
})

test('sitemaps of robots.txt, those of news first', () => {
  const robots =
    '\uFEFFSitemap: https://a.example/sitemap.xml\r\nuser-agent: *\rDisallow: /x\n SITEMAP : /news.xml # today\nSitemap:\n'
  assert.deepEqual(findSitemaps(robots, 'https://a.example/robots.txt'), [
    'https://a.example/news.xml',
    'https://a.example/sitemap.xml',
  ])
})
