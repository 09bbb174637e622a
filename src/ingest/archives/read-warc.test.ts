import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readWarc, readWarcAt } from './read-warc.ts'
import { httpAnswer, openBuffer, page, warcFile, warcRecord } from './warc-text.contract.ts'

const RECORDS = ['Karsk signs', 'Veldania denies', 'Hale resigns', 'Marrow returns'].map((words, i) =>
  warcRecord({ type: 'response', id: `${i}`, target: `https://a.example/${i}`, block: httpAnswer(page(words)) }),
)

/** Ids of the records and, with "!", of the faults; then what the faults say. */
async function readAll(bytes: Buffer, size?: number, isOnce = false): Promise<{ ids: string; said: string[] }> {
  const ids: string[] = []
  const said: string[] = []
  for await (const item of readWarc(openBuffer(bytes, size), isOnce)) {
    if ('record' in item) ids.push(item.record.id.replace('urn:test:', ''))
    else ids.push(`!${item.fault.id?.replace('urn:test:', '') ?? ''}`)
    if ('fault' in item) said.push(`${item.offset}: ${item.fault.message}`)
  }
  return { ids: ids.join(' '), said }
}

test('every record is read whatever the chunks, plain, as members, and as one member of all', async () => {
  for (const bytes of [warcFile(RECORDS), warcFile(RECORDS, true), gzipSync(warcFile(RECORDS))]) {
    for (const size of [1, 7, 1000, 100_000]) assert.deepEqual(await readAll(bytes, size), { ids: '0 1 2 3', said: [] })
  }
  assert.deepEqual(await readAll(Buffer.alloc(0)), { ids: '', said: [] })
})

test('a file cut at any byte keeps every whole record and names the one that is cut', async () => {
  for (const isZipped of [false, true]) {
    const bytes = warcFile(RECORDS.slice(0, 2), isZipped)
    const first = warcFile(RECORDS.slice(0, 1), isZipped).length
    for (let end = first + 1; end < bytes.length; end += 1) {
      const { ids, said } = await readAll(bytes.subarray(0, end))
      const isWhole = !isZipped && end >= bytes.length - 4 // all but the last line breaks
      assert.ok(isWhole ? ids === '0 1' : /^0 !1?$/.test(ids), `cut at ${end}: ${ids}`)
      if (!isWhole) assert.ok(said[0]?.startsWith(`${first}: `), said[0])
    }
  }
})

test('the cut of a plain record is told in bytes, that of a zipped one as damage', async () => {
  const plain = await readAll(warcFile(RECORDS).subarray(0, -30))
  assert.match(plain.said[0] ?? '', /^\d+: cut short: \d+ bytes are promised, \d+ are there$/)
  assert.match(
    (await readAll(warcFile(RECORDS, true).subarray(0, -30))).said[0] ?? '',
    /^\d+: its gzip data are damaged \(cut short\)$/,
  )
})

test('a flipped bit costs the record that it is in and no other', async () => {
  for (const isZipped of [false, true]) {
    const start = warcFile(RECORDS.slice(0, 1), isZipped).length
    const end = warcFile(RECORDS.slice(0, 2), isZipped).length
    for (let at = start; at < end; at += isZipped ? 1 : 3) {
      const bytes = Buffer.from(warcFile(RECORDS, isZipped))
      bytes[at] = (bytes[at] ?? 0) ^ 4
      const { ids } = await readAll(bytes)
      assert.match(ids, /^0 (?:.* )?2 3$/, `bit at ${at}: ${ids}`) // some bits of a header change nothing that counts
    }
  }
})

