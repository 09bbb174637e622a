// An HTTP message as it stands in a WARC record: its first line, its headers in order, and the bytes that follow. A body
// that still is in chunks (RFC 9112, 7.1) is put together; one that only claims to be is taken as it stands, since many
// writers of WARC keep the header and drop the chunks.
import type { Header } from '../../model/capture.ts'
import { headerOf } from '../../model/header.ts'
import { parseFields } from './warc-record.ts'

export interface HttpMessage {
  readonly first: string // "HTTP/1.1 200 OK", "GET /paper HTTP/1.1"
  readonly headers: readonly Header[]
  readonly body: Uint8Array // as it stands in the record
}

const HEAD_CAP = 256 * 1024

/** The message; undefined where the bytes are none. */
export function parseHttp(block: Uint8Array): HttpMessage | undefined {
  const text = Buffer.from(block.subarray(0, HEAD_CAP)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text.trimEnd()
  if (!end && text.length === HEAD_CAP) return undefined
  const [first = '', ...lines] = head.split(/\r?\n/)
  if (!/^HTTP\/\d|^[A-Z]+ \S+ HTTP\/\d/.test(first)) return undefined
  const body = block.subarray(end ? end.index + end[0].length : block.length)
  return { first, headers: parseFields(lines.join('\n')), body }
}

/** The status of an answer: of "HTTP/1.1 200 OK", 200. */
export function statusOf({ first }: Pick<HttpMessage, 'first'>): number {
  return Number(/^HTTP\/\S+\s+(\d{3})\b/.exec(first)?.[1] ?? 0)
}

/** The body without its transfer coding. */
export function bodyOf({ headers, body }: HttpMessage): Uint8Array {
  return /\bchunked\b/i.test(headerOf(headers, 'transfer-encoding') ?? '') ? (joinChunks(body) ?? body) : body
}

/** The chunks joined; undefined where these are no chunks, or the last is missing. */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  const parts: Uint8Array[] = []
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at)
    const size = /^([\da-f]{1,8})\s*(?:;|$)/i.exec(bytes.toString('latin1', at, Math.min(end, at + 200)))?.[1]
    if (end < 0 || size === undefined) return undefined
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    const next = end + 2 + length
    if (next + 2 > bytes.length) return undefined
    parts.push(bytes.subarray(end + 2, next))
    at = next + 2
  }
}
