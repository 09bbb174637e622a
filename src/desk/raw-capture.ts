// The bytes of a capture as they are sent to a browser: what is a page as HTML, other text as text, anything else to be downloaded.
// They are foreign: whoever sends them sends them where nothing runs.
import { findCapture, type LoggedCapture } from '../archive/captures.ts'
import { findPayload } from '../archive/payload.ts'
import { decodePayload } from '../ingest/fetching/decode-content.ts'
import type { Capture } from '../model/capture.ts'
import { charsetOf, headerOf, typeOf } from '../model/header.ts'
import type { Instant } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { timeOf } from './find-page.ts'

export interface RawCapture {
  readonly bytes: Uint8Array
  readonly type: string // a Content-Type
  readonly isPage: boolean // it can be replayed
  readonly fileName?: string // to be downloaded under
  readonly at: Instant // when the page was so
  readonly url?: string
}

/** The bytes without the coding that they came in; undefined where there are none. Throws EXTRACT_FAILED for a broken coding. */
export async function findRawCapture({ store }: Pick<Desk, 'store'>, id: string): Promise<RawCapture | undefined> {
  const found = findCapture(store, id)
  const outcome = found?.capture.outcome
  if (!found || !outcome || !('payload' in outcome)) return undefined
  const payload = await findPayload(store, outcome.payload)
  if (!payload) return undefined
  const { capture } = found
  const bytes = await decodePayload(payload, capture.hops.at(-1)?.headers ?? [])
  const url = addressOf(capture)
  return { bytes, ...typeFor(found), at: timeOf(capture), ...(url !== undefined && { url }) }
}

/** The address that a capture is of, where it is one. */
export function addressOf({ asked, hops, given }: Capture): string | undefined {
  const all = [hops.at(-1)?.url, given?.url, asked]
  return all.find((address) => address !== undefined && /^https?:\/\//i.test(address))
}

/** True where the bytes are a page. */
export function isPage(capture: Capture): boolean {
  return typeFor({ number: 0, capture }).isPage
}

const PAGES = new Set(['text/html', 'application/xhtml+xml'])
const TEXTS =
  /^(?:text\/[\w.+-]+|application\/(?:[\w.-]+\+)?(?:json|xml)|image\/svg\+xml|multipart\/related|message\/rfc822)$/

function typeFor({ capture }: LoggedCapture): Pick<RawCapture, 'type' | 'isPage' | 'fileName'> {
  const stated = headerOf(capture.hops.at(-1)?.headers ?? [], 'content-type')
  const type = typeOf(stated) ?? capture.given?.mediaType ?? 'application/octet-stream'
  const charset = charsetOf(stated)
  if (PAGES.has(type)) return { type: `text/html${charset ? `; charset=${charset}` : ''}`, isPage: true }
  if (TEXTS.test(type)) return { type: `text/plain; charset=${charset ?? 'utf-8'}`, isPage: false }
  return { type: 'application/octet-stream', isPage: false, fileName: fileNameOf(capture, type) }
}

function fileNameOf({ id }: Capture, type: string): string {
  return `capture-${id.slice(0, 12)}${type === 'application/pdf' ? '.pdf' : '.bin'}`
}
