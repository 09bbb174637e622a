// A report of any kind to its doc: a PDF by its own reader, an MHTML file by the page within it, all else as it is.
import type { Doc } from '../model/doc.ts'
import { extract, type Received } from './extract.ts'

/** The doc of a report. Throws ReadoutError NO_TEXT, FILE_BINARY or EXTRACT_FAILED. */
export async function extractAny(received: Received): Promise<Doc> {
  const { mediaType, bytes, charset: _, ...about } = received
  if (mediaType === 'application/pdf') {
    const { docFromPdf } = await import('./doc-from-pdf.ts') // its reader takes a third of a second to load
    return docFromPdf(bytes, about)
  }
  if (mediaType !== 'multipart/related') return extract(received)
  const { unwrapMhtml } = await import('./unwrap-mhtml.ts')
  const { isPage, url, ...page } = await unwrapMhtml(bytes, about.given?.name ?? about.capture)
  const address = received.url === undefined && url !== undefined ? { url, urlFrom: 'Content-Location' } : {}
  return extract({ ...about, ...page, ...address, mediaType: isPage ? 'text/html' : 'text/plain' })
}
