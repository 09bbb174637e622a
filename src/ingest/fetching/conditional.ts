// Asking only for what changed (RFC 9110, 13.1): an answer's validators go back to the address that gave them, and to no other:
// what a redirect leads to today may be older, or carry the same short tag, and would never be seen.
import type { Header, Hop } from '../../model/capture.ts'
import { headerOf } from '../../model/header.ts'

export interface Conditions {
  readonly etag?: string
  readonly modified?: string // Last-Modified, as it came
  readonly from?: string // the address whose answer had them
}

const PLAIN = /^[\t\x20-\x7e\x80-\xff]{1,1024}$/ // what a header line can carry back

/** What the last answer gave to ask again with; an empty object where it gave nothing. */
export function readConditions(hops: readonly Hop[]): Conditions {
  const last = hops.at(-1)
  if (!last) return {}
  const etag = readValue(last.headers, 'etag')
  const modified = readValue(last.headers, 'last-modified')
  if (etag === undefined && modified === undefined) return {}
  return { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }), from: last.url }
}

/** The header lines that ask `url` only for what changed. */
export function conditionsFor(url: string, { etag, modified, from }: Conditions): Header[] {
  if (url !== from) return []
  const lines: Header[] = []
  if (etag !== undefined && PLAIN.test(etag)) lines.push(['if-none-match', etag])
  if (modified !== undefined && PLAIN.test(modified)) lines.push(['if-modified-since', modified])
  return lines
}

function readValue(headers: readonly Header[], wanted: string): string | undefined {
  const value = headerOf(headers, wanted)
  return value && PLAIN.test(value) ? value : undefined
}
