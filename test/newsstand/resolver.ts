// The DNS of the newsstand: its names lead to the one address that serves them, some names misbehave, inner names lead
// inside, and no other name is known.
import { INNER_V6 } from './inner-addresses.ts'
import type { Stand } from './stand.ts'

export interface ResolverOptions {
  readonly address: string // where the newsstand is served
  readonly dead: string // an address that may be asked and where nobody listens
  readonly inner?: string
}

/** Looks a name up. Each call is a look-up of its own: what was answered is not remembered here. */
export function makeResolver(stand: Stand, options: ResolverOptions): (name: string) => Promise<string[]> {
  const { address, dead, inner = '127.0.0.1' } = options
  const hosts = new Map(stand.hosts.map((host) => [host.name, host]))
  const counts = new Map<string, number>()
  return async (given) => {
    const name = given.toLowerCase().replace(/\.$/, '')
    if (name === 'localhost' || name.endsWith('.localhost') || name === 'inner.example') return [inner]
    const host = hosts.get(name)
    if (!host) throw unknown(name)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    switch (host.vice) {
      case 'refuse':
        return [dead]
      case 'rebind':
        return [count % 2 === 0 ? address : inner]
      case 'name-inner':
        return [[inner, '10.0.0.1', '192.168.7.7', '169.254.169.254'][count % 4] ?? inner]
      case 'name-mixed':
        return count % 2 === 0 ? [inner, address] : [address, inner]
      case 'name-v6':
        return [INNER_V6[count % INNER_V6.length] ?? '::1']
      case 'name-none':
        throw unknown(name)
      case 'name-empty':
        return []
      case 'name-odd':
        return [['karsk', '', '127.0.0.1/8', '::ffff:karsk', '0177.0.0.1'][count % 5] ?? '']
      case 'name-late':
        return new Promise(() => {})
      default:
        return [address]
    }
  }
}

function unknown(name: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND', hostname: name })
}
