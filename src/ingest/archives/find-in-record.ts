// One record of an archive: bytes that may be a report, something else to be counted under a name, or what another record
// has to say of them. A revisit has the bytes of the record that it points at, and its own address, date and headers.
import type { Header, Hop, MediaType } from '../../model/capture.ts'
import type { Instant } from '../../model/id.ts'
import { bodyOf, parseHttp, statusOf } from './http-message.ts'
import { judgeType, judgeWarcAnswer, type WarcVerdict } from './judge-warc-answer.ts'
import { type OpenAt, readWarcAt } from './read-warc.ts'
import { dateOf, hopOf, idsOf, isWeb, targetOf } from './record-facts.ts'
import { isPayloadOf } from './warc-digest.ts'
import { parseNotes, type WarcNotes } from './warc-notes.ts'
import { fieldOf, type WarcRecord } from './warc-record.ts'
import type { Led, Redirects } from './warc-redirects.ts'
import type { WarcShelf } from './warc-shelf.ts'

/** Bytes that may be a report, with what the archive says of them. */
export interface WarcPayload {
  readonly kind: 'payload'
  readonly record: string
  readonly offset: number
  readonly url: string
  readonly hops: readonly Hop[] // none: a resource, which nobody fetched
  readonly asked: readonly string[] // of the first hop, its id and those of the records beside it: one is its request
  readonly sent?: readonly Header[]
  readonly archived?: Instant
  readonly bytes: Uint8Array
  readonly mediaType: MediaType | 'unsaid'
  readonly notes?: WarcNotes
  readonly faults: readonly string[] // what was let go
}

export type WarcFind =
  | WarcPayload
  | { readonly kind: 'broken'; readonly record?: string; readonly offset: number; readonly reason: string }
  | { readonly kind: 'other'; readonly what: string } // "of type image/png"

/** What a record is read with. */
export interface Around {
  readonly open: OpenAt
  readonly shelf: WarcShelf
  readonly redirects: Redirects
}

type Found = WarcFind | { readonly kind: 'notes'; readonly of: string; readonly notes: WarcNotes }

/** What there is in a record; undefined where it only tells of others, in ways that nothing here asks for. */
export async function findInRecord(record: WarcRecord, around: Around): Promise<Found | undefined> {
  const [of] = idsOf(record, 'WARC-Concurrent-To', 'WARC-Refers-To')
  if (record.type === 'warcinfo') return undefined
  if (record.type === 'metadata') {
    const notes = parseNotes(record)
    return notes && of ? { kind: 'notes', of, notes } : undefined
  }
  if (record.type === 'response') return readResponse(record, around)
  if (record.type === 'revisit') return readRevisit(record, around)
  if (record.type === 'resource') return readResource(record, around)
  return { kind: 'other', what: `of record type ${record.type || 'unsaid'}` }
}

function readResponse(record: WarcRecord, around: Around): WarcFind {
  const message = parseHttp(record.block)
  if (!message || !isWeb(record)) return { kind: 'other', what: 'with an answer that is not of the web' }
  const hop = hopOf(record, message)
  if (statusOf(message) >= 300 && statusOf(message) < 400 && around.redirects.add(hop, askedBy(record)))
    return { kind: 'other', what: 'a redirect' }
  const judged = judgeWarcAnswer(message, hop.url)
  if ('other' in judged) return { kind: 'other', what: judged.other }
  const raw = message.body
  const bytes = bodyOf(message)
  if (!record.isWhole) return broken(record, TOO_LARGE)
  if (!isPayloadOf(fieldOf(record, 'WARC-Payload-Digest'), [raw, bytes])) return broken(record, OTHER_PAYLOAD)
  if (bytes.length === 0) return { kind: 'other', what: 'without a body' }
  around.shelf.put(record, around.open)
  return payloadOf(record, judged.mediaType, { ...ledTo(hop, around), bytes })
}

async function readRevisit(record: WarcRecord, around: Around): Promise<WarcFind> {
  const message = parseHttp(record.block)
  const own = message && isWeb(record) ? hopOf(record, message) : undefined
  if (fieldOf(record, 'WARC-Profile')?.includes('server-not-modified') || own?.status === 304) {
    return { kind: 'other', what: 'to say that a page had not changed' }
  }
  const judged: WarcVerdict = own && message ? judgeWarcAnswer(message, own.url) : { mediaType: 'unsaid' }
  if ('other' in judged) return { kind: 'other', what: judged.other }
  const shelved = around.shelf.find(record)
  if (!shelved) return { kind: 'other', what: 'to point at a payload that is not here' }
  const first = await readWarcAt(shelved.open, shelved.place)
  const answer = first?.type === 'response' ? parseHttp(first.block) : undefined
  if (!first || (first.type === 'response' && !answer))
    return { kind: 'other', what: 'to point at a payload that is not here' }
  const bytes = answer ? bodyOf(answer) : first.block
  const hop = own ?? (answer && isWeb(record) ? hopOf(record, answer) : undefined)
  const type = answer ? judgeWarcAnswer(answer, '') : judgeType(fieldOf(first, 'Content-Type'), '')
  const mediaType = judged.mediaType === 'unsaid' && 'mediaType' in type ? type.mediaType : judged.mediaType
  return payloadOf(record, mediaType, { ...(hop ? ledTo(hop, around) : { hops: [] }), bytes })
}

function readResource(record: WarcRecord, around: Around): WarcFind {
  const judged = judgeType(fieldOf(record, 'Content-Type'), targetOf(record))
  if ('other' in judged) return { kind: 'other', what: judged.other }
  if (!record.isWhole) return broken(record, TOO_LARGE)
  if (!isPayloadOf(fieldOf(record, 'WARC-Payload-Digest'), [record.block])) return broken(record, OTHER_PAYLOAD)
  if (record.block.length === 0) return { kind: 'other', what: 'without a body' }
  around.shelf.put(record, around.open)
  return payloadOf(record, judged.mediaType, { hops: [], bytes: record.block })
}

function askedBy(record: WarcRecord): string[] {
  return [record.id, ...idsOf(record, 'WARC-Concurrent-To')]
}

function ledTo(hop: Hop, { redirects }: Around): Led {
  const led = redirects.take(hop.url, hop.at)
  return { ...led, hops: [...led.hops, hop] }
}

function payloadOf(
  record: WarcRecord,
  mediaType: MediaType | 'unsaid',
  { hops, asked = askedBy(record), bytes }: Led & { readonly bytes: Uint8Array },
): WarcPayload {
  const archived = dateOf(record)
  const cut = fieldOf(record, 'WARC-Truncated')
  const faults = [
    ...(cut ? [`the archive has only the beginning of it (${cut})`] : []),
    ...(archived ? [] : ['it does not say when it was captured']),
  ]
  const base = { kind: 'payload', record: record.id, offset: record.place.offset, url: targetOf(record) } as const
  return { ...base, asked, hops, bytes, mediaType, faults, ...(archived && { archived }) }
}

const TOO_LARGE = 'larger than 15 MiB, the most one report may have'
const OTHER_PAYLOAD = 'its payload is not that of its digest'

function broken(record: WarcRecord, reason: string): WarcFind {
  return { kind: 'broken', record: record.id, offset: record.place.offset, reason }
}
