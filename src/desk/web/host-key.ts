// Addresses as the diary has them, and what counts as one host: politeness goes by it.
import { withoutTracking } from '../../model/page-address.ts'

/** The host of an address, with its port where that is not the usual one, such as "news.example" or "news.example:8080". Throws TypeError. */
export function hostKey(url: string): string {
  return new URL(url).host
}

/** The address without fragment and tracking parameters; undefined where it is none of the web. */
export function tidyAddress(address: string, base?: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  url.hash = ''
  url.search = withoutTracking(url).join('&')
  return url.href
}
