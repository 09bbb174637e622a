import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { listCaptures } from '../archive/captures.ts'
import { listPayloads } from '../archive/payload.ts'
import { httpAnswer, page, warcFile, warcRecord } from '../ingest/archives/warc-text.contract.ts'
import type { Capture } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'
import { derive } from './derive.ts'
import type { Desk } from './desk.ts'
import { exportWarc } from './export-warc.ts'
import { keepFetched, PAPER, PAPER_BYTES, PAPER_TEXT } from './fetched.contract.ts'
import { openDesk } from './open-desk.ts'
import { readFiles } from './read-files.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { type Acknowledged, type HandedIn, takeIn } from './take-in.ts'
import { zipFile } from './zip-file.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-warc-in-'))
after(() => rmSync(root, { recursive: true, force: true }))

const NOW = '2031-06-01T12:00:00.000Z'

function newDesk(): Promise<Desk> {
  return openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn(), now: () => NOW })
}

function fileOf(name: string, bytes: Buffer): string {
  const path = join(mkdtempSync(join(root, 'in-')), name)
  writeFileSync(path, bytes)
  return path
}

interface Added {
  readonly captures: readonly Capture[]
  readonly kept: readonly Acknowledged[]
  readonly said: readonly string[] // refusals, faults and what was passed over
}

/** Takes the files in as the command does. */
async function add(desk: Desk, ...paths: readonly string[]): Promise<Added> {
  const said: string[] = []
  const kept: Acknowledged[] = []
  const plain = (text: string): string => text.replaceAll(root, '').replace(/\/in-\w+\//g, '')
  async function* reports(): AsyncGenerator<HandedIn> {
    for await (const one of readFiles(paths)) {
      if (one.kind === 'report') {
        said.push(...(one.faults ?? []))
        yield one
      } else said.push(plain(one.kind === 'refused' ? one.error.message : `${one.where}: ${one.reason}`))
    }
  }
  await takeIn(desk, reports(), (one) => kept.push(one))
  const captures = (await listCaptures(desk.store, 0, 1000)).map(({ capture }) => capture)
  return { captures, kept, said }
}

const OFFER = 'https://meridian.example/2031/offer.html'
const REQUEST = 'GET /2031/offer.html HTTP/1.1\r\nHost: meridian.example\r\nAccept: */*\r\n\r\n'

test('an answer becomes a capture with its hop, request, date, address and record, dated by us when it came in', async () => {
  const desk = await newDesk()
  const answer = warcRecord({
    type: 'response',
    target: OFFER,
    fields: ['WARC-IP-Address: 203.0.113.9'],
    block: httpAnswer(page('Karsk signs'), [
      'Content-Type: text/html; charset=utf-8',
      'Set-Cookie: a',
      'Set-Cookie: b',
    ]),
  })
  const request = warcRecord({
    type: 'request',
    target: OFFER,
    fields: ['WARC-Concurrent-To: <urn:test:response>'],
    block: REQUEST,
  })
  const [plainRequest, naming] = [
    warcRecord({ type: 'request', target: OFFER, block: REQUEST }),
    Buffer.from(answer.toString().replace('WARC-IP', 'WARC-Concurrent-To: <urn:test:request>\r\nWARC-IP')),
  ]
  for (const records of [
    [answer, request],
    [request, answer],
    [plainRequest, naming],
  ]) {
    const { captures, kept, said } = await add(desk, fileOf('week.warc.gz', warcFile(records, true)))
    assert.deepEqual(said, [])
    assert.equal(kept[0]?.name, 'offer')
    const [{ id, ...capture } = assert.fail()] = captures
    assert.deepEqual(capture, {
      at: NOW,
      asked: OFFER,
      hops: [
        {
          url: OFFER,
          status: 200,
          headers: [
            ['Content-Type', 'text/html; charset=utf-8'],
            ['Set-Cookie', 'a'],
            ['Set-Cookie', 'b'],
          ],
          address: '203.0.113.9',
          at: '2031-03-04T09:00:00.000Z',
        },
      ],
      outcome: { kind: 'answered', payload: digestOf(page('Karsk signs')) },
      given: { name: 'offer', mediaType: 'text/html', url: OFFER },
      sent: [
        ['Host', 'meridian.example'],
        ['Accept', '*/*'],
      ],
      from: { file: 'week.warc.gz', record: 'urn:test:response' },
      archived: '2031-03-04T09:00:00.000Z',
    })
  }
  await desk.close()
})

test('redirects are the hops before the answer that they led to, and the request is that of the first', async () => {
  const desk = await newDesk()
  const moved = (id: string, target: string, to: string): Buffer =>
    warcRecord({ type: 'response', id, target, block: httpAnswer('', [`Location: ${to}`], '302 Found') })
  const records = [
    moved('r1', 'http://meridian.example/o', '/p'),
    warcRecord({
      type: 'request',
      target: 'http://meridian.example/o',
      fields: ['WARC-Concurrent-To: <urn:test:r1>'],
      block: REQUEST,
    }),
    moved('r2', 'http://meridian.example/p', OFFER),
    moved('r3', 'http://meridian.example/elsewhere', '/nowhere'),
    warcRecord({ type: 'response', target: OFFER, block: httpAnswer(page('Karsk signs')) }),
    warcRecord({
      type: 'response',
      id: 'late',
      date: '2031-03-05T09:00:00Z',
      target: 'http://meridian.example/nowhere',
      block: httpAnswer(page('Hale')),
    }),
  ]
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records)))
  const [first, late] = captures
  assert.deepEqual(
    first?.hops.map(({ url, status }) => `${status} ${url}`),
    ['302 http://meridian.example/o', '302 http://meridian.example/p', `200 ${OFFER}`],
  )
  assert.equal(first.asked, 'http://meridian.example/o')
  assert.equal(first.given?.url, OFFER)
  assert.equal(first.sent?.length, 2)
  assert.equal(late?.hops.length, 1, 'a day later is another visit')
  assert.deepEqual(said, ['a.warc: 3 records passed over: 3 a redirect'])
  await desk.close()
})

