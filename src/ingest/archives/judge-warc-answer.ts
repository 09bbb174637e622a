// Which answers of an archive may be reports: pages, texts and PDF with status 200. The others have a name to be counted under.
import type { MediaType } from '../../model/capture.ts'
import { headerOf, mediaTypeOf, typeOf } from '../../model/header.ts'
import { type HttpMessage, statusOf } from './http-message.ts'

/** What the bytes are to be read as, `unsaid` where nothing tells; or what else the answer is. */
export type WarcVerdict = { readonly mediaType: MediaType | 'unsaid' } | { readonly other: string }

/** Judges an answer. */
export function judgeWarcAnswer(message: HttpMessage, url: string): WarcVerdict {
  const status = statusOf(message)
  if (status !== 200) return { other: `of status ${status}` }
  return judgeType(headerOf(message.headers, 'content-type'), url)
}

/** Judges by the type of the content alone. A robots.txt is a text and no report. */
export function judgeType(contentType: string | undefined, url: string): WarcVerdict {
  const type = typeOf(contentType)
  if (/^https?:\/\/[^/]+\/robots\.txt$/i.test(url)) return { other: 'a robots.txt' }
  if (!type) return { mediaType: 'unsaid' }
  const mediaType = mediaTypeOf(type)
  return mediaType ? { mediaType } : { other: `of type ${type}` }
}
