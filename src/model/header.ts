// What the header lines of an answer say of its body. Where a line stands twice, the first one counts.
import type { Header, MediaType } from './capture.ts'

/** The value of the first line of that name, which is given in lower case. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1].trim()
}

/** "Text/HTML; charset=utf-8" -> text/html; undefined where nothing is said. */
export function typeOf(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase() || undefined
}

/** 'text/html; charset="UTF-8"' -> UTF-8, as given; undefined where nothing is said. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([\w:.+-]{1,40})/i.exec(contentType ?? '')?.[1]
}

/** How a body of this Content-Type is read; undefined for what can be no report. */
export function mediaTypeOf(contentType: string | undefined): MediaType | undefined {
  return MEDIA_TYPES.get(typeOf(contentType) ?? '')
}

const MEDIA_TYPES: ReadonlyMap<string, MediaType> = new Map([
  ['text/html', 'text/html'],
  ['application/xhtml+xml', 'text/html'],
  ['text/plain', 'text/plain'],
  ['text/markdown', 'text/markdown'],
  ['application/pdf', 'application/pdf'],
  ['multipart/related', 'multipart/related'],
])

/** False for kinds that hold other bytes than text; whether theirs are sound is for extraction to say. */
export function isTextType(mediaType: string): boolean {
  return mediaType !== 'application/pdf' && mediaType !== 'multipart/related'
}
