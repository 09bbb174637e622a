// Pieces of WARC records: the fields that all have, those that point at another record, and the records that go beside an
// answer.
import type { Capture, Hop } from '../model/capture.ts'
import { digestOf } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import { requestHead } from './http-head.ts'
import type { WarcDraft, WarcField } from './serialise-warc.ts'
import { asTarget, dateOf, fieldsBlock, isAddress, labelled, recordId } from './warc-fields.ts'

/** A record that holds bytes. */
export interface Written {
  readonly id: string
  readonly target: string
  readonly date: string
  readonly payload: Digest
}

/** What has been written so far. It grows by a few words a payload and an address, never by the bytes. */
export interface WarcSoFar {
  readonly info: string // the id of the warcinfo record
  readonly byPayload: Map<Digest, Written>
  readonly byTarget: Map<string, Written> // the latest of each
  payloadOf(digest: Digest): Promise<Uint8Array | undefined>
  whyGone(digest: Digest): string // where there are no bytes
}

/** The payload of a message that has none. */
export const NO_BYTES = digestOf('')
export const RESPONSE: WarcField = ['Content-Type', 'application/http; msgtype=response']

/** The fields that name a record. */
export function named(type: string, { id, date, target }: Partial<Written>, { info }: WarcSoFar): WarcField[] {
  const fields: [string, string | undefined][] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Target-URI', target],
    ['WARC-Date', date],
    ['WARC-Warcinfo-ID', info],
  ]
  return fields.flatMap(([name, value]): WarcField[] => (value === undefined ? [] : [[name, value]]))
}

/** Who answered. */
export function whence(hop: Hop): WarcField[] {
  return hop.address ? [['WARC-IP-Address', hop.address]] : []
}

/** The digest of the payload. */
export function digest(payload: Digest): WarcField {
  return ['WARC-Payload-Digest', labelled(payload)]
}

/** Where the bytes are that a revisit has not. */
export function pointing(known?: Written, why = 'identical-payload-digest'): WarcField[] {
  const profile: WarcField = ['WARC-Profile', `http://netpreserve.org/warc/1.1/revisit/${why}`]
  if (!known) return [profile]
  return [
    profile,
    ['WARC-Refers-To', known.id],
    ['WARC-Refers-To-Target-URI', known.target],
    ['WARC-Refers-To-Date', known.date],
    digest(known.payload),
  ]
}

/** What the first hop was asked with. */
export function request(capture: Capture, hop: Hop, soFar: WarcSoFar): WarcDraft {
  const written = { id: recordId(capture.id, 'request'), target: asTarget(hop.url), date: hop.at ?? dateOf(capture) }
  const beside: WarcField = ['WARC-Concurrent-To', recordId(capture.id, 'hop 0')]
  const type: WarcField = ['Content-Type', 'application/http; msgtype=request']
  return {
    fields: [...named('request', written, soFar), beside, digest(NO_BYTES), type],
    block: [requestHead(hop.url, capture.sent ?? [])],
  }
}

/** What is told of a capture beside the record of that id. */
export function metadata(
  capture: Capture,
  lines: readonly WarcField[],
  of: string | undefined,
  soFar: WarcSoFar,
): WarcDraft {
  const id = recordId(capture.id, 'metadata')
  const target = isAddress(capture.asked) ? asTarget(capture.asked) : undefined
  const beside: WarcField[] = of ? [['WARC-Concurrent-To', of]] : []
  const type: WarcField = ['Content-Type', 'application/warc-fields']
  const fields = named('metadata', { id, date: dateOf(capture), ...(target && { target }) }, soFar)
  return { fields: [...fields, ...beside, type], block: [fieldsBlock(lines)] }
}