test('a body in chunks is joined, a coded one is kept as it came and read decoded', async () => {
  const desk = await newDesk()
  const text = page('Karsk signs the paper')
  const cut = Math.floor(text.length / 2)
  const chunked = [text.slice(0, cut), text.slice(cut), '']
    .map((part) => `${part.length.toString(16)};x=1\r\n${part}\r\n`)
    .join('')
  const html = 'Content-Type: text/html'
  const bodies = [
    httpAnswer(chunked, [html, 'Transfer-Encoding: chunked']),
    httpAnswer(text, [html, 'Transfer-Encoding: chunked', 'X-Claim: it is not']),
    httpAnswer(gzipSync(text), [html, 'Content-Encoding: gzip']),
    httpAnswer(brotliCompressSync(text), [html, 'Content-Encoding: br']),
    httpAnswer(deflateRawSync(text), [html, 'Content-Encoding: deflate']),
  ]
  const records = bodies.map((block, i) =>
    warcRecord({ type: 'response', id: `${i}`, target: `https://a.example/${i}`, block }),
  )
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records)))
  assert.deepEqual(said, [])
  const digests = captures.map(({ outcome }) => ('payload' in outcome ? outcome.payload : ''))
  assert.deepEqual(digests, [text, text, gzipSync(text), brotliCompressSync(text), deflateRawSync(text)].map(digestOf))
  const { read, faults } = await derive(desk)
  assert.deepEqual([read, faults], [5, []])
  await desk.close()
})

test('a body that cannot be decoded, or decodes to gigabytes, is named and the next one taken', async () => {
  const desk = await newDesk()
  const coded = (id: string, body: Uint8Array, coding: string): Buffer =>
    warcRecord({
      type: 'response',
      id,
      target: `https://a.example/${id}`,
      block: httpAnswer(body, ['Content-Type: text/html', `Content-Encoding: ${coding}`]),
    })
  const records = [
    coded('bomb', gzipSync(Buffer.alloc(40_000_000, 'a')), 'gzip'),
    coded('broken', Buffer.from('no gzip'), 'gzip'),
    coded('unknown', Buffer.from('?'), 'sdch'),
    warcRecord({ type: 'response', target: OFFER, block: httpAnswer(page('Karsk signs')) }),
  ]
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records)))
  assert.equal(captures.length, 1)
  assert.match(said[0] ?? '', /^a\.warc: record urn:test:bomb at offset 0: the body decodes to more than/)
  assert.match(said[1] ?? '', /^a\.warc: record urn:test:broken at offset \d+: the gzip coding is broken/)
  assert.match(said[2] ?? '', /^a\.warc: record urn:test:unknown at offset \d+: the content coding "sdch" is not known/)
  await desk.close()
})

