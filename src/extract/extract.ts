// From the bytes of one report to its readable text: decode, tell the report from its furniture, keep the way back.
import type { Given, MediaType } from '../model/capture.ts'
import type { Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { decode } from './decode.ts'
import { docFromHtml } from './doc-from-html.ts'
import { docFromText } from './doc-from-text.ts'

export { extractor } from './extractor.ts'

/** One report as it came in. */
export interface Received {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  readonly charset?: string // what the transport said
  readonly given?: Given // what the hand that gave it said; outranks the page
  readonly capture: Id<'capture'>
  readonly report?: string // what makes two sightings one report; absent: the capture
}

/** The doc of a report. Pure: the same bytes and given give the same doc. Throws ReadoutError NO_TEXT or FILE_BINARY. */
export function extract({ bytes, mediaType, charset, given, capture, report }: Received): Doc {
  const text = decode(bytes, charset, mediaType === 'text/html')
  if (mediaType === 'text/html') return docFromHtml(text, given, capture, report)
  return docFromText(text, { name: capture, ...given, mediaType }, capture, report)
}
