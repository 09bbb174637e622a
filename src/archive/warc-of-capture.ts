// The WARC records of one capture: what is told of it, what was asked, each answer on the way, the last one with its
// bytes. Bytes that stand in the file already are not written again: a `revisit` record points at them.
import type { Capture, Hop } from '../model/capture.ts'
import type { Digest } from '../model/id.ts'
import { bareHead, promisesBody, responseHead } from './http-head.ts'
import type { WarcDraft, WarcField } from './serialise-warc.ts'
import {
  digest,
  metadata,
  NO_BYTES,
  named,
  pointing,
  RESPONSE,
  request,
  type WarcSoFar,
  type Written,
  whence,
} from './warc-drafts.ts'
import { asTarget, dateOf, isAddress, labelled, metadataLines, recordId } from './warc-fields.ts'

/** A payload on its way into the file: its bytes, or the record that has them already, or neither where they are lost. */
interface Body {
  readonly payload: Digest
  readonly bytes?: Uint8Array
  readonly known?: Written
}

/** The records, each whole before the next is made. */
export async function* warcOfCapture(capture: Capture, soFar: WarcSoFar): AsyncGenerator<WarcDraft> {
  const { hops, outcome } = capture
  const isFetched = hops.length > 0 && outcome.kind !== 'handed in'
  const mainId = recordId(capture.id, isFetched ? `hop ${hops.length - 1}` : 'resource')
  const body = 'payload' in outcome ? await findBody(outcome.payload, soFar) : undefined
  const isThere = body?.bytes !== undefined || body?.known !== undefined
  const lines = metadataLines(capture)
  if (body && !isThere) lines.push(['payload', labelled(body.payload)], ['reason', soFar.whyGone(body.payload)])
  if (lines.length > 0) {
    const hasMain = (isFetched || isThere) && !capture.removed
    yield metadata(capture, lines, hasMain ? mainId : undefined, soFar)
  }
  if (capture.removed) return // what was told of it in words is gone too
  if (!isFetched) {
    if (body && isThere) yield resource(capture, mainId, body, soFar)
    return
  }
  const [first] = hops
  if (capture.sent && first && isAddress(first.url)) yield request(capture, first, soFar)
  for (const [i, hop] of hops.entries()) {
    const id = recordId(capture.id, `hop ${i}`)
    const isLast = i === hops.length - 1
    if (isLast && body && isThere) yield answer(capture, hop, { ...body, id }, soFar)
    else if (isLast && outcome.kind === 'unchanged') yield unchanged(capture, hop, id, soFar)
    else yield bodiless(capture, hop, id, soFar)
  }
}

async function findBody(payload: Digest, { byPayload, payloadOf }: WarcSoFar): Promise<Body> {
  const known = byPayload.get(payload)
  const bytes = known ? undefined : await payloadOf(payload)
  return { payload, ...(known && { known }), ...(bytes && { bytes }) }
}

function resource(capture: Capture, id: string, { payload, bytes, known }: Body, soFar: WarcSoFar): WarcDraft {
  const target = `urn:uuid:${recordId(capture.id, 'file').slice(10, -1)}` // no address: it was handed in, not fetched
  const written: Written = { id, target, date: dateOf(capture), payload }
  if (known || !bytes) return { fields: [...named('revisit', written, soFar), ...pointing(known)], block: [] }
  soFar.byPayload.set(payload, written)
  const type: WarcField = ['Content-Type', capture.given?.mediaType ?? 'application/octet-stream']
  return { fields: [...named('resource', written, soFar), digest(payload), type], block: [bytes] }
}

function answer(
  capture: Capture,
  hop: Hop,
  { id, payload, bytes, known }: Body & { id: string },
  soFar: WarcSoFar,
): WarcDraft {
  const written: Written = { id, target: asTarget(hop.url), date: hop.at ?? dateOf(capture), payload }
  soFar.byTarget.set(written.target, known ?? written)
  if (known || !bytes) {
    const fields = [...named('revisit', written, soFar), ...whence(hop), ...pointing(known), RESPONSE]
    return { fields, block: [bareHead(hop)] }
  }
  soFar.byPayload.set(payload, written)
  const fields = [...named('response', written, soFar), ...whence(hop), digest(payload), RESPONSE]
  return { fields, block: [responseHead(hop, bytes.length), bytes] }
}

/** 304: what was there before still stands. */
function unchanged(capture: Capture, hop: Hop, id: string, soFar: WarcSoFar): WarcDraft {
  const target = asTarget(hop.url)
  const known = soFar.byTarget.get(target)
  const fields = [...named('revisit', { id, target, date: hop.at ?? dateOf(capture) }, soFar), ...whence(hop)]
  return { fields: [...fields, ...pointing(known, 'server-not-modified'), RESPONSE], block: [bareHead(hop)] }
}

/** An answer whose body was not kept: a redirect, or one that was broken off. */
function bodiless(capture: Capture, hop: Hop, id: string, soFar: WarcSoFar): WarcDraft {
  const written = { id, target: asTarget(hop.url), date: hop.at ?? dateOf(capture) }
  const cut: WarcField[] = promisesBody(hop.headers) ? [['WARC-Truncated', whyCut(capture, hop)]] : []
  const fields = [...named('response', written, soFar), ...whence(hop), digest(NO_BYTES), ...cut, RESPONSE]
  return { fields, block: [responseHead(hop, 0)] }
}

/** Why a body is missing, in the words of the standard. */
function whyCut({ outcome, hops }: Capture, hop: Hop): string {
  if (hop !== hops.at(-1)) return 'unspecified'
  if (outcome.kind === 'refused' && outcome.by === 'size') return 'length'
  if (outcome.kind === 'failed' && outcome.code === 'FETCH_TIMEOUT') return 'time'
  return outcome.kind === 'failed' && outcome.code === 'FETCH_BROKEN_OFF' ? 'disconnect' : 'unspecified'
}
