// Sends an answer as an honest host does: with its validators, unchanged where the request's conditions say so.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Access, digestOf } from './access-log.ts'
import type { Answer } from './answer-at.ts'
import type { Host } from './stand.ts'

/** Sends an answer whole, and notes in the log what went out. */
export function send(response: ServerResponse, access: Access, { status, headers, body, page, version }: Answer): void {
  access.status = status
  if (status === 200) access.digest = digestOf(body)
  if (page && version !== undefined && (status === 200 || status === 304)) access.version = version
  for (const [name, value] of headers) {
    response.appendHeader(name, value)
    if (name === 'retry-after') access.retryAfter = value
    if (name === 'etag' || name === 'last-modified') access.isGiven = true
  }
  const hasBody = status !== 304 && status !== 204
  if (hasBody) response.setHeader('content-length', body.length)
  response.writeHead(status)
  response.end(hasBody && access.method !== 'HEAD' ? body : undefined)
}

/** With the validators that the host gives; 304 where the request's conditions say so. */
export function withValidators({ validators }: Host, { headers }: IncomingMessage, answer: Answer): Answer {
  const { status, body, changed } = answer
  if (status !== 200 || changed === undefined || validators === 'none') return answer
  const etag = validators === 'modified' ? undefined : `"${digestOf(body).slice(0, 16)}"`
  const modified = validators === 'etag' ? undefined : new Date(changed).toUTCString()
  const given = [
    ...answer.headers,
    ...(etag ? [['etag', etag] as const] : []),
    ...(modified ? [['last-modified', modified] as const] : []),
  ]
  const match = headers['if-none-match']
  const since = headers['if-modified-since']
  const isSame =
    match !== undefined
      ? etag !== undefined && match.includes(etag) // it outranks the date, RFC 9110 13.2.2
      : since !== undefined && modified !== undefined && Date.parse(since) >= Date.parse(modified)
  return { ...answer, headers: given, ...(isSame && { status: 304 }) }
}
