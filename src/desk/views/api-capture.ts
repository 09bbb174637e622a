// One capture for other programs, and its bytes as received.
import { findCapture, type LoggedCapture } from '../../archive/captures.ts'
import { findReportName } from '../../archive/find-report.ts'
import { findPayload } from '../../archive/payload.ts'
import type { Capture, Outcome } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { RemovalCause } from '../../model/removal.ts'
import type { Desk } from '../desk.ts'
import { findRemovedBytes, wasRemoved } from '../removal/list-removed.ts'

type OfDesk = Pick<Desk, 'store'>

/** The capture of an id. Throws CAPTURE_UNKNOWN. */
export function tellCapture({ store }: OfDesk, id: string) {
  const { number, name, capture } = openCapture({ store }, id)
  const { at, hops, outcome, foundIn, archived, from } = capture
  return {
    id: capture.id as string,
    number,
    at,
    asked: askedFor(capture),
    outcome: tellOutcome(outcome),
    hops: hops.map(({ url, status, headers, at: began }) => ({
      url,
      status,
      ...(began && { at: began }),
      headers: headers.map(([field, value]): [string, string] => [field, value]),
    })),
    ...(foundIn && { foundIn: foundIn as string }),
    ...(archived && { archived }),
    ...(from && { archive: { file: from.file, record: from.record } }),
    ...(name !== undefined && { report: name }),
    ...('payload' in outcome && tellBytes({ store }, id, outcome.payload)),
  }
}

function tellBytes(desk: OfDesk, id: string, payload: string): ToldBytes {
  const removal = findRemovedBytes(desk, payload)
  if (!removal) return { bytes: `${captureHref(id)}/bytes` }
  const { at, cause, why, number } = removal
  return { removed: { at, cause, why, decision: number } }
}

interface ToldBytes {
  readonly bytes?: string
  readonly removed?: {
    readonly at: string
    readonly cause: RemovalCause
    readonly why: string
    readonly decision: number
  }
}

/** The bytes that a capture brought, as received. Throws CAPTURE_UNKNOWN, also where it brought none, and REPORT_REMOVED. */
export async function findBytes({ store }: OfDesk, id: string): Promise<{ bytes: Uint8Array; digest: string }> {
  const { outcome } = openCapture({ store }, id).capture
  const bytes = 'payload' in outcome ? await findPayload(store, outcome.payload) : undefined
  const removal = 'payload' in outcome && !bytes ? findRemovedBytes({ store }, outcome.payload) : undefined
  if (removal) throw wasRemoved(`the bytes of capture "${id}" were`, removal)
  if (bytes === undefined || !('payload' in outcome)) throw unknown(`capture "${id}" brought no bytes`)
  return { bytes, digest: outcome.payload }
}

/** A capture in a list. */
export function tellCaptureLine({ number, capture }: LoggedCapture) {
  const { id, at, outcome } = capture
  return {
    id: id as string,
    number,
    at,
    asked: askedFor(capture),
    outcome: outcome.kind as string,
    href: captureHref(id),
  }
}

/** The address of a capture in the API. */
export function captureHref(id: string): string {
  return `/api/captures/${encodeURIComponent(id)}`
}

/** The capture of an id, with the name of the report that it brought. Throws CAPTURE_UNKNOWN. */
export function openCapture({ store }: OfDesk, id: string): LoggedCapture & { readonly name?: string } {
  const found = findCapture(store, id)
  const name = found?.report === undefined ? undefined : findReportName(store, found.report)
  if (found) return { ...found, ...(name !== undefined && { name }) }
  throw unknown(`no capture "${id}" on this desk; /api/changes and each report name them`)
}

// Of a file handed in its name alone: where it lay is nobody's business.
function askedFor({ asked, outcome }: Capture): string {
  return outcome.kind === 'handed in' && !URL.canParse(asked) ? (asked.split(/[\\/]/).at(-1) ?? asked) : asked
}

function unknown(message: string): ReadoutError {
  return new ReadoutError('CAPTURE_UNKNOWN', message)
}

function tellOutcome(outcome: Outcome) {
  switch (outcome.kind) {
    case 'answered':
    case 'handed in':
      return { kind: outcome.kind, digest: outcome.payload }
    case 'unchanged':
      return { kind: outcome.kind }
    case 'refused':
      return { kind: outcome.kind, by: outcome.by, reason: outcome.reason }
    case 'failed':
      return { kind: outcome.kind, code: outcome.code, reason: outcome.reason }
  }
}
