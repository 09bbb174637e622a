// A second reader of WARC, written from the standard and for tests alone: it cuts a file into records by their lengths and
// works out every digest anew from the raw bytes. It shares no code with what writes or reads WARC for the desk.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

export interface SplitRecord {
  readonly type: string
  readonly fields: ReadonlyMap<string, string>
  readonly block: Buffer
  readonly head: string // of an HTTP message, in Latin-1; else empty
  readonly payload: Buffer
}

/** The records of a plain file, each of its digests tried. */
export function splitWarc(bytes: Buffer): SplitRecord[] {
  const records: SplitRecord[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at)
    const [first, ...lines] = bytes.toString('utf8', at, end).split('\r\n')
    assert.equal(first, 'WARC/1.1')
    const fields = new Map(lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))
    assert.equal(fields.size, lines.length, 'no field stands twice')
    const block = bytes.subarray(end + 4, end + 4 + Number(fields.get('Content-Length')))
    at = end + 4 + block.length + 4
    assert.equal(bytes.toString('latin1', at - 4, at), '\r\n\r\n')
    records.push(tried(fields, block))
  }
  return records
}

/** The gzip members of a file, unzipped one by one. */
export function splitMembers(bytes: Buffer): Buffer[] {
  const members: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    assert.equal(bytes.toString('hex', at, at + 4), '1f8b0800', 'a member begins, its header without options')
    const packed = bytes.subarray(at + 10)
    const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    members.push(buffer)
    at += 10 + engine.bytesWritten + 8
  }
  return members
}

function tried(fields: ReadonlyMap<string, string>, block: Buffer): SplitRecord {
  const type = fields.get('WARC-Type') ?? ''
  const isHttp = fields.get('Content-Type')?.startsWith('application/http') ?? false
  const end = isHttp ? block.indexOf('\r\n\r\n') + 4 : 0
  const payload = block.subarray(end)
  const id = fields.get('WARC-Record-ID')
  if (type !== 'warcinfo') assert.equal(fields.get('WARC-Block-Digest'), sha256(block), `${id} block`)
  if (type !== 'warcinfo' && type !== 'revisit')
    assert.equal(fields.get('WARC-Payload-Digest'), sha256(payload), `${id} payload`)
  return { type, fields, block, head: block.toString('latin1', 0, end), payload }
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
