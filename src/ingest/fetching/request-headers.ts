// The header lines that we send: who we are, what we can read, and what we have already. No cookie, no referrer, nothing from a page.
import type { Header, Wanted } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import { PRODUCT } from './robots.ts'

const ACCEPTED: Readonly<Record<Wanted, string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
}

/** What is sent to a program that answers; `key`: its bearer token. */
export interface Post {
  readonly body: string | Uint8Array
  readonly key?: string
  readonly types?: { readonly sent: string; readonly accepted: string } // JSON both ways where absent
}

const JSON_TYPES = { sent: 'application/json', accepted: 'application/json' }

/** All but `host`, `connection` and the length, which the connection adds. */
export function headersForPost(userAgent: string, { key, types = JSON_TYPES }: Omit<Post, 'body'>): Header[] {
  return [
    ['user-agent', userAgent],
    ['accept', types.accepted],
    ['accept-encoding', 'gzip, br, zstd'],
    ['content-type', types.sent],
    ...(key ? [['authorization', `Bearer ${key}`] satisfies Header] : []),
  ]
}

/** All but `host` and `connection`, which the connection adds. */
export function headersFor(what: Wanted, userAgent: string, conditions: readonly Header[]): Header[] {
  return [['user-agent', userAgent], ['accept', ACCEPTED[what]], ['accept-encoding', 'gzip, br, zstd'], ...conditions]
}

/** The user agent, if it can stand in a header line and has the name that robots.txt knows. Throws SETTINGS_BROKEN otherwise. */
export function checkUserAgent(userAgent: string): string {
  const [name = ''] = userAgent.split(/[/ ]/)
  if (name === PRODUCT && /^[\x20-\x7e]*[\x21-\x7e]$/.test(userAgent)) return userAgent
  const cure = `begin with ${PRODUCT} and say how to reach you, like ${PRODUCT}/0.1 (+mailto:desk@example.org)`
  throw new ReadoutError('SETTINGS_BROKEN', `"${userAgent}" cannot be sent as a user agent; ${cure}`)
}
