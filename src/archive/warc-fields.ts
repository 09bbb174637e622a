// What all WARC records of one capture have in common, and what a metadata record tells of it.
import type { Capture } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'
import type { Digest, Instant } from '../model/id.ts'
import { oneLine } from './http-head.ts'
import type { WarcField } from './serialise-warc.ts'

/** A record's name: a UUID of version 8 (RFC 9562) out of what it is of, so that two exports are the same bytes. */
export function recordId(of: string, part: string): string {
  const hex = digestOf(`${of} ${part}`)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) % 4) + 8).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return `<urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}>`
}

/** When it was captured: as the archive has it that it was taken from, or else when it came in. */
export function dateOf({ at, archived }: Pick<Capture, 'at' | 'archived'>): Instant {
  return archived ?? at
}

/** A digest as WARC writes it. */
export function labelled(digest: Digest): string {
  return `sha256:${digest}`
}

/** An address that a header line can carry: what is no part of any address stands percent-encoded. */
export function asTarget(address: string): string {
  return address.replace(/[\s\0-\x20\x7f<>"]/g, (sign) => encodeURIComponent(sign))
}

/** True for what a request can be sent to. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/**
 * The lines of a capture's metadata record; none where its other records tell all. What was handed in keeps what the hand
 * said of it; the path that it lay at is nobody's business.
 */
export function metadataLines({ outcome, asked, what, given, at, from }: Capture): WarcField[] {
  const lines: WarcField[] = []
  if (outcome.kind === 'refused' || outcome.kind === 'failed') {
    lines.push(['outcome', outcome.kind], ['reason', outcome.reason], ['asked', asked])
    lines.push(outcome.kind === 'refused' ? ['by', outcome.by] : ['code', outcome.code])
    if (what) lines.push(['what', what])
  }
  if (outcome.kind === 'handed in') lines.push(['outcome', outcome.kind])
  for (const [name, value] of Object.entries(given ?? {})) lines.push([GIVEN[name] ?? name, String(value)])
  if (from) lines.push(['archive', from.file], ['archive-record', from.record], ['taken-in', at])
  return lines
}

const GIVEN: Readonly<Record<string, string>> = {
  name: 'given-name',
  mediaType: 'given-media-type',
  url: 'given-url',
  outlet: 'given-outlet',
  title: 'given-title',
  published: 'given-published',
}

/** Named lines as a block of the type application/warc-fields. */
export function fieldsBlock(lines: readonly WarcField[]): Uint8Array {
  return new TextEncoder().encode(lines.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join(''))
}
