import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FEED_CAPS } from './feed-caps.ts'
import { parseFeed } from './parse-feed.ts'
import { plainOf } from './plain-of.ts'

const URL = 'https://meridian.example/talks.rss'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (text: string, caps = FEED_CAPS): ReturnType<typeof parseFeed> =>
  parseFeed(bytesOf(text), { url: URL }, caps)

test('an item keeps whose it is, its dates as given and as instants, and its addresses resolved', () => {
  const feed = parse(`<rss version="2.0"><channel><title>Talks</title><language>en_GB</language>
    <item><title>Karsk &quot;never&quot; asked &amp; went</title><link>/talks/1?a=1&b=2</link><guid isPermaLink="false">t1</guid>
    <pubDate>Tue, 04 Mar 2031 09:30 EST</pubDate><author>ilse@meridian.example (Ilse Marrow)</author>
    <source url="https://post.example/rss">Askevar Post</source>
    <enclosure url="/a.mp3" type="audio/mpeg" length="12"/><category domain="land">Karsk</category>
    <description>&lt;p onclick="x()">Read &lt;a href="/more">on&lt;/a>&lt;script>x()&lt;/script>&lt;/p></description></item></channel></rss>`)
  const [item] = feed?.items ?? []
  assert.equal(feed?.language, 'en-GB')
  assert.equal(item?.id, 't1')
  assert.equal(item?.title?.value, 'Karsk "never" asked & went')
  assert.equal(item?.link, 'https://meridian.example/talks/1?a=1&b=2')
  assert.deepEqual(item?.published, { given: 'Tue, 04 Mar 2031 09:30 EST', at: '2031-03-04T14:30:00.000Z' })
  assert.deepEqual(item?.authors, [{ name: 'Ilse Marrow', email: 'ilse@meridian.example' }])
  assert.equal(item?.source?.title?.value, 'Askevar Post')
  assert.equal(item?.source?.link, 'https://post.example/rss')
  assert.deepEqual(item?.enclosures, [{ url: 'https://meridian.example/a.mp3', type: 'audio/mpeg', length: '12' }])
  assert.deepEqual(item?.categories, [{ term: 'Karsk', scheme: 'land' }])
  assert.equal(item?.summary?.value, '<p>Read <a href="https://meridian.example/more">on</a></p>')
  assert.deepEqual(item?.lacks, [])
})

test('an item without id or date gets the same id each time, and it is said what it lacks', () => {
  const text =
    '<rss><channel><item><title>A</title><link>/1</link></item><item><title>B</title><link>/1</link></item></channel></rss>'
  const [first, second] = parse(text)?.items ?? []
  assert.deepEqual(first?.lacks, ['id', 'date'])
  assert.equal(first?.id, parse(text)?.items[0]?.id)
  assert.notEqual(first?.id, second?.id)
})

test('a feed that breaks off anywhere gives the items that are whole', () => {
  const item = (n: number): string => `<item><title>Talks ${n}</title><guid>${n}</guid><link>/t/${n}</link></item>`
  const whole = `<?xml version="1.0"?><rss><channel><title>Talks</title>${item(1)}${item(2)}${item(3)}</channel></rss>`
  for (let length = 0; length < whole.length; length++) {
    const items = parse(whole.slice(0, length))?.items ?? []
    const closed = whole.slice(0, length).split('</item>').length - 1
    assert.deepEqual(
      items.map(({ id }) => id),
      ['1', '2', '3'].slice(0, closed),
      `cut at ${length}`,
    )
    for (const { title, id } of items) assert.equal(title?.value, `Talks ${id}`)
  }
})

test('what a document declares is never expanded, and HTML names are', () => {
  const bomb = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n} "${`&e${n - 1};`.repeat(10)}">`).join('')
  const feed =
    parse(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e "words"><!ENTITY file SYSTEM "file:///etc/passwd">${bomb}]>
    <rss><channel><title>&e; &file; &e19; caf&eacute; &#x41;</title></channel></rss>`)
  assert.equal(feed?.title?.value, '&e; &file; &e19; café A')
})

test('caps are kept and told: items, depth, bytes', () => {
  const many = `<rss><channel>${'<item><guid>1</guid></item>'.repeat(30)}</channel></rss>`
  const few = parse(many, { ...FEED_CAPS, items: 10 })
  assert.equal(few?.items.length, 10)
  assert.match(few?.notes.join() ?? '', /more than 10 items/)
  const deep = parse(`<rss><channel><item><guid>1</guid></item>${'<div>'.repeat(100_000)}`)
  assert.equal(deep?.items.length, 1)
  assert.match(deep?.notes.join() ?? '', /deep/)
  const large = parse(many, { ...FEED_CAPS, bytes: 100 })
  assert.ok((large?.items.length ?? 0) > 0)
  assert.match(large?.notes.join() ?? '', /larger than 100 bytes/)
})

