// Whether the address that a page gives itself may stand for it: http or https, of the same site (registrable domain) as
// the one that was asked, and not the home page, to which careless templates point from everywhere.
import { getDomain } from 'tldts'

/** The address, whole and without its fragment; undefined where it may not stand. `asked`: where the page was had from. */
export function judgeAddress(stated: string, asked: string | undefined): string | undefined {
  const from = asked === undefined ? undefined : parseUrl(asked)
  const url = parseUrl(stated, from)
  if (!url || isHome(url)) return undefined
  if (from && siteOf(from) !== siteOf(url)) return undefined
  url.hash = ''
  return url.href
}

function parseUrl(words: string, base?: URL): URL | undefined {
  const url = words.trim() === '' ? null : URL.parse(words.trim(), base?.href)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined
}

function isHome({ pathname, search }: URL): boolean {
  return search === '' && /^\/(?:(?:index|default|home)(?:\.\w{2,5})?)?\/?$/i.test(pathname)
}

/** "www.harbour-post.example" and "amp.harbour-post.example" are one site; so is an IP address with itself. */
function siteOf({ hostname }: URL): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname
}
