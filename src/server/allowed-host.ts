// Against DNS rebinding: a page elsewhere can make a browser ask this machine under a name of its own, and only the Host header
// tells. Whoever asks for a number instead of a name cannot have been led astray so.

/** What the desk listens on, and the address that others know it by, such as that of the proxy before it. */
export interface Listening {
  readonly host: string
  readonly publicAddress?: string // an origin: https://desk.example
}

const OWN = new Set(['localhost', '127.0.0.1', '[::1]'])
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/

/** True where the Host header names this machine, the public address, or, listening for others, any number. */
export function isAllowedHost(header: string | undefined, { host, publicAddress }: Listening): boolean {
  const asked = header?.toLowerCase()
  if (asked === undefined) return false
  const name = asked.replace(/:\d+$/, '')
  if (OWN.has(name) || name === host.toLowerCase()) return true
  if (publicAddress !== undefined && asked === new URL(publicAddress).host) return true
  return !isLoopback(host) && NUMBER.test(name)
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
