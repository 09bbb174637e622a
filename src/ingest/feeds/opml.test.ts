import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normaliseFeedAddress } from './normalise-feed-address.ts'
import { parseOpml } from './parse-opml.ts'
import { writeOpml } from './write-opml.ts'

const LIST = `<?xml version="1.0"?>
<opml version="1.0"><head><title>Karsk &amp; Veldania</title></head><body>
<outline text="Agencies">
  <outline text="Meridian &quot;world&quot;" type="rss" xmlUrl="https://meridian.example/rss" htmlUrl="https://meridian.example/"/>
  <outline title="Coast"><outline text="Port Sabel Times" xmlurl="https://www.sabel.example/feed/"/></outline>
</outline>
<outline text="Askevar Post" type="rss" xmlUrl="feed://post.example/atom.xml" language="unknown"/>
</body></opml>`

test('folders are a path of names, and names of attributes are read in any case', () => {
  const { title, feeds, faults } = parseOpml(LIST)
  assert.equal(title, 'Karsk & Veldania')
  assert.deepEqual(faults, [])
  assert.deepEqual(feeds, [
    {
      url: 'https://meridian.example/rss',
      title: 'Meridian "world"',
      page: 'https://meridian.example/',
      folders: ['Agencies'],
    },
    { url: 'https://www.sabel.example/feed/', title: 'Port Sabel Times', folders: ['Agencies', 'Coast'] },
    { url: 'http://post.example/atom.xml', title: 'Askevar Post', folders: [] },
  ])
})

test('faults are told with their lines, and what can be read is', () => {
  const broken = `<opml><body>
<outline text="No address" type="rss"/>
<outline text="Script" xmlUrl="javascript:alert(1)"/>
<outline text="A & B" xmlUrl="https://a.example/rss?x=1&y=2"/>
<outline text="again" xmlUrl="http://www.a.example/rss/?x=1&amp;y=2"/>
<outline text="Empty folder"></outline>
<outline text="Open folder"><outline text="C" xmlUrl="https://c.example/rss"/>
`
  const { feeds, faults } = parseOpml(broken)
  assert.deepEqual(
    feeds.map(({ url }) => url),
    ['https://a.example/rss?x=1&y=2', 'https://c.example/rss'],
  )
  assert.equal(feeds[0]?.title, 'A & B')
  assert.deepEqual(feeds[1]?.folders, ['Open folder'])
  const told = faults.map(({ line, message }) => `line ${line}: ${message}`)
  assert.match(told[0] ?? '', /^line 2: the feed “No address” has no address/)
  assert.match(told[1] ?? '', /^line 3: .*javascript/)
  assert.match(told[2] ?? '', /^line 5: .*already/)
  assert.match(told[3] ?? '', /^line 6: .*nothing in it/)
  assert.match(told[4] ?? '', /^line 7: .*never closed/)
  assert.match(told[5] ?? '', /^line 8: .*breaks off/)
  assert.equal(told.length, 6)
  assert.match(parseOpml('<rss/>').faults[0]?.message ?? '', /no list of feeds/)
})

test('addresses of one feed are the same whatever does not count', () => {
  const same = [
    'https://a.example/rss',
    'http://A.example/rss/',
    'https://www.a.example:443/rss#x',
    'http://a.example:80/rss',
  ]
  assert.equal(new Set(same.map(normaliseFeedAddress)).size, 1)
  assert.notEqual(normaliseFeedAddress('https://a.example/rss?x=1'), normaliseFeedAddress('https://a.example/rss'))
})

test('what is written reads back as it was, whatever the names', () => {
  const word = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .map((words) => `n${words.replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, '')}n`)
  const listed = fc.record({ title: word, folders: fc.array(word, { maxLength: 3 }) })
  fc.assert(
    fc.property(fc.array(listed, { maxLength: 6 }), word, (lists, title) => {
      const feeds = lists.map((list, at) => ({ ...list, url: `https://a.example/${at}` }))
      const read = parseOpml(writeOpml(title, feeds))
      assert.deepEqual(read.faults, [])
      assert.equal(read.title, title)
      const byUrl = (list: readonly { readonly url: string }[]): unknown[] =>
        list.toSorted((a, b) => (a.url < b.url ? -1 : 1))
      assert.deepEqual(byUrl(read.feeds), byUrl(feeds))
    }),
    { numRuns: 200 },
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '>', 'outline', ' xmlUrl="', '"', '&', '/', 'opml', ' ', '<!--', ']]>', '\n')),
      (parts) => {
        assert.ok(Array.isArray(parseOpml(parts.join('')).feeds))
      },
    ),
    { numRuns: 300 },
  )
})
