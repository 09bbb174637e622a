// What a file is, by its ending or, where that says nothing, by its first bytes.
// The signatures follow the WHATWG MIME Sniffing Standard, sections 6 and 7.
import type { MediaType } from '../model/capture.ts'

/** How the bytes of a path are read: as one report of a media type, or as JSON Lines of reports. */
export type FileKind = MediaType | 'jsonl'

const ENDINGS: Readonly<Record<string, FileKind>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  shtml: 'text/html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

// PDF, ZIP (and so docx, odt, epub), PNG, JPEG, GIF, RAR, 7z, old Office: formats whose first bytes may hold no NUL.
const SIGNATURES = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
  '\u00d0\u00cf\u0011\u00e0',
]

/** The kind that a file's name promises, `.gz` aside; undefined where the ending says nothing. */
export function kindByEnding(name: string): FileKind | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : ENDINGS[ending]
}

/** True where the file's name ends as reports do not: a picture, a program. A name without an ending says nothing. */
export function isOtherEnding(name: string): boolean {
  return kindByEnding(name) === undefined && /[^./\\]\.[a-z][a-z0-9]{0,7}(?:\.gz)?$/i.test(name.replace(/\.gz$/i, ''))
}

/** The kind that the first bytes show. JSON Lines begin with an object, HTML with a tag, all else is plain text. */
export function kindByBytes(head: Uint8Array): FileKind {
  const start = new TextDecoder(charsetByMark(head) ?? 'latin1').decode(head.subarray(0, 4096)).trimStart()
  if (/^\{\s*"/.test(start)) return 'jsonl'
  return /^<(?:!doctype\s+html|html|head|body|\?xml|!--|article|div|p|h1|title|meta)\b/i.test(start)
    ? 'text/html'
    : 'text/plain'
}

/** True where the first bytes are not text in any charset: a known format, or NULs that no UTF-16 explains. */
export function isBinary(head: Uint8Array): boolean {
  const marked = charsetByMark(head)
  if (marked) return marked !== 'utf-8' && !isPlausibleUtf16(head, marked)
  const start = String.fromCharCode(...head.subarray(0, 8))
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true
  const nuls = [0, 0]
  let controls = 0
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  })
  if (controls > head.length / 20) return true
  const [even = 0, odd = 0] = nuls
  // UTF-16 without its mark: Western text has a NUL in nearly every second place, and in those only.
  const isUtf16 = Math.min(even, odd) === 0 && Math.max(even, odd) > head.length / 4
  return even + odd > 0 && !isUtf16
}

const LEAST_TEXT = 0.95 // of the characters; of any two bytes read as one, a third is no letter of any script

/** Bytes after a mark that are letters as UTF-16, and are not plain ASCII that somebody put a mark before. */
function isPlausibleUtf16(head: Uint8Array, charset: string): boolean {
  const body = head.subarray(2)
  if (body.length > 0 && body.every((byte) => byte < 0x7f && byte >= 0x09)) return false
  const text = new TextDecoder(charset).decode(body.subarray(0, body.length - (body.length % 2))).replace(/\uFFFD$/, '')
  const telling =
    text
      .match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu)
      ?.join('')
      .replaceAll('\uFFFD', '') ?? ''
  return telling.length >= text.length * LEAST_TEXT
}

/** True for the signature of gzip (RFC 1952, 2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

function charsetByMark(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}
