// What a file is, by its ending or, where that says nothing, by its first bytes.
import { findUtf16, markOf } from '../extract/judge-bytes.ts'
import type { MediaType } from '../model/capture.ts'

/** How the bytes of a path are read: as one report of a media type, or as JSON Lines or a web archive of many. */
export type FileKind = MediaType | 'jsonl' | 'warc' | 'wacz'

const ENDINGS: ReadonlyMap<string, FileKind> = new Map(
  Object.entries({
    txt: 'text/plain',
    text: 'text/plain',
    md: 'text/markdown',
    markdown: 'text/markdown',
    html: 'text/html',
    htm: 'text/html',
    xhtml: 'text/html',
    shtml: 'text/html',
    pdf: 'application/pdf',
    mht: 'multipart/related',
    mhtml: 'multipart/related',
    eml: 'multipart/related',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    warc: 'warc',
    wacz: 'wacz',
  }),
)

/** The kind that a file's name promises, `.gz` aside; undefined where the ending says nothing. */
export function kindByEnding(name: string): FileKind | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : ENDINGS.get(ending)
}

/** True where the file's name ends as reports do not: a picture, a program. A name without an ending says nothing. */
export function isOtherEnding(name: string): boolean {
  return kindByEnding(name) === undefined && /[^./\\]\.[a-z][a-z0-9]{0,7}(?:\.gz)?$/i.test(name.replace(/\.gz$/i, ''))
}

/** The endings that reports and archives of them have, as messages name them. */
export const KNOWN_ENDINGS = 'txt, md, html, pdf, mhtml, eml, jsonl, warc, wacz'

/**
 * The kind that the first bytes show. A PDF has its signature, MHTML the headers of a message, JSON Lines begin with an
 * object, WARC with its name, HTML with a tag; all else is plain text.
 */
export function kindByBytes(head: Uint8Array): FileKind {
  if (isPdf(head)) return 'application/pdf'
  const start = new TextDecoder(markOf(head) ?? findUtf16(head) ?? 'latin1').decode(head.subarray(0, 4096)).trimStart()
  if (/^\{\s*"/.test(start)) return 'jsonl'
  if (/^[\w-]+:/.test(start) && MHTML.test(start)) return 'multipart/related'
  if (/^WARC\/\d/.test(start)) return 'warc'
  return /^<(?:!doctype\s+html|html|head|body|\?xml|!--|article|div|p|h1|title|meta)\b/i.test(start)
    ? 'text/html'
    : 'text/plain'
}

// MIME-Version: 1.0 … Content-Type: multipart/related; among the headers, before the first blank line
const MHTML = /^(?=(?:[^\r\n]+\r?\n)*?mime-version:)(?:[^\r\n]+\r?\n)*?content-type:\s*multipart\/related\b/i

/** True for the signature of PDF (ISO 32000-1, 7.5.2), which nothing else begins with. */
export function isPdf(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 16)).toString('latin1').trimStart().startsWith('%PDF-')
}

/** True for the signature of gzip (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}
