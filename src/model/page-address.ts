// Which page an address is of. What only tells how a reader came there is no part of it: the fragment, and the parameters
// that campaigns and networks add. The address of a whole site names no page.

/** The address by which pages are compared: two addresses of one page give the same. Undefined for what is no page's. */
export function pageOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address.trim())
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  const kept = withoutTracking(url).filter((part) => part !== '')
  const path = url.pathname === '/' ? '' : url.pathname
  if (path === '' && kept.length === 0) return undefined
  return `${url.host}${path || '/'}${kept.length > 0 ? `?${kept.join('&')}` : ''}`
}

/** The parameters of an address, each as it is written, without those that only tell how a reader came there. */
export function withoutTracking({ search }: URL): string[] {
  return search
    .slice(1)
    .split('&')
    .filter((part) => !TRACKING.test(part.split('=', 1)[0] ?? ''))
}

// Whole names only: "ref" and "source" may choose what is shown.
const TRACKING =
  /^(?:utm_\w+|ns_\w+|at_(?:medium|campaign)|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|twclid|ttclid|gclsrc|[gw]braid|igshid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|cmpid|ocid|xtor)$/i
