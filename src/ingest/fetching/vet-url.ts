// Is this an address of the web that we ask for? Judged after parsing as browsers do (WHATWG URL), so that 0x7f.1, 127。0。0。1
// and 2130706433 are one host before anybody looks at it. Where its host leads is the connector's to judge.

/** The longest address that is asked for, in characters. */
export const LONGEST_URL = 8_000 // RFC 9110, 4.1: what everybody ought to bear

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }

export type VettedUrl = { readonly url: URL } | { readonly reason: string }

/** The address parsed, without its fragment; or why it is not asked for. `base`: what it is relative to. */
export function vetUrl(text: string, ports: readonly number[], base?: URL): VettedUrl {
  if (text.length > LONGEST_URL)
    return { reason: `an address of ${text.length} characters, over the cap of ${LONGEST_URL}` }
  const url = parse(text, base)
  if (!url) return { reason: `"${text}" is no web address` }
  const usual = PORTS[url.protocol]
  if (usual === undefined) return { reason: `${url.protocol} is not asked for, only http: and https:` }
  if (url.username || url.password) return { reason: 'the address carries a user name or a password' }
  const port = url.port === '' ? usual : Number(url.port)
  if (!ports.includes(port))
    return {
      reason: `port ${port} is not among those asked (${ports.join(', ')}); "ports" in the settings can let it in`,
    }
  url.hash = ''
  return { url }
}

function parse(text: string, base: URL | undefined): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined // tells only that it is none
  }
}
