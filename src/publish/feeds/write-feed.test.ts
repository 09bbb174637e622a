// What a feed carries is words in all three forms: RSS readers take titles and descriptions for HTML, the others do not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeed } from '@rowanmanning/feed-parser'
import { parseFeed as parseBare } from 'feedsmith'
import type { Feed } from './feed.ts'
import { writeFeed } from './write-feed.ts'

const BEACON = 'A “<img src="https://evil.example/x.gif">” of Karsk & Sons'
const feed: Feed = {
  id: 'urn:uuid:1',
  title: BEACON,
  about: BEACON,
  page: 'https://desk.example/claim/c1',
  addresses: {
    rss: 'https://desk.example/feed.rss',
    atom: 'https://desk.example/feed.atom',
    json: 'https://desk.example/feed.json',
  },
  updated: '2031-03-04T09:00:00.000Z',
  entries: [
    {
      id: 'urn:uuid:2',
      title: BEACON,
      page: 'https://desk.example/report/offer',
      summary: BEACON,
      updated: '2031-03-04T09:00:00.000Z',
    },
  ],
}

test('words that look like markup are words to whoever reads a feed', () => {
  const rss = writeFeed(feed, 'rss')
  assert.doesNotMatch(rss, /<img/)
  const bare = JSON.stringify(parseBare(rss).feed)
  assert.equal(
    bare.split('A “&lt;img src=').length,
    5,
    'as HTML, in the titles and descriptions of the feed and its entry',
  )
  for (const text of [rss, writeFeed(feed, 'atom')]) {
    const { title, description, items } = parseFeed(text)
    const [entry] = items
    assert.deepEqual(
      [title, description, entry?.title, entry?.description],
      Array.from({ length: 4 }, () => BEACON),
    )
  }
  const { title, items } = JSON.parse(writeFeed(feed, 'json'))
  assert.deepEqual([title, items[0].title, items[0].content_text], [BEACON, BEACON, BEACON])
})
