// How often one may ask. Guessing passwords is slow per name and per address; reading is limited only so far that nobody can keep
// the desk busy alone.
import type {} from '@fastify/rate-limit' // what it adds to a server
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { makeRefusal } from '../problem.ts'

/** So many in a span of time. */
export interface Limits {
  readonly signInsOfName: number // in five minutes
  readonly signInsOfAddress: number // in five minutes
  readonly asksOfAddress: number // for mail, in an hour
  readonly requests: number // of an address in a minute
}

export const LIMITS: Limits = {
  signInsOfName: 10,
  signInsOfAddress: 30,
  asksOfAddress: 10,
  requests: 3000, // fifty a second: more than a person or a polite program needs
}

const MINUTE = 60_000

export interface Limiters {
  /** Throws TOO_MANY. */
  request(request: FastifyRequest): Promise<void>
  /** Throws TOO_MANY. `sign`: the name as it is compared. */
  signIn(request: FastifyRequest, sign: string): Promise<void>
  /** Throws TOO_MANY. */
  ask(request: FastifyRequest): Promise<void>
}

/** The limiters over the plug-in @fastify/rate-limit, which must be registered. */
export function makeLimiters(server: FastifyInstance, limits: Limits): Limiters {
  const signs = new WeakMap<FastifyRequest, string>()
  const any = server.createRateLimit({ max: limits.requests, timeWindow: MINUTE, allowList: isOwnMachine })
  const ofAddress = server.createRateLimit({ max: limits.signInsOfAddress, timeWindow: 5 * MINUTE })
  const asks = server.createRateLimit({ max: limits.asksOfAddress, timeWindow: 60 * MINUTE })
  const ofName = server.createRateLimit({
    max: limits.signInsOfName,
    timeWindow: 5 * MINUTE,
    keyGenerator: (request) => signs.get(request) ?? '',
  })
  return {
    request: (request) => refuse(any, request),
    ask: (request) => refuse(asks, request),
    async signIn(request, sign) {
      signs.set(request, sign)
      await refuse(ofAddress, request)
      await refuse(ofName, request)
    },
  }
}

// What this machine asks itself is not counted. Behind a proxy on it the address is that of who asked the proxy.
function isOwnMachine({ ip }: FastifyRequest): boolean {
  return /^(?:127\.|::1$|::ffff:127\.)/.test(ip)
}

async function refuse(limiter: ReturnType<FastifyInstance['createRateLimit']>, request: FastifyRequest): Promise<void> {
  const found = await limiter(request)
  if (found.isAllowed || !found.isExceeded) return
  const headers = { 'retry-after': String(found.ttlInSeconds) }
  throw makeRefusal('TOO_MANY', { detail: `too many tries; come again in ${found.ttlInSeconds} seconds`, headers })
}
