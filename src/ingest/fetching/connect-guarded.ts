// door: network
// The one place where a connection is opened. The name is looked up once, every address that it leads to is judged, and the
// connection goes to the addresses that were judged: a name that changes its mind in between gains nothing. Addresses written
// out are judged as well. One that is not allowed spoils them all.
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { judgeAddress, type Network, parseAddress } from './guard-address.ts'

/** The IP addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface GuardSettings {
  readonly networks: readonly Network[] // allowed beside the public internet
  readonly own: () => readonly string[] // addresses of this machine: never, unless `networks` has them
  readonly resolve: Resolve
  readonly connectMs: number
}

/** Of one connection: how undici opens it, and what became of it. */
export interface Link {
  readonly connect: buildConnector.connector
  socket: Socket | undefined
  address: string | undefined // the one that it leads to
  isDropped: boolean // nobody waits for it any more
}

const MOST_ADDRESSES = 8 // tried one after the other; who has more has them for others

/** A link not yet connected. It judges anew each time it is. */
export function makeLink(settings: GuardSettings): Link {
  const link: Link = {
    socket: undefined,
    address: undefined,
    isDropped: false,
    connect(options, callback) {
      connectGuarded(options, settings, link).then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      )
    },
  }
  return link
}

/** All addresses that the system knows for a name. */
export async function resolveByLookup(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** True for the error by which the guard refuses. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'GUARD'
}

async function connectGuarded(options: buildConnector.Options, settings: GuardSettings, link: Link): Promise<Socket> {
  const end = performance.now() + settings.connectMs
  const host = options.hostname
  link.socket = undefined
  link.address = undefined
  const found = isIP(host) ? [host] : await within(settings.connectMs, settings.resolve(host), `looking ${host} up`)
  if (link.isDropped) throw withCode('ECANCELED', `${host} is not wanted any more`)
  if (found.length === 0) throw withCode('ENOTFOUND', `no address for ${host}`)
  const own = settings.own()
  const vetted = found.map((address) => vet(address, host, settings.networks, own)).slice(0, MOST_ADDRESSES)
  const timeout = Math.max(1, Math.ceil(end - performance.now()))
  const connect = buildConnector({
    allowH2: false,
    rejectUnauthorized: true, // whatever the environment says
    timeout,
    lookup: answerWith(vetted),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.max(10, Math.floor(timeout / vetted.length)),
    maxCachedSessions: 0,
  })
  const servername = isIP(host) ? '' : host.replace(/\.$/, '') // RFC 6066, 3: without the dot of the root
  return new Promise((resolve, reject) => {
    const opened: unknown = connect(
      { ...options, servername, hostname: isIP(host) ? (vetted[0] ?? host) : host },
      (...[error, socket]) => {
        if (error) return reject(error)
        const address = parseAddress(socket.remoteAddress ?? '')
        if (address === undefined || !vetted.includes(address)) {
          socket.destroy()
          return reject(withCode('GUARD', `${host} was reached at ${address}, which nobody looked at`))
        }
        link.address = address
        resolve(socket)
      },
    )
    link.socket = opened as Socket // undici's connector hands it back though its type does not say so
  })
}

/** The address in its one spelling. Throws where it is not allowed. */
function vet(address: string, host: string, networks: readonly Network[], own: readonly string[]): string {
  const reason = judgeAddress(address, networks, own)
  const spelled = parseAddress(address)
  if (reason === undefined && spelled !== undefined) return spelled
  throw withCode('GUARD', host === address ? `${reason}` : `${host}: ${reason}`)
}

function answerWith(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, callback) => {
    if (options.all) callback(null, all)
    else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4)
  }
}

async function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(withCode('ETIMEDOUT', `${what} took over ${ms} ms`)), ms)
  timer.unref() // a fetcher that was closed keeps nobody waiting
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** An error that is told from others by its code. */
export function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
