// The header lines that we send: who we are, what we can read, and what we have already. No cookie, no referrer, nothing from a page.
import type { Header, Wanted } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import { PRODUCT } from './robots.ts'

const ACCEPTED: Readonly<Record<Wanted, string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
}

/** What is sent to a program that answers in JSON; `key`: its bearer token. */
export function headersForPost(userAgent: string, key?: string): Header[] {
  return [
    ['user-agent', userAgent],
    ['accept', 'application/json'],
    ['accept-encoding', 'gzip, br, zstd'],
    ['content-type', 'application/json'],
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
