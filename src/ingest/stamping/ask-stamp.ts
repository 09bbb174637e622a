// One request for a time stamp over HTTP (RFC 3161, 3.4), through the guarded fetcher. What comes back is the answer as it came, or a
// reason why there is none.
import type { Digest } from '../../model/id.ts'
import type { Fetcher } from '../fetch.ts'
import { makeStampRequest } from './make-stamp-request.ts'
import { readStampReply } from './read-stamp-reply.ts'

export interface StampQuestion {
  readonly address: string
  readonly sha256: Digest
  readonly nonce: Uint8Array
  readonly signal?: AbortSignal
}

export type Stamped = { readonly reply: Uint8Array; readonly at: string } | { readonly fault: string }

/** The most that an answer may be, in bytes: a signature and a few certificates take under 10,000. */
export const STAMP_BYTES = 64 * 1024

/** Asks. Never throws for what the other side does; rejects when told to stop. */
export async function askStamp(fetcher: Fetcher, { address, sha256, nonce, signal }: StampQuestion): Promise<Stamped> {
  const body = makeStampRequest(sha256, nonce)
  const types = { sent: 'application/timestamp-query', accepted: 'application/timestamp-reply' }
  const fetched = await fetcher.fetch({ url: address, what: 'page', post: { body, types }, ...(signal && { signal }) })
  const { hops, outcome, body: reply } = fetched
  if (outcome.kind !== 'answered' || !reply)
    return { fault: `no answer: ${'reason' in outcome ? outcome.reason : outcome.kind}` }
  const status = hops.at(-1)?.status
  if (status !== 200) return { fault: `the address answered ${status}` }
  const read = readStampReply(reply, sha256, nonce)
  return 'fault' in read ? { fault: `what came is not kept: ${read.fault}` } : { reply, at: read.at }
}
