// Which answers of an archive may be reports: pages and texts with status 200. The others have a name to be counted under.
import type { MediaType } from '../model/capture.ts'
import { type HttpMessage, headerOf, statusOf } from './http-message.ts'

/** What the bytes are to be read as, `unsaid` where nothing tells; or what else the answer is. */
export type Judged = { readonly mediaType: MediaType | 'unsaid' } | { readonly other: string }

const TYPES: Readonly<Record<string, MediaType>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'text/plain',
  'text/markdown': 'text/markdown',
}

/** Judges an answer. */
export function judgeAnswer(message: HttpMessage, url: string): Judged {
  const status = statusOf(message)
  if (status !== 200) return { other: `of status ${status}` }
  return judgeType(headerOf(message.headers, 'content-type'), url)
}

/** Judges by the type of the content alone. A robots.txt is a text and no report. */
export function judgeType(contentType: string | undefined, url: string): Judged {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (/^https?:\/\/[^/]+\/robots\.txt$/i.test(url)) return { other: 'a robots.txt' }
  if (!type) return { mediaType: 'unsaid' }
  const mediaType = TYPES[type]
  return mediaType ? { mediaType } : { other: `of type ${type}` }
}
