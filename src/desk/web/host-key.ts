// What counts as one host: politeness goes by it. Its port belongs to it where it is not the usual one.

/** The host of an address as the diary has it, such as "news.example" or "news.example:8080". Throws TypeError. */
export function hostKey(url: string): string {
  return new URL(url).host
}

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|cmpid|ocid|ref_src|at_(?:medium|campaign)|ns_\w+|xtor|igshid)$/i

/** The address without fragment and tracking parameters; undefined where it is none of the web. */
export function tidyAddress(address: string, base?: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}
