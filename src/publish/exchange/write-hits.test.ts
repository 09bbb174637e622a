// What was found as files: nothing in them runs in a spreadsheet, every odd character comes back, and a feed says where it goes on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeed as readOther } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import { asId } from '../../model/id.ts'
import type { ClaimLine, Hit, SaidLine } from '../../model/listing.ts'
import { serverLinks as links } from '../links.ts'
import { HIT_FIELDS } from './hit-record.ts'
import { writeCsvLine } from './write-csv.ts'
import { headOf, writeHits } from './write-hits.ts'
import { writeSearchFeed } from './write-search-feed.ts'

const context = { names: new Map([['e1', 'Ilse "Kestrel" Marrow']]), links, origin: 'https://desk.example' }

function saidHit(words: string): Hit {
  const said: SaidLine = {
    doc: asId<'doc'>('d1'),
    name: 'a/b',
    attribution: asId<'attribution'>('d1.3'),
    who: [asId<'entity'>('e1')],
    source: 'the envoy',
    kind: 'official',
    act: 'denies',
    form: 'direct',
    published: '2031-03-04T00:00:00.000Z',
    confidence: 0.815,
    words,
    start: 12,
    end: 40,
    claims: [asId<'claim'>('c1'), asId<'claim'>('c2')],
  }
  return { in: 'said', said, excerpt: { text: words, marks: [], at: 0, isCut: false } }
}

const claim: ClaimLine = {
  claim: asId<'claim'>('c1'),
  wording: '=cmd|’ /C calc’!A0',
  standing: 'contested',
  reports: 3,
  atLeast: 1,
  atMost: 2,
  unknown: 0,
  denied: 1,
  declined: 0,
  confirmed: 0,
  altered: 0,
}
const claimHit: Hit = { in: 'claims', claim, excerpt: { text: '', marks: [], at: 0, isCut: false } }

test('a cell that a spreadsheet would run begins with an apostrophe', () => {
  for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    assert.match(writeCsvLine([`${begin}SUM(A1)`]), /^"?'/, JSON.stringify(begin))
  }
  assert.equal(writeCsvLine(['a=b', -3, undefined, '']), 'a=b,-3,,\r\n')
  assert.equal(writeCsvLine(['a "b"', 'c,d', 'e\nf', ' g']), '"a ""b""","c,d","e\nf"," g"\r\n')
})

test('records are numbered on from those before, under the head of their place', () => {
  assert.equal(headOf('csv', 'claims').trim(), HIT_FIELDS.claims.join(','))
  assert.equal(headOf('jsonl', 'claims'), '')
  const csv = writeHits('csv', [claimHit, claimHit], 5, context)
  assert.match(csv, /^6,'=cmd\|’ \/C calc’!A0,contested,[^\r]*,https:\/\/desk.example\/claim\/c1\r\n7,/)
  const [line = '', ...rest] = writeHits('jsonl', [saidHit('‮=1\u2028\0💥')], 0, context)
    .trimEnd()
    .split('\n')
  assert.deepEqual(rest, [])
  const { number, who, words, claims, page } = JSON.parse(line)
  assert.deepEqual([number, who, words, claims], [1, 'Ilse "Kestrel" Marrow', '‮=1\u2028\0💥', 'c1; c2'])
  assert.equal(page, 'https://desk.example/report/a~2fb?at=12-40#c12-40')
})

test('each record has the fields that its head names, and no others', () => {
  for (const hit of [claimHit, saidHit('x')]) {
    const record = JSON.parse(writeHits('jsonl', [hit], 0, context))
    for (const name of Object.keys(record)) assert.ok(HIT_FIELDS[hit.in].includes(name), name)
  }
})

test('a feed is XML whatever was found or asked for: some characters are none of it', () => {
  const page = { title: '\uffff', page: 'https://desk.example/', self: 'https://desk.example/search.rss' }
  const text = writeSearchFeed({ ...page, hits: [saidHit('a\ufffe\u0000\u000b\uffffb')] }, context)
  assert.doesNotMatch(text, /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u)
})

test('a feed is read by others, names the page after it, and carries words as words, which no reader takes for markup', () => {
  const text = writeSearchFeed(
    {
      title: 'dam · Search',
      page: 'https://desk.example/search?words=dam',
      self: 'https://desk.example/search.rss?words=dam',
      next: 'https://desk.example/search.rss?words=dam&after=x',
      hits: [saidHit('<script>alert(1)</script> ]]> & \u0001'), claimHit],
    },
    context,
  )
  const { format, feed } = parseFeed(text)
  assert.equal(format, 'rss')
  assert.doesNotMatch(text, /<script/)
  assert.match(text, /rel="next"/)
  assert.equal(feed.items?.length, 2)
  const [item] = readOther(text).items
  assert.match(item?.description ?? '', /^<script>alert\(1\)<\/script> \]\]> & \ufffd \(/)
  assert.match(JSON.stringify(feed.items), /&lt;script&gt;alert\(1\)&lt;\/script&gt; \]\]&gt; &amp; /)
})
