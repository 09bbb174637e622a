// From the bytes of one report to its readable text: decode, tell the report from its furniture, keep the way back.
import type { Given, MediaType, Told } from '../model/capture.ts'
import type { Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { decode } from './decode.ts'
import { docFromHtml } from './doc-from-html.ts'
import { makeTextDoc } from './doc-from-text.ts'
import type { About } from './make-doc.ts'

export { extractor } from './extractor.ts'

/** One report as it came in. */
export interface Received {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  readonly charset?: string // what the transport said
  readonly given?: Given // what the hand that gave it said; outranks the page
  readonly url?: string // the address that the bytes came from, redirects followed
  readonly urlFrom?: string // who says so, where it is not who fetched them
  readonly told?: Told // what the feed said of it; the page outranks it
  readonly capture: Id<'capture'>
  readonly report?: string // what makes two sightings one report; absent: the capture
}

/** The doc of a report. Pure: the same bytes and given give the same doc. Throws ReadoutError NO_TEXT or FILE_BINARY. */
export function extract({ bytes, mediaType, charset, ...about }: Received): Doc {
  const text = decode(bytes, charset, mediaType === 'text/html')
  return mediaType === 'text/html' ? docFromHtml(text, about) : makeTextDoc(text, namedAs(mediaType, about))
}

/** A text has to be told plain from Markdown even where no hand gave it. */
function namedAs(mediaType: MediaType, about: About): About {
  return { ...about, given: { name: about.capture, ...about.given, mediaType } }
}
