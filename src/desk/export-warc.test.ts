import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { type SplitRecord, splitMembers, splitWarc } from '../archive/split-warc.contract.ts'
import { digestOf } from '../model/digest.ts'
import type { Desk } from './desk.ts'
import { exportWarc } from './export-warc.ts'
import { keepFetched, PAPER, PAPER_BYTES } from './fetched.contract.ts'
import { openDesk } from './open-desk.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-warc-'))
after(() => rmSync(root, { recursive: true, force: true }))

async function fetchedDesk(): Promise<Desk> {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  await keepFetched(desk.store)
  const outlet = 'Karsk Courier'
  await takeIn(desk, handIn(['levy talks', { text: 'levy talks', outlet, title: 'Levy\r\ntalks' }]), () => {})
  return desk
}

async function exported(desk: Desk): Promise<SplitRecord[]> {
  const path = join(mkdtempSync(join(root, 'out-')), 'desk.warc')
  await exportWarc(desk, path, 'Readout/test')
  return splitWarc(readFileSync(path))
}

test('each capture is there as it was, every digest holds, and every reference leads to a record', async () => {
  const desk = await fetchedDesk()
  const records = await exported(desk)
  const told = records.map(({ type, fields, head }) =>
    `${type} ${fields.get('WARC-Target-URI') ?? ''} ${head.split(' ')[1] ?? ''}`.trim(),
  )
  assert.deepEqual(
    told.map((line) => line.replace(/urn:uuid:\S+/, 'urn').replaceAll('https://', '')),
    [
      'warcinfo',
      'metadata http://meridian.example/paper',
      'request http://meridian.example/paper /paper',
      'response http://meridian.example/paper 301',
      'response http://meridian.example/p 302',
      'response meridian.example/2031/03/paper.html 200',
      'metadata meridian.example/2031/03/paper.html',
      'request meridian.example/2031/03/paper.html /2031/03/paper.html',
      'revisit meridian.example/2031/03/paper.html 200',
      'request meridian.example/2031/03/paper.html /2031/03/paper.html',
      'revisit meridian.example/2031/03/paper.html 304',
      'metadata meridian.example/gone',
      'request meridian.example/gone /gone',
      'response meridian.example/gone 200',
      'metadata meridian.example/gone',
      'request meridian.example/gone /gone',
      'response meridian.example/gone 404',
      'metadata herald.example/a',
      'metadata herald.example/b',
      'metadata herald.example/c',
      'request herald.example/c /c',
      'response herald.example/c 200',
      'metadata herald.example/d',
      'request herald.example/d /d',
      'response herald.example/d 200',
      'metadata herald.example/e,,,f',
      'request herald.example/e,,,f /e,,,f',
      'response herald.example/e,,,f 200',
      'metadata',
      'resource urn',
      'metadata',
      'revisit urn',
    ],
  )
  const ids = records.map(({ fields }) => fields.get('WARC-Record-ID') ?? '')
  assert.equal(new Set(ids).size, records.length)
  for (const id of ids) assert.match(id, /^<urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}>$/)
  let led = 0
  for (const { fields } of records) {
    for (const name of ['WARC-Concurrent-To', 'WARC-Refers-To', 'WARC-Warcinfo-ID']) {
      const id = fields.get(name)
      if (id !== undefined) assert.ok(ids.includes(id), `${name} ${id}`)
      if (id !== undefined) led += 1
    }
  }
  assert.ok(led > records.length)
  await desk.close()
})

test('an answer keeps its headers in order and its bytes as they came; what no longer holds of a length is renamed', async () => {
  const desk = await fetchedDesk()
  const records = await exported(desk)
  const [moved, , paper] = records.filter(({ type }) => type === 'response')
  assert.equal(moved?.head, 'HTTP/1.1 301 \r\nLocation: /p\r\nX-Orig-Content-Length: 154\r\nContent-Length: 0\r\n\r\n')
  assert.equal(moved.fields.get('WARC-Truncated'), 'unspecified')
  assert.deepEqual(paper?.head.split('\r\n').slice(1, -2), [
    'Content-Type: text/html; charset=utf-8',
    'Content-Encoding: gzip',
    'X-Orig-Transfer-Encoding: chunked',
    'Set-Cookie: a=1',
    'Set-Cookie: b=é',
    'X-List: a,,,b',
    `Content-Length: ${PAPER_BYTES.length}`,
  ])
  assert.deepEqual(paper.payload, PAPER_BYTES)
  assert.equal(paper.fields.get('WARC-Date'), '2031-03-04T09:00:01.250Z')
  assert.equal(paper.fields.get('WARC-IP-Address'), '203.0.113.9')
  for (const { head, payload } of records.filter(({ type }) => type === 'response')) {
    assert.equal(Number(/^Content-Length: (\d+)/m.exec(head)?.[1] ?? payload.length), payload.length)
    assert.doesNotMatch(head, /^Transfer-Encoding/im)
  }
  await desk.close()
})