test('a revisit has the bytes that it points at: by record, by digest, or by address and date, also in an earlier file', async () => {
  const bytes = page('Karsk signs')
  const label = `WARC-Payload-Digest: sha256:${digestOf(bytes)}`
  const first = warcRecord({ type: 'response', target: OFFER, fields: [label], block: httpAnswer(bytes) })
  const revisit = (id: string, ...fields: readonly string[]): Buffer =>
    warcRecord({
      type: 'revisit',
      id,
      target: OFFER,
      date: '2031-03-08T09:00:00Z',
      fields: ['WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest', ...fields],
      block: id === 'bare' ? '' : httpAnswer('', ['Content-Type: text/html', 'X-Visit: second']),
    })
  const revisits = [
    revisit('by-id', 'WARC-Refers-To: <urn:test:response>'),
    revisit('by-digest', label),
    revisit('bare', `WARC-Refers-To-Target-URI: ${OFFER}`, 'WARC-Refers-To-Date: 2031-03-04T09:00:00Z'),
    revisit('lost', 'WARC-Payload-Digest: sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH'),
  ]
  const notModified = warcRecord({
    type: 'revisit',
    id: 'same',
    target: OFFER,
    fields: ['WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified'],
  })
  for (const isZipped of [false, true]) {
    const desk = await newDesk()
    const one = fileOf('one.warc', warcFile([first], isZipped))
    const two = fileOf('two.warc', warcFile([...revisits, notModified], isZipped))
    const { captures, kept, said } = await add(desk, one, two)
    assert.deepEqual(
      kept.map(({ isNew }) => isNew),
      [true, false, false, false],
    )
    assert.equal(new Set(captures.map(({ outcome }) => ('payload' in outcome ? outcome.payload : ''))).size, 1)
    assert.equal(captures[1]?.archived, '2031-03-08T09:00:00.000Z')
    assert.deepEqual(captures[1].hops[0]?.headers[1], ['X-Visit', 'second'])
    assert.deepEqual(said, [
      'two.warc: 2 records passed over: 1 to point at a payload that is not here, 1 to say that a page had not changed',
    ])
    await desk.close()
  }
})

test('what is no report is counted by what it is, and a report that is broken is named with record and offset', async () => {
  const desk = await newDesk()
  const answer = (id: string, block: Buffer, ...fields: readonly string[]): Buffer =>
    warcRecord({ type: 'response', id, target: `https://a.example/${id}`, fields, block })
  const records = [
    warcRecord({ type: 'warcinfo', block: 'software: x\r\n' }),
    answer('map.png', httpAnswer('x', ['Content-Type: image/png'])),
    answer('plan.png', httpAnswer('x', ['Content-Type: image/png'])),
    answer('robots.txt', httpAnswer('User-agent: *', ['Content-Type: text/plain'])),
    answer('gone', httpAnswer('gone', undefined, '404 Not Found')),
    answer('false', httpAnswer(page('Karsk')), `WARC-Payload-Digest: sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH`),
    answer('empty', httpAnswer('  ')),
    answer('binary', httpAnswer(Buffer.from('%PDF-1.7'))),
    answer('part', httpAnswer(page('Karsk, in part')), 'WARC-Truncated: length'),
    warcRecord({ type: 'conversion', target: 'https://a.example/c', block: 'x' }),
    warcRecord({ type: 'response', target: 'dns:a.example', block: 'x' }),
  ]
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records)))
  assert.deepEqual(
    captures.map(({ given }) => given?.name),
    ['part'],
  )
  assert.deepEqual(
    said.map((line) => line.replace(/offset \d+/, 'offset N')),
    [
      'a.warc: record urn:test:false at offset N: its payload is not that of its digest; the records that are whole are taken',
      'a.warc: record urn:test:empty at offset N: it is empty; the records that are whole are taken',
      'a.warc: record urn:test:binary at offset N: not text: it is a PDF; the records that are whole are taken',
      'the archive has only the beginning of it (length)',
      'a.warc: 6 records passed over: 2 of type image/png, 1 a robots.txt, 1 of status 404, 1 of record type conversion, 1 with an answer that is not of the web',
    ],
  )
  await desk.close()
})

