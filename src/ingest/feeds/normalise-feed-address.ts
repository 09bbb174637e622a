// When two addresses lead to one feed, as far as an address can tell.

/** What two addresses of one feed have in common: neither scheme, `www.`, default port, fragment nor a last slash count. */
export function normaliseFeedAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname, search } = new URL(url)
  return `${host.replace(/^www\./, '').replace(/:(?:80|443)$/, '')}${pathname.replace(/\/+$/, '')}${search}`
}
