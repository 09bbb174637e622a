// The routes of a desk over HTTP: each is let in by the guard, checked against its schema, and answered.
import accepts from '@fastify/accepts'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Accounts } from '../desk/accounts/open-accounts.ts'
import type { Shell } from '../desk/shell.ts'
import { addRoute } from './add-route.ts'
import { isAllowedHost, type Listening } from './allowed-host.ts'
import { allowedMethods } from './allowed-methods.ts'
import { nameCookies } from './guard/cookies.ts'
import { addGuard, bindingOf, FOREIGN, formTokenOf, type Guard } from './guard/guard.ts'
import { LIMITS, type Limits, makeLimiters } from './guard/limits.ts'
import { PACKING, refusePacking } from './guard/packing.ts'
import { earlyHeaders, policyOf } from './guard/policy.ts'
import type { Answered } from './meters.ts'
import { makeRefusal } from './problem.ts'
import type { Route } from './route.ts'
import { type Refusals, type Refused, sendRefusal } from './send-refusal.ts'
import { writesOnce } from './writes-once.ts'

export interface ServerOptions extends Listening {
  readonly accounts: Accounts
  /** A page that says why there is no other. */
  refused(refused: Refused, shell?: Shell): string
  /** What a page tells of what was just done, by its address. */
  notice?(address: string, shell: Shell): Shell['notice']
  /** How many lines of issued editions lean on what has changed, as far as it is known. */
  leaning?(): number | undefined
  /** How much is amiss, as far as it is known. */
  alarms?(): number | undefined
  /** Address ranges of the proxies before it, whose word on who asks is taken; this machine's own is always. */
  readonly proxies?: readonly string[]
  readonly limits?: Partial<Limits>
  /** How long a request may take to arrive, in milliseconds: its headers, and all of it. */
  readonly patience?: { readonly headers: number; readonly request: number }
  /** Requests under way come to their end when it is closed (close-in-time.ts); else they are broken off. */
  readonly isPatient?: boolean
  /** Is told of each fault that is ours; whoever asked is told only that there was one. */
  onFault?(fault: unknown, asked: string): void
  /** Is told of each request that was answered. */
  onAnswered?(answered: Answered): void
}

const BODY_LIMIT = 256 * 1024 // bytes: a form's longest field and its fellows
const PATIENCE = { headers: 15_000, request: 30_000 }
const HALF_YEAR = 180 * 24 * 3600 // seconds

/** The server over these routes, not yet listening. */
export async function makeServer(routes: readonly Route[], options: ServerOptions): Promise<FastifyInstance> {
  const { accounts, refused, limits, publicAddress, patience = PATIENCE } = options
  const isSecure = publicAddress?.startsWith('https:') ?? false
  const cookies = nameCookies({ key: accounts.key, ...(publicAddress !== undefined && { publicAddress }) })
  const refusals: Refusals = { refused, shell: () => undefined }
  const server = fastify({
    forceCloseConnections: options.isPatient ? 'idle' : true,
    routerOptions: { maxParamLength: 500 },
    bodyLimit: BODY_LIMIT,
    trustProxy: publicAddress === undefined ? false : ['loopback', ...(options.proxies ?? [])],
    requestTimeout: patience.request, // from its first byte to its last: who sends a byte a minute is cut off
    keepAliveTimeout: 10_000,
    http: { headersTimeout: patience.headers, connectionsCheckingInterval: patience.headers / 3 },
    // an address that cannot be decoded is refused before any hook runs, so it gets its headers here
    frameworkErrors: (_error, request, early) => {
      const reply: FastifyReply = early.headers(earlyHeaders())
      if (!isAllowedHost(request.headers.host, options)) return void reply.code(421).type('text/plain').send(FOREIGN)
      void sendRefusal(
        makeRefusal('REQUEST_INVALID', { detail: 'this address cannot be read' }),
        request,
        reply,
        refusals,
      )
    },
  })
  server.removeContentTypeParser('text/plain') // a form of any site can send it, and no route wants it
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policyOf() },
    strictTransportSecurity: isSecure ? { maxAge: HALF_YEAR, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' }, // with no-referrer a form would be sent without saying where from
    xFrameOptions: { action: 'deny' },
    originAgentCluster: false, // a replay in its sandbox cannot have it, and a mix is warned of
  })
  await server.register(compress, PACKING)
  server.addHook('onRequest', async (request) => refusePacking(request))
  await server.register(accepts)
  await server.register(cookie)
  let guard: Guard | undefined
  await server.register(csrf, {
    cookieKey: cookies.forms,
    cookieOpts: cookies.options,
    csrfOpts: { hmacKey: accounts.key, userInfo: true },
    getToken: formTokenOf,
    getUserInfo: (request) => bindingOf(guard?.known(request)),
  })
  await server.register(formbody, { bodyLimit: BODY_LIMIT })
  // a mail program that leaves a list may send its one field like this (RFC 8058, section 3.2); no other route takes it
  server.addContentTypeParser('multipart/form-data', { parseAs: 'string', bodyLimit: 4096 }, (request, _body, done) => {
    if (request.routeOptions.config.route?.isByLink) done(null, {})
    else done(makeRefusal('TYPE_NOT_TAKEN', { detail: 'send a plain form' }))
  })
  await server.register(rateLimit, { global: false })
  guard = addGuard(server, {
    accounts,
    listening: options,
    limiters: makeLimiters(server, { ...LIMITS, ...limits }),
    cookies,
  })
  const own: Refusals = { refused, shell: (request, reply) => guard?.known(request) && guard.shell(request, reply) }
  const programs = routes.filter(({ kind }) => kind === 'api')
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request
    options.onAnswered?.({
      method,
      route: routeOf(request),
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
  server.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const allow = allowedMethods(programs, path).join(', ')
    const error =
      allow === ''
        ? makeRefusal('NOTHING_THERE', { detail: `nothing is kept at ${path}` })
        : makeRefusal('METHOD_NOT_ALLOWED', { detail: `${path} takes ${allow}`, headers: { allow } })
    return sendRefusal(error, request, reply, own)
  })
  server.setErrorHandler((error, request, reply) => {
    const sent = sendRefusal(error, request, reply, own)
    if (sent.statusCode >= 500) options.onFault?.(error, `${request.method} ${routeOf(request)}`)
    return sent
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(writesOnce)
  for (const route of routes) addRoute(server, route, { ...options, guard })
  return server
}

// An address may hold a secret, such as that of a link in a mail: what is told names the route alone.
function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.route?.path ?? 'none'
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/'
}
