// Is this IP address one that we may connect to? Judged by its bytes, never by its spelling: only public unicast passes,
// and what carries an IPv4 address within (RFC 4291, 6052, 3056, 4380, 5214) is as good as that one. Ranges by the registries
// of special-purpose addresses (RFC 6890).
import ipaddr from 'ipaddr.js'
import { ReadoutError } from '../../model/errors.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** A range of addresses and the length of its prefix. */
export type Network = readonly [Address, number]

const GLOBAL_UNICAST: Network = [ipaddr.parse('2000::'), 3] // all that has been given out of IPv6 (RFC 4291, 2.4)

/** Public by number, but the host of a virtual machine at one provider: its keys and settings are had there. */
const HOST_OF_MACHINES = '168.63.129.16'

const COMPATIBLE = /^::\d+\.\d+\.\d+\.\d+(?:%.*)?$/ // given up in RFC 4291, 2.5.5.1

const WORDS: Readonly<Record<string, string>> = {
  unspecified: 'stands for no host or for this machine',
  loopback: 'leads to this machine itself',
  private: 'is of a private network',
  uniqueLocal: 'is of a private network',
  deprecatedSiteLocal: 'is of a private network',
  carrierGradeNat: 'is of a provider’s inner network',
  linkLocal: 'is of the nearest network only, where clouds keep their secrets',
  broadcast: 'is for many hosts at once',
  multicast: 'is for many hosts at once',
}

/** The ranges that are allowed beside the public internet. Throws SETTINGS_BROKEN on what is none. */
export function parseNetworks(ranges: readonly string[]): Network[] {
  return ranges.map((range) => {
    if (!ipaddr.isValidCIDR(range)) {
      throw new ReadoutError('SETTINGS_BROKEN', `"${range}" is no range of addresses; write it like 192.168.7.0/24`)
    }
    return ipaddr.parseCIDR(range)
  })
}

/** The address in its one spelling; undefined where the text is no IP address, or one in a spelling of old. */
export function parseAddress(text: string): string | undefined {
  if (COMPATIBLE.test(text)) return undefined // ipaddr.js takes ::8.8.8.8 for ::ffff:8.8.8.8, which it is not
  if (text.includes(':')) return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toString() : undefined
  return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text).toString() : undefined
}

/** Why we may not connect to the address; undefined where we may. `own`: the addresses of this machine. */
export function judgeAddress(
  text: string,
  networks: readonly Network[] = [],
  own: readonly string[] = [],
): string | undefined {
  const spelled = parseAddress(text)
  if (spelled === undefined) return `"${text}" is no IP address`
  const address = ipaddr.process(spelled) // ::ffff:10.0.0.1 -> 10.0.0.1
  if (networks.some((network) => isWithin(address, network))) return undefined
  const isOwn = own.some((mine) => parseAddress(mine) === address.toString())
  const range = address instanceof ipaddr.IPv4 ? judgeFour(address) : judgeSix(address)
  const fault = range ?? (isOwn ? 'is this machine’s own' : undefined)
  return fault && `${text} ${fault}; "networks" in the settings can let it in`
}

function judgeFour(address: ipaddr.IPv4): string | undefined {
  if (address.toString() === HOST_OF_MACHINES) return 'leads to the host of this virtual machine'
  const range = address.range()
  return range === 'unicast' ? undefined : (WORDS[range] ?? 'is no address of the public internet')
}

function judgeSix(address: ipaddr.IPv6): string | undefined {
  if (address.zoneId !== undefined) return 'names a network of this machine'
  const inner = listInner(address)
  for (const four of inner) {
    const fault = judgeFour(four)
    if (fault) return `stands for ${four.toString()}, which ${fault}`
  }
  const range: string = address.range()
  if (inner.length > 0 && ['rfc6052', '6to4', 'teredo'].includes(range)) return undefined
  if (range === 'unicast' && isWithin(address, GLOBAL_UNICAST)) return undefined
  return WORDS[range] ?? 'is no address of the public internet'
}

/** The IPv4 addresses that a gateway would read out of it. */
function listInner(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray()
  const at = (start: number, mask = 0): ipaddr.IPv4 =>
    new ipaddr.IPv4(bytes.slice(start, start + 4).map((byte) => byte ^ mask))
  const isAt = (start: number, ...wanted: number[]): boolean => wanted.every((byte, i) => bytes[start + i] === byte)
  const inner: ipaddr.IPv4[] = []
  if (isAt(0, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) inner.push(at(12)) // NAT64
  if (isAt(0, 0x20, 0x02)) inner.push(at(2)) // 6to4
  if (isAt(0, 0x20, 0x01, 0, 0)) inner.push(at(4), at(12, 0xff)) // Teredo: its server, and the client turned round
  if (isAt(9, 0, 0x5e, 0xfe) && ((bytes[8] ?? 0) & 0xfd) === 0) inner.push(at(12)) // ISATAP
  return inner
}

function isWithin(address: Address, [network, length]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, length)
}
