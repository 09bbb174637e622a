// What the last answer of a chain comes to: its body decoded, nothing new, or no answer of the one who was asked.
import { createHash } from 'node:crypto'
import type { Header, Hop, Outcome } from '../../model/capture.ts'
import { decodeContent } from './decode-content.ts'
import type { FetchCaps } from './fetch-caps.ts'
import { movedTo } from './redirects.ts'

export interface Judged {
  readonly outcome: Outcome
  readonly bytes?: Uint8Array
  readonly body?: Uint8Array
  readonly moved?: string
}

/** The outcome of a chain whose last hop came whole. `isConditional`: it was asked only for what changed. */
export async function judgeAnswer(
  hops: readonly Hop[],
  last: Hop,
  { bytes, isConditional, caps }: { bytes: Uint8Array; isConditional: boolean; caps: FetchCaps },
): Promise<Judged> {
  const moved = movedTo(hops)
  const more = moved === undefined ? {} : { moved }
  if (last.status === 304) {
    if (isConditional) return { outcome: { kind: 'unchanged' }, ...more }
    return failed('FETCH_PROTOCOL', 'the answer is "unchanged" (304), though nobody asked whether')
  }
  // RFC 6585, 6: whoever says 511 is no origin, and what it says is not to be taken for the page
  if (last.status === 511) return failed('FETCH_CONNECT', 'a network on the way wants somebody to log in (511)')
  const transfer = listTransfers(last.headers)
  if (transfer.length > 1 || (transfer[0] ?? 'chunked') !== 'chunked') {
    return failed('FETCH_CODING', `a transfer coding that nobody asked for: ${transfer.join(', ')}`)
  }
  const decoded = await decodeContent(bytes, last.headers, caps)
  if (decoded.kind !== 'decoded') {
    if (decoded.kind === 'coding') return failed('FETCH_CODING', decoded.reason)
    return { outcome: { kind: 'refused', by: 'size', reason: decoded.reason } }
  }
  const payload = createHash('sha256').update(bytes).digest('hex')
  return { outcome: { kind: 'answered', payload }, bytes, body: decoded.body, ...more }
}

function listTransfers(headers: readonly Header[]): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'transfer-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function failed(code: Extract<Outcome, { kind: 'failed' }>['code'], reason: string): Judged {
  return { outcome: { kind: 'failed', code, reason } }
}