test('a wrong length costs two records at most, and garbage between records none', async () => {
  const [a, b, c, d] = RECORDS as [Buffer, Buffer, Buffer, Buffer]
  const long = Buffer.from(b.toString().replace(/Content-Length: (\d+)/, (_, n) => `Content-Length: ${Number(n) + 40}`))
  const short = Buffer.from(
    b.toString().replace(/Content-Length: (\d+)/, (_, n) => `Content-Length: ${Number(n) - 40}`),
  )
  assert.match((await readAll(Buffer.concat([a, long, c, d]))).ids, /^0 !1 .*3$/)
  assert.equal((await readAll(Buffer.concat([a, short, c, d]))).ids, '0 !1 2 3')
  assert.equal((await readAll(Buffer.concat([a, b, Buffer.from('garbage\n'), c, d]))).ids, '0 1 ! 2 3')
})

test('a digest in hex, base32 or base64 is tried; one of an unknown kind is not', async () => {
  const record = (digest: string): Buffer =>
    Buffer.from(RECORDS[0]?.toString().replace(/WARC-Block-Digest: .*/, `WARC-Block-Digest: ${digest}`) ?? '')
  const block = httpAnswer(page('Karsk signs'))
  const { createHash } = await import('node:crypto')
  const made = (algorithm: string, form: 'hex' | 'base64'): string => createHash(algorithm).update(block).digest(form)
  const good = [
    `sha256:${made('sha256', 'hex').toUpperCase()}`,
    `sha1:${base32(made('sha1', 'hex'))}`,
    `md5:${made('md5', 'base64')}`,
    'blake9:xyz',
  ]
  for (const digest of good) assert.equal((await readAll(record(digest))).ids, '0', digest)
  for (const digest of ['sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH', `sha256:${'0'.repeat(64)}`]) {
    assert.deepEqual(await readAll(record(digest)), { ids: '!0', said: ['0: its bytes are not those of its digest'] })
  }
})

function base32(hex: string): string {
  const bits = BigInt(`0x${hex}`).toString(2).padStart(160, '0')
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)])
    .join('')
}

test('a member that unzips to gigabytes is given up, and what follows it is read', async () => {
  const bomb = gzipSync(
    Buffer.concat([
      Buffer.from(
        'WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:test:bomb>\r\nContent-Length: 150000000\r\n\r\n',
      ),
      Buffer.alloc(150_000_000),
    ]),
  )
  const { ids, said } = await readAll(
    Buffer.concat([gzipSync(RECORDS[0] ?? ''), bomb, gzipSync(RECORDS[1] ?? '')]),
    65_536,
  )
  assert.equal(ids, '0 !bomb 1')
  assert.match(said[0] ?? '', /more than 200 times as large once unzipped/)
})

test('a header without an end, and a file that is no archive, are one fault each', async () => {
  assert.match(
    (await readAll(Buffer.from(`WARC/1.0\r\nX: ${'x'.repeat(100_000)}`))).said[0] ?? '',
    /its header is longer than 65536 bytes/,
  )
  assert.deepEqual(await readAll(Buffer.from('Dear Ilse, the paper is genuine.')), {
    ids: '!',
    said: ['0: no WARC record begins here'],
  })
})

test('a record is read again from its place', async () => {
  for (const bytes of [warcFile(RECORDS), warcFile(RECORDS, true), gzipSync(warcFile(RECORDS))]) {
    for await (const item of readWarc(openBuffer(bytes))) {
      assert.ok('record' in item)
      assert.deepEqual(await readWarcAt(openBuffer(bytes), item.record.place), item.record)
    }
  }
})

test('whatever is done to a file, reading it comes to an end without a crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.record({ at: fc.nat(3000), cut: fc.nat(40), bytes: fc.uint8Array({ maxLength: 20 }) }), {
        maxLength: 4,
      }),
      async (isZipped, wounds) => {
        let bytes = warcFile(RECORDS, isZipped)
        for (const { at, cut, bytes: put } of wounds) {
          const place = at % bytes.length
          bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)])
        }
        const { ids } = await readAll(bytes)
        if (wounds.every(({ cut, bytes: put }) => cut === 0 && put.length === 0)) assert.equal(ids, '0 1 2 3')
      },
    ),
    { numRuns: 300 },
  )
})
