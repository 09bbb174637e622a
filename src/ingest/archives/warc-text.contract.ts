// WARC files as other programs write them, made by hand for tests.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

export interface Written {
  readonly type: string
  readonly id?: string
  readonly target?: string
  readonly date?: string
  readonly fields?: readonly string[]
  readonly block?: string | Uint8Array
}

/** One record with a digest of its block in SHA-1 and hex, as a plain piece of a file. */
export function warcRecord({
  type,
  id = type,
  target,
  date = '2031-03-04T09:00:00Z',
  fields = [],
  block = '',
}: Written): Buffer {
  const bytes = Buffer.from(block as string)
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:test:${id}>`,
    ...(target ? [`WARC-Target-URI: ${target}`] : []),
    `WARC-Date: ${date}`,
    ...fields,
    `WARC-Block-Digest: sha1:${createHash('sha1').update(bytes).digest('hex')}`,
    `Content-Length: ${bytes.length}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** An answer over HTTP as the block of a record. */
export function httpAnswer(
  body: string | Uint8Array,
  headers: readonly string[] = ['Content-Type: text/html'],
  status = '200 OK',
): Buffer {
  return Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')),
    Buffer.from(body as string),
  ])
}

/** A page of a line. */
export function page(words: string): string {
  return `<!doctype html><html><body><p>${words}</p></body></html>`
}

/** A file of records, plain or a gzip member each. */
export function warcFile(records: readonly Buffer[], isZipped = false): Buffer {
  return Buffer.concat(isZipped ? records.map((record) => gzipSync(record)) : records)
}

/** Opens bytes as a file is opened, in chunks of a size. */
export function openBuffer(bytes: Buffer, size = 1000): (offset: number) => AsyncGenerator<Uint8Array> {
  return async function* (offset) {
    for (let at = offset; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}