test('a resource of another program is a report under its address, without hops', async () => {
  const desk = await newDesk()
  const records = [
    warcRecord({
      type: 'resource',
      id: 'a',
      target: 'https://a.example/talks.txt',
      fields: ['Content-Type: text/plain'],
      block: 'Karsk signs.',
    }),
    warcRecord({ type: 'resource', id: 'b', target: 'file:///home/orme/Hale.html', block: page('Hale') }),
    warcRecord({
      type: 'resource',
      id: 'log',
      target: 'metadata://gnu.org/software/wget/warc/wget.log',
      fields: ['Content-Type: text/plain'],
      block: 'done',
    }),
  ]
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records)))
  assert.deepEqual(said, ['a.warc: 1 record passed over: 1 without an address'])
  assert.deepEqual(
    captures.map(({ given, hops, outcome }) => [given, hops.length, outcome.kind]),
    [
      [{ name: 'talks', mediaType: 'text/plain', url: 'https://a.example/talks.txt' }, 0, 'handed in'],
      [{ name: 'Hale', mediaType: 'text/html' }, 0, 'handed in'],
    ],
  )
  await desk.close()
})

test('out and in again: every payload, hop, request and word of the hand comes back', async () => {
  const one = await newDesk()
  await keepFetched(one.store)
  await takeIn(
    one,
    handIn(['levy talks', { text: 'levy talks', outlet: 'Karsk Courier', published: '2031-04-05' }]),
    () => {},
  )
  for (const name of ['desk.warc', 'desk.warc.gz']) {
    const path = join(mkdtempSync(join(root, 'in-')), name)
    await exportWarc(one, path, 'Readout/test')
    const two = await newDesk()
    const { captures, said } = await add(two, path)
    assert.deepEqual(said, [
      `${name}: 6 records passed over: 2 a redirect, 2 without a body, 1 to say that a page had not changed, 1 of status 404`,
    ])
    const was = (await listCaptures(one.store, 0, 100)).map(({ capture }) => capture)
    const taken = was.filter(
      ({ outcome, hops }) => 'payload' in outcome && hops.at(-1)?.status !== 404 && !hops.at(-1)?.url.endsWith('/d'),
    )
    const tell = ({ given, outcome, hops, sent }: Capture): unknown => ({
      given,
      outcome,
      sent,
      hops: hops.map(({ url, status, address }) => ({ url, status, address })),
    })
    assert.deepEqual(captures.map(tell), taken.map(tell))
    const lost = [Buffer.from('not here!'), Buffer.alloc(0)].map(digestOf)
    const digests = (await listPayloads(one.store, '', 100)).filter((digest) => !lost.includes(digest))
    assert.deepEqual(await listPayloads(two.store, '', 100), digests)
    assert.ok(digests.includes(digestOf(PAPER_BYTES)))
    const { faults } = await derive(two)
    assert.deepEqual(faults, [])
    await two.close()
  }
  await one.close()
})

