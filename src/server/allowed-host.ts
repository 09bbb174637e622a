// Against DNS rebinding: a page elsewhere can make a browser ask 127.0.0.1 under a name of its own, and only the Host
// header tells.

const OWN = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True where the Host header names this machine, or the address that the desk was told to listen on. */
export function isAllowedHost(header: string | undefined, listening: string): boolean {
  if (!isLoopback(listening)) return true // asked to listen for others: their names for this machine are not known here
  const name = header?.replace(/:\d+$/, '').toLowerCase()
  return name !== undefined && (OWN.has(name) || name === listening.toLowerCase())
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
