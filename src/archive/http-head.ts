// The head of an HTTP message as it stands in a WARC record: the lines that were kept, in their order. The transfer
// coding is gone by the time a payload is kept, and a redirect's body is not kept at all; a head that still promised
// either would send every reader of the record astray. So what no longer holds is renamed as other writers of WARC
// rename it (`X-Orig-Transfer-Encoding`, `X-Orig-Content-Length`), and the length that does hold stands in its place.
import type { Header, Hop } from '../model/capture.ts'

/** The status line and headers of an answer with a body of so many bytes. The reason phrase was not kept: it stays empty. */
export function responseHead({ status, headers }: Pick<Hop, 'status' | 'headers'>, size: number): Uint8Array {
  return head(`HTTP/1.1 ${status} `, isTrue(headers, size) ? headers : mend(headers, size))
}

/** The status line and headers just as they are kept, for a record that has no body to belie them. */
export function bareHead({ status, headers }: Pick<Hop, 'status' | 'headers'>): Uint8Array {
  return head(`HTTP/1.1 ${status} `, headers)
}

/** The request line and headers. HTTP/1.1 goes nowhere without a Host: where it was not kept, it is the address's. */
export function requestHead(url: string, sent: readonly Header[]): Uint8Array {
  const { pathname, search, host } = new URL(url)
  const hasHost = sent.some(([name]) => name.toLowerCase() === 'host')
  return head(`GET ${pathname}${search} HTTP/1.1`, hasHost ? sent : [['Host', host], ...sent])
}

/** True where the headers tell of a body. */
export function promisesBody(headers: readonly Header[]): boolean {
  return headers.some(([name, value]) => isCoding(name) || (isLength(name) && value.trim() !== '0'))
}

function isTrue(headers: readonly Header[], size: number): boolean {
  return headers.every(([name, value]) => !isCoding(name) && (!isLength(name) || value.trim() === String(size)))
}

function mend(headers: readonly Header[], size: number): Header[] {
  const renamed = headers.map(
    ([name, value]): Header => [isCoding(name) || isLength(name) ? `X-Orig-${name}` : name, value],
  )
  return [...renamed, ['Content-Length', String(size)]]
}

function isCoding(name: string): boolean {
  return name.toLowerCase() === 'transfer-encoding'
}

function isLength(name: string): boolean {
  return name.toLowerCase() === 'content-length'
}

function head(first: string, headers: readonly Header[]): Uint8Array {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)].map(oneLine)
  const text = `${lines.join('\r\n')}\r\n\r\n`
  return Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1') // a header is bytes, kept as Latin-1
}

/** The text without what would end its line. */
export function oneLine(text: string): string {
  return text.replace(/[\0\r\n]+/g, ' ')
}