test('news sitemaps name the publication, sitemap indexes lead on', () => {
  const feed =
    parse(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://meridian.example/t/1</loc><n:news><n:publication><n:name>Meridian</n:name><n:language>en</n:language></n:publication>
    <n:publication_date>2031-03-04T09:30+02:00</n:publication_date><n:title>Talks &amp; terms</n:title></n:news></url><url><lastmod>2031</lastmod></url></urlset>`)
  assert.equal(feed?.kind, 'sitemap')
  assert.equal(feed?.items.length, 1)
  assert.equal(feed?.items[0]?.title?.value, 'Talks & terms')
  assert.equal(feed?.items[0]?.source?.title?.value, 'Meridian')
  assert.equal(feed?.items[0]?.published?.at, '2031-03-04T07:30:00.000Z')
  const index = parse(
    '<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2031-03-04</lastmod></sitemap></sitemapindex>',
  )
  assert.equal(index?.kind, 'sitemap index')
  assert.equal(index?.items[0]?.link, 'https://meridian.example/news.xml')
})

test('JSON Feed', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Talks',
      home_page_url: '/',
      language: 'en',
      items: [
        {
          id: 7,
          url: '/t/7',
          content_html: '<p onclick="x">No</p>',
          date_published: '2031-03-04T09:30:00-05:00',
          authors: [{ name: 'Ilse Marrow' }],
        },
        'no item',
        { title: 5, attachments: [{ url: 'javascript:x' }] },
      ],
    }),
  )
  assert.equal(feed?.kind, 'json')
  assert.equal(feed?.link, 'https://meridian.example/')
  assert.deepEqual(
    feed?.items.map(({ id }) => id.length),
    [1, 20],
  )
  assert.equal(feed?.items[0]?.content[0]?.value, '<p>No</p>')
  assert.deepEqual(feed?.items[0]?.authors, [{ name: 'Ilse Marrow' }])
  assert.deepEqual(feed?.notes, ['of the items 1 are no objects and were left out'])
  assert.equal(parse('{"items": []}'), undefined)
  assert.equal(parse('{"version": "https://jsonfeed.org/version/1", "items": ['), undefined)
})

test('what stands before a feed is passed over, and what is no feed is none', () => {
  assert.equal(parse('<br />\n<b>Warning</b>: x <rss><channel><title>T</title></channel></rss>')?.title?.value, 'T')
  for (const text of [
    '',
    'words',
    '<html><body><item>x</item></body></html>',
    '<opml><body/></opml>',
    '\0\0\0\0',
    '<',
    '<!DOCTYPE rss [',
  ])
    assert.equal(parse(text), undefined, text)
})

test('in Atom the source of an item is a feed of its own, and relative bases are followed', () => {
  const feed =
    parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/" xml:lang="en"><entry xml:base="b/"><id>x:1</id>
    <title type="html">A &amp;lt; B</title><link href="c.html"/><updated>2031-03-04T09:30:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">To <a href="d">d</a><script>x()</script></div></content>
    <source><id>y:2</id><title>Post</title><link href="https://post.example/"/></source></entry></feed>`)
  const [item] = feed?.items ?? []
  assert.equal(item?.link, 'https://meridian.example/a/b/c.html')
  assert.equal(item?.title?.value, 'A &lt; B')
  assert.equal(item?.content[0]?.value, 'To <a href="https://meridian.example/a/b/d">d</a>')
  assert.equal(item?.source?.title?.value, 'Post')
  assert.equal(item?.language, 'en')
})

test('words without markup keep apart what stood in blocks of its own', () => {
  const feed = parse(
    '<rss><channel><item><title>2 &gt; 1</title><description>&lt;p>A &amp;amp; &lt;b>b&lt;/b>&lt;/p>&lt;p>c&lt;/p></description></item></channel></rss>',
  )
  const [item] = feed?.items ?? []
  assert.equal(item?.title && plainOf(item.title), '2 > 1')
  assert.equal(item?.summary && plainOf(item.summary), 'A & b c')
})

const PIECES = [
  ...[
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '</entry>',
  ],
  ...[
    '<constructor:item>',
    '<__proto__>',
    '<toString/>',
    '<constructor>',
    ' xmlns:__proto__="x"',
    '<rdf:RDF>',
    '<link href="',
    '"/>',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '&amp',
    '&constructor;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml ',
    '?>',
    '<!DOCTYPE x [',
    ']>',
    '<content type="xhtml">',
    '<div>',
    '</div>',
  ],
  ...[
    '<source>',
    '<pubDate>',
    '31 Feb',
    '<updated>',
    '2031-99',
    '<author>',
    '@',
    'x',
    '\u0085',
    '\uD800',
    '{"version":"https://jsonfeed.org/version/1",',
    '"items":[{}]}',
  ],
]

test('no pieces in any order make it throw', () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 })
  fc.assert(
    fc.property(pieces, (parts) => {
      const feed = parse(parts.join(''))
      for (const item of feed?.items ?? []) assert.ok(item.id.length > 0)
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      parseFeed(bytes, { contentType: 'text/xml; charset=utf-16' })
    }),
    { numRuns: 300 },
  )
})

test('UTF-8 is read as such though transport and declaration both say otherwise; a charset of one byte where they are right', () => {
  const feed = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>Zoë’s ferry</title></channel></rss>`
  const title = (bytes: Uint8Array, contentType: string) => parseFeed(bytes, { contentType })?.title?.value
  assert.equal(title(Buffer.from(feed('windows-1251')), 'text/xml; charset=iso-8859-1'), 'Zoë’s ferry')
  assert.equal(title(Buffer.from(feed('koi8-r')), 'text/xml'), 'Zoë’s ferry')
  const western = Buffer.from(feed('windows-1252').replace('’', '\u0092'), 'latin1')
  assert.equal(title(western, 'text/xml; charset=utf-8'), 'Zoë’s ferry')
  const gb = Buffer.from([0xd1, 0xc5, 0xd0, 0xc7]) // two signs of GB 2312
  const [before = '', after = ''] = feed('gb2312').split('Zoë’s ferry')
  assert.equal(title(Buffer.concat([Buffer.from(before), gb, Buffer.from(after)]), 'text/xml'), '雅星')
})