test('bytes stand once: a revisit names the record, address, date and digest of those that are there', async () => {
  const desk = await fetchedDesk()
  const records = await exported(desk)
  const paper = records.find(
    ({ fields }) => fields.get('WARC-Target-URI') === PAPER && fields.get('WARC-Type') === 'response',
  )
  const [again, unchanged, file] = records.filter(({ type }) => type === 'revisit')
  for (const [record, profile] of [
    [again, 'identical-payload-digest'],
    [unchanged, 'server-not-modified'],
  ] as const) {
    assert.equal(record?.fields.get('WARC-Profile'), `http://netpreserve.org/warc/1.1/revisit/${profile}`)
    assert.equal(record.fields.get('WARC-Refers-To'), paper?.fields.get('WARC-Record-ID'))
    assert.equal(record.fields.get('WARC-Refers-To-Target-URI'), PAPER)
    assert.equal(record.fields.get('WARC-Refers-To-Date'), '2031-03-04T09:00:01.250Z')
    assert.equal(record.fields.get('WARC-Payload-Digest'), paper?.fields.get('WARC-Payload-Digest'))
  }
  assert.equal(file?.block.length, 0)
  const resource = records.find(({ type }) => type === 'resource')
  assert.equal(file.fields.get('WARC-Refers-To'), resource?.fields.get('WARC-Record-ID'))
  assert.equal(resource?.payload.toString(), 'levy talks')
  await desk.close()
})

test('what could not be had is told with its reason, what was handed in with what the hand said', async () => {
  const desk = await fetchedDesk()
  const notes = (await exported(desk)).filter(({ type }) => type === 'metadata').map(({ block }) => block.toString())
  assert.ok(
    notes.includes(
      'outcome: refused\r\nreason: robots.txt disallows /a\r\nasked: https://herald.example/a\r\nby: robots\r\nwhat: page\r\n',
    ),
  )
  assert.ok(
    notes.some(
      (note) =>
        note.includes('outcome: failed\r\nreason: no answer within 10 s\r\n') &&
        note.includes('code: FETCH_TIMEOUT\r\n'),
    ),
  )
  assert.ok(notes.some((note) => note.includes('given-outlet: Karsk Courier\r\ngiven-title: Levy talks\r\n')))
  await desk.close()
})

test('two exports are the same bytes, and the zipped one is a member a record', async () => {
  const desk = await fetchedDesk()
  const dir = mkdtempSync(join(root, 'out-'))
  const read = async (name: string): Promise<Buffer> => {
    await exportWarc(desk, join(dir, name), 'Readout/test')
    return readFileSync(join(dir, name))
  }
  const [plain, again, zipped, zippedAgain] = [
    await read('a.warc'),
    await read('b.warc'),
    await read('a.warc.gz'),
    await read('b.warc.gz'),
  ]
  assert.deepEqual(plain, again)
  assert.deepEqual(zipped, zippedAgain)
  const members = splitMembers(zipped)
  assert.deepEqual(Buffer.concat(members), plain)
  assert.equal(members.length, splitWarc(plain).length)
  for (const member of members) assert.equal(splitWarc(member).length, 1)
  await desk.close()
})

test('a file that is there is left as it is, another ending is refused, and nothing half-made is left', async () => {
  const desk = await fetchedDesk()
  const dir = mkdtempSync(join(root, 'out-'))
  writeFileSync(join(dir, 'old.warc'), 'mine')
  await assert.rejects(exportWarc(desk, join(dir, 'old.warc'), 'x'), { code: 'EXPORT_REFUSED', message: /old\.warc/ })
  await assert.rejects(exportWarc(desk, join(dir, 'desk.zip'), 'x'), { code: 'EXPORT_REFUSED', message: /ending/ })
  await assert.rejects(exportWarc(desk, join(dir, 'no', 'desk.warc'), 'x'), { code: 'EXPORT_REFUSED' })
  assert.deepEqual(readdirSync(dir), ['old.warc'])
  assert.equal(readFileSync(join(dir, 'old.warc'), 'utf8'), 'mine')
  await desk.close()
})

test('bytes that are gone from the store are told as gone, and all else goes out', async () => {
  const desk = await fetchedDesk()
  const db = new DatabaseSync(join(desk.dir, 'truth.db'))
  db.exec('drop trigger payload_no_delete')
  db.prepare('delete from payload where digest = ?').run(digestOf(PAPER_BYTES))
  db.close()
  const records = await exported(desk)
  const notes = records.filter(({ type }) => type === 'metadata').map(({ block }) => block.toString())
  const gone = notes.filter((note) => note.includes('reason: its bytes are gone from the store\r\n'))
  assert.equal(gone.length, 2)
  assert.match(gone[0] ?? '', new RegExp(`payload: sha256:${digestOf(PAPER_BYTES)}`))
  const paper = records.find(({ type, fields }) => type === 'response' && fields.get('WARC-Target-URI') === PAPER)
  assert.equal(paper?.payload.length, 0)
  assert.equal(paper.fields.get('WARC-Truncated'), 'unspecified')
  assert.ok(records.some(({ payload }) => payload.toString() === 'levy talks'))
  await desk.close()
})