test('a PDF comes back as one, answered or handed in; so does MHTML that was handed in', async () => {
  const pdf = Buffer.from('%PDF-1.7\nKarsk signs.')
  const answered = warcFile([
    warcRecord({
      type: 'response',
      target: 'https://a.example/pact.pdf',
      block: httpAnswer(pdf, ['Content-Type: application/pdf']),
    }),
  ])
  const one = await newDesk()
  const mhtml = fileOf('page.mhtml', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nKarsk'))
  const before = await add(one, fileOf('a.warc', answered), fileOf('paper.pdf', Buffer.concat([pdf, pdf])), mhtml)
  assert.deepEqual(before.said, [])
  const path = join(mkdtempSync(join(root, 'in-')), 'desk.warc')
  await exportWarc(one, path, 'Readout/test')
  const two = await newDesk()
  const { captures, said } = await add(two, path)
  assert.deepEqual(said, [])
  assert.deepEqual(
    captures.map(({ given, outcome }) => [given, 'payload' in outcome && outcome.payload]),
    before.captures.map(({ given, outcome }) => [given, 'payload' in outcome && outcome.payload]),
  )
  assert.deepEqual(
    captures.map(({ given }) => given?.mediaType),
    ['application/pdf', 'application/pdf', 'multipart/related'],
  )
  await one.close()
  await two.close()
})

test('a WACZ file is read archive by archive; names lead nowhere, bombs and broken zips are named', async () => {
  const desk = await newDesk()
  const answer = (id: string): Buffer =>
    warcRecord({ type: 'response', id, target: `https://a.example/${id}`, block: httpAnswer(page(id)) })
  const bytes = zipFile([
    { name: 'datapackage.json', bytes: Buffer.from('{}') },
    { name: 'archive/data.warc.gz', bytes: warcFile([answer('one')], true) },
    { name: '../../../etc/two.warc', bytes: warcFile([answer('two')]), isDeflated: true },
    { name: 'archive/bomb.warc', bytes: Buffer.alloc(20_000_000), isDeflated: true },
    { name: 'archive/liar.warc', bytes: warcFile([answer('three')]), isDeflated: true, size: 10 },
    { name: 'pages/pages.jsonl', bytes: Buffer.from('{}') },
  ])
  const { captures, said } = await add(desk, fileOf('week.wacz', bytes))
  assert.deepEqual(
    captures.map(({ from }) => from?.file),
    ['week.wacz!archive/data.warc.gz', 'week.wacz!../../../etc/two.warc'],
  )
  assert.match(said[0] ?? '', /^week\.wacz!archive\/bomb\.warc: it is more than 100 times as large once unzipped/)
  assert.match(said[1] ?? '', /^week\.wacz!archive\/liar\.warc: it cannot be read to its end/)
  assert.equal(said.length, 2)
  const cases: [Buffer, RegExp][] = [
    [bytes.subarray(0, -40), /no whole zip file/],
    [zipFile([{ name: 'a.txt', bytes: Buffer.from('x') }]), /there is no WARC file in it/],
  ]
  for (const [broken, reason] of cases) assert.match((await add(desk, fileOf('a.wacz', broken))).said[0] ?? '', reason)
  await desk.close()
})

test('a cut archive keeps what is whole, and says which record is not', async () => {
  const desk = await newDesk()
  const records = ['one', 'two'].map((id) =>
    warcRecord({ type: 'response', id, target: `https://a.example/${id}`, block: httpAnswer(page(id)) }),
  )
  const { captures, said } = await add(desk, fileOf('a.warc', warcFile(records).subarray(0, -20)))
  assert.equal(captures.length, 1)
  assert.match(
    said.join(),
    /^a\.warc: record urn:test:two at offset \d+: cut short: \d+ bytes are promised, \d+ are there; the records that are whole are taken$/,
  )
  const none = await add(
    desk,
    fileOf('b.warc', Buffer.from('Dear Ilse')),
    fileOf('c.warc', Buffer.alloc(0)),
    fileOf('d.warc', warcFile([warcRecord({ type: 'warcinfo' })])),
  )
  assert.deepEqual(none.said, [
    'b.warc: a record at offset 0: no WARC record begins here; the records that are whole are taken',
    'c.warc: empty; there is nothing to take in',
    'd.warc: there is no page and no text in this archive',
  ])
  await desk.close()
})

test('the paper of the fetched desk is read as its text', async () => {
  const desk = await newDesk()
  await keepFetched(desk.store)
  const asked: string[] = []
  const spy = await openDesk(desk.dir, {
    rooms: {
      ...standIn(),
      openExtractor: async () => ({
        ...(await standIn().openExtractor()),
        extract: async (received) => {
          if (received.url === PAPER) asked.push(new TextDecoder().decode(received.bytes), received.charset ?? '')
          return (await standIn().openExtractor()).extract(received)
        },
      }),
    },
  })
  await derive(spy)
  assert.deepEqual(asked, [PAPER_TEXT, 'utf-8'])
  await spy.close()
  await desk.close()
})
