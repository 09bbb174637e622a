// A megabyte of each thing that makes parsers slow, in processor time, so that a busy machine fails nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFeeds } from './find-feeds.ts'
import { parseFeed } from './parse-feed.ts'
import { parseOpml } from './parse-opml.ts'

const MB = 1_000_000
const LIMIT = 1000 // milliseconds of processor

const fill = (piece: string): string => piece.repeat(Math.ceil(MB / piece.length))
const inItem = (words: string): string =>
  `<rss><channel><item><guid>1</guid><description><![CDATA[${words}]]></description></item>`

const FEEDS: Readonly<Record<string, string>> = {
  deep: `<rss>${fill('<a>')}`,
  'deep in an item': `<rss><channel><item>${fill('<a b="c">')}`,
  'side by side': `<rss><channel><item>${fill('<a/>')}</item>`,
  'never opened': `<rss><channel>${'<a>'.repeat(150)}${fill('</b>')}`,
  comments: `<rss>${fill('<!--')}`,
  brackets: `<rss><channel><title>${fill('<')}`,
  ampersands: `<rss><channel><title>${fill('&')}`,
  references: `<rss><channel><title>${fill('&amp;')}</title>`,
  attributes: `<rss><channel ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}>`,
  namespaces: `<rss>${Array.from({ length: 150 }, (_, n) => `<a ${Array.from({ length: 400 }, (_, m) => `xmlns:p${n}x${m}="u"`).join(' ')}>`).join('')}`,
  entities: `<!DOCTYPE rss [${fill('<!ENTITY a "&b;&b;&b;">')}]><rss/>`,
  blanks: `${fill(' ')}<rss><channel><item><pubDate>4 Mar${fill(' ')}2031</pubDate></item></channel></rss>`,
  'HTML, deep': inItem(fill('<div>')),
  'HTML, unclosed': inItem(fill('<tr><li><p>')),
  'HTML, brackets': inItem(fill('<')),
  'HTML, attributes': inItem(fill('<a href=" javascript:x" onclick=y>')),
  'HTML, one long tag': inItem(`<a ${fill('x ')}`),
  people: `<rss><channel><item><author>${fill('a@')}</author></item>`,
  dates: `<rss><channel><item><pubDate>${fill('1 ')}</pubDate></item>`,
  json: `{"version":"https://jsonfeed.org/version/1","items":${fill('[')}`,
}

const PAGES: Readonly<Record<string, string>> = {
  deep: fill('<div>'),
  anchors: fill('<a href=/rss>'),
  links: fill('<link rel=alternate type=application/rss+xml href=/a>'),
}

const LISTS: Readonly<Record<string, string>> = {
  deep: `<opml><body>${fill('<outline>')}`,
  'deep in others': `<opml><body>${fill('<a>')}`,
  'without addresses': `<opml><body>${fill('<outline text="a"/>\n')}`,
}

function tryAll(texts: Readonly<Record<string, string>>, run: (text: string) => void): void {
  for (const [name, text] of Object.entries(texts)) {
    const before = process.cpuUsage()
    run(text)
    const ms = process.cpuUsage(before).user / 1000
    assert.ok(ms < LIMIT, `${name}: ${ms.toFixed(0)} ms`)
  }
}

test('no megabyte of a feed takes a second', () => {
  tryAll(FEEDS, (text) => parseFeed(new TextEncoder().encode(text), { url: 'https://meridian.example/rss' }))
})

test('nor does one of a page or of a list', () => {
  tryAll(PAGES, (text) => findFeeds(text, 'https://meridian.example/'))
  tryAll(LISTS, parseOpml)
})
