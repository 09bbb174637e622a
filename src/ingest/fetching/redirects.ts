// Where a redirect leads (RFC 9110, 15.4), and when a chain of them is given up. From https to http is followed, since sites do
// it by mistake on the way to https again; but such a step never moves a feed for good.
import type { Hop } from '../../model/capture.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

/** True for a status that leads elsewhere. 300 leaves a choice, and 304 says that nothing changed. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status)
}

/** What the last hop leads to, as its header says; or why the chain ends there. */
export function leadOn(
  hops: readonly Hop[],
  most: number,
): { readonly location: string } | { readonly reason: string } {
  const last = hops.at(-1)
  const named =
    last?.headers.filter(([name]) => name.toLowerCase() === 'location').map(([, value]) => value.trim()) ?? []
  const [header] = named
  if (!last || !header) return { reason: `${last?.url} leads on (${last?.status}) but does not say where to` }
  if (new Set(named).size > 1) return { reason: `${last.url} leads to several addresses at once` }
  const location = readBytes(header)
  const next = resolveAgainst(location, last.url)
  if (!next) return { reason: `${last.url} leads to "${location}", which is no address` }
  if (hops.some(({ url }) => url === next)) return { reason: `the redirects go in a circle, back to ${next}` }
  if (hops.length > most) return { reason: `more than ${most} redirects` }
  return { location }
}

/** Where the permanent redirects lead that the chain began with, if the chain ended well. */
export function movedTo(hops: readonly Hop[]): string | undefined {
  const status = hops.at(-1)?.status ?? 0
  if (status !== 304 && (status < 200 || status > 299)) return undefined
  const end = hops.findIndex((hop) => !FOR_GOOD.has(hop.status))
  const chain = hops.slice(0, end + 1)
  const isDowngraded = chain.some(({ url }, i) => url.startsWith('http:') && chain[i - 1]?.url.startsWith('https:'))
  return end > 0 && !isDowngraded ? chain.at(-1)?.url : undefined
}

/** Header bytes stand one to a character; most servers mean UTF-8 where they are not plain. */
function readBytes(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value // not UTF-8, so taken character by character
  }
}

function resolveAgainst(location: string, base: string): string | undefined {
  try {
    const url = new URL(location, base)
    url.hash = ''
    return url.href
  } catch {
    return undefined // tells only that it is none
  }
}
