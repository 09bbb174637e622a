// From the bytes of a feed to its text. The charset is chosen as RFC 3023 has it (what the transport says, then the XML
// declaration; text/* without a charset is ASCII), but never believed where the bytes belie it.

import { detect } from 'chardet'
import { charsetOf, typeOf } from '../../model/header.ts'

export interface DecodedFeed {
  readonly text: string
  readonly encoding: string // in lower case
}

/** The text without a byte order mark, and the charset it was read in. Never throws. */
export function decodeFeed(bytes: Uint8Array, contentType?: string): DecodedFeed {
  const mark = findMark(bytes)
  if (mark) return { text: decodeWide(bytes.subarray(mark.skip), mark.encoding), encoding: mark.encoding }
  const declared = findDeclared(bytes)
  const told = findTold(contentType, declared)
  const shown = [told, declared].every(isOneByte) && bytes.some((byte) => byte > 0x7f) ? 'utf-8' : undefined
  for (const choose of [() => shown, () => told, () => declared, () => 'utf-8', () => guess(bytes)]) {
    const label = choose()
    const text = label === undefined ? undefined : decodeAs(label, bytes)
    if (label !== undefined && text !== undefined) return { text, encoding: label }
  }
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' } // broken places become U+FFFD
}

/**
 * True for no label, UTF-8 and the charsets of one byte a letter: what is sound as UTF-8 under such a label is UTF-8, for no
 * text in them is so by chance. Two letters of a charset of two bytes may be.
 */
function isOneByte(label: string | undefined): boolean {
  return label === undefined || /^(?:utf-8|(?:us-)?ascii|iso-8859-|windows-125|koi8|latin)/.test(label)
}

/** A byte order mark, or the shape that `<?` or `<r` has in a wide encoding. */
function findMark(bytes: Uint8Array): { encoding: string; skip: number } | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', skip: 4 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', skip: 4 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { encoding: 'utf-32be', skip: 0 }
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { encoding: 'utf-32le', skip: 0 }
  if (a === 0 && b === 0x3c && c === 0) return { encoding: 'utf-16be', skip: 0 }
  if (a === 0x3c && b === 0 && d === 0) return { encoding: 'utf-16le', skip: 0 }
  return undefined
}

/** TextDecoder knows no UTF-32. */
function decodeWide(bytes: Uint8Array, encoding: string): string {
  if (!encoding.startsWith('utf-32')) return new TextDecoder(encoding).decode(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le')
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code))
  }
  return parts.join('')
}

/** `<?xml … encoding="…"?>`. A declaration that can be read byte by byte is not in UTF-16, whatever it says. */
function findDeclared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const label = /^\s*<\?xml\s[^>]{0,300}?encoding\s*=\s*["']\s*([\w:.-]+)/i.exec(head)?.[1]
  return label === undefined || /^(?:utf|ucs|iso-10646-ucs)-?(?:16|32|2|4)/i.test(label) ? undefined : nameOf(label)
}

/** What the transport says; undefined where it says nothing that counts. */
function findTold(contentType: string | undefined, declared: string | undefined): string | undefined {
  if (contentType === undefined) return undefined
  const charset = charsetOf(contentType)
  if (charset !== undefined) return nameOf(charset)
  const mediaType = typeOf(contentType) ?? ''
  const isText = /^text\/(?:xml|xml-external-parsed-entity|.*\+xml)$/.test(mediaType)
  return isText ? 'us-ascii' : declared
}

/** GB 18030 holds all of GB 2312, and what is called GB 2312 often uses the rest. */
function nameOf(label: string): string {
  const name = label.toLowerCase()
  return name === 'gb2312' || name === 'gbk' ? 'gb18030' : name === 'utf8' ? 'utf-8' : name
}

/** The text, or undefined where the label is unknown or the bytes are not in that charset. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  if (/^(?:us-)?ascii$/.test(label) && bytes.some((byte) => byte > 0x7f)) return undefined
  try {
    return new TextDecoder(label === 'tis-620' ? 'windows-874' : label, { fatal: true }).decode(bytes)
  } catch {
    return undefined // an unknown label, or a lie
  }
}

/** What a feed is written in that says nothing of it and is not UTF-8. */
function guess(bytes: Uint8Array): string {
  const found = detect(bytes.subarray(0, 65_536)) // 64 KiB: chardet's time grows with its sample
  return found === null || /^(?:iso-8859-(?:1|15)|ascii|utf-8)$/i.test(found) ? 'windows-1252' : found.toLowerCase()
}
