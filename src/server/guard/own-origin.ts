// Whether a request that changes something comes from a page of the desk. Browsers say so in headers that no page can forge; a
// program sends neither, and is known by its token. The second line: the first is the token of the form.
import type { FastifyRequest } from 'fastify'

/** True unless the browser says that another site's page sent it. */
export function isFromOwnPage({ headers }: Pick<FastifyRequest, 'headers'>, publicAddress?: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  const from = origin.toLowerCase()
  if (from === publicAddress) return true
  const isPublic = publicAddress !== undefined && host?.toLowerCase() === new URL(publicAddress).host
  return !isPublic && from === `http://${host}`.toLowerCase()
}

/** True where a browser's page sent it, whichever. */
export function isFromPage({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-fetch-site'] !== undefined || headers.origin !== undefined
}
