// What stands before every route: the name asked for, how often one may ask, who asks, what they may do, and whether a page of the
// desk sent it. Each refusal is an error with its code; how it is shown is decided elsewhere.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signOf } from '../../desk/accounts/names.ts'
import type { Accounts, Known } from '../../desk/accounts/open-accounts.ts'
import type { Shell } from '../../desk/shell.ts'
import { mayDo } from '../../model/account.ts'
import { isAllowedHost, isLoopback, type Listening } from '../allowed-host.ts'
import { makeRefusal } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Cookies } from './cookies.ts'
import type { Limiters } from './limits.ts'
import { isFromOwnPage, isFromPage } from './own-origin.ts'
import type { Sitting } from './sitting.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route
  }
}

export interface GuardOptions {
  readonly accounts: Accounts
  readonly listening: Listening
  readonly limiters: Limiters
  readonly cookies: Cookies
}

export interface Guard {
  /** Who asks; undefined: nobody that is known. */
  known(request: FastifyRequest): Known | undefined
  shell(request: FastifyRequest, reply: FastifyReply): Shell
  sitting(request: FastifyRequest, reply: FastifyReply): Sitting
}

interface Asking extends Known {
  readonly isShared: boolean
  readonly isByToken?: true
}

/** Adds the hooks to the server. The plug-ins for cookies and for the tokens of forms must be there already. */
export function addGuard(server: FastifyInstance, options: GuardOptions): Guard {
  const { accounts, listening, limiters, cookies } = options
  const asking = new WeakMap<FastifyRequest, Asking>()
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (!isAllowedHost(request.headers.host, listening)) {
      return reply.code(421).type('text/plain').send(FOREIGN)
    }
    if (request.socket.destroyed) throw makeRefusal('REQUEST_INVALID') // cut off while it was read: nobody waits
    await limiters.request(request)
    const { route } = request.routeOptions.config
    if (route?.needs === 'nothing' && route.kind === 'file') return
    const known = await findAsking(request, options)
    if (known) asking.set(request, known)
    if (!route) return // nothing is there, which is said to whoever asks
    if (route.needs !== 'nothing') letIn(known, route)
    if (isReading(route) || route.isByLink || isFromOwnPage(request, listening.publicAddress)) return
    throw makeRefusal('CSRF_REFUSED', { detail: 'it was sent by a page of another site, so nothing was done' })
  })
  server.addHook('preValidation', (request, reply, done) => {
    const { route } = request.routeOptions.config
    const known = asking.get(request)
    if (route?.kind === 'api' && !isReading(route) && !isJson(request)) {
      return done(makeRefusal('TYPE_NOT_TAKEN', { detail: 'send application/json' }))
    }
    if (!route || isReading(route) || route.isByLink || known?.isByToken) return done()
    // the one person of the desk, at the command line: no browser can send this without saying where from
    if (route.kind === 'api' && known && !known.isShared && !isFromPage(request)) return done()
    server.csrfProtection(request, reply, () => {
      const { body } = request
      if (typeof body === 'object' && body !== null && '_csrf' in body) delete body._csrf
      done()
    })
  })
  return {
    known: (request) => asking.get(request),
    shell(request, reply) {
      const known = asking.get(request)
      const viewer = known?.viewer ?? NOBODY
      const isShared = known?.isShared ?? true
      if (known?.isByToken) return { viewer, csrf: '', isShared }
      return { viewer, csrf: reply.generateCsrf({ userInfo: bindingOf(known) }), isShared }
    },
    sitting: (request, reply) => ({
      ...sessionOf(asking.get(request)),
      address: request.ip,
      async signIn({ name, password }) {
        await limiters.signIn(request, signOf(name))
        const before = request.cookies[cookies.session]
        const { ip: address } = request
        const signed = await accounts.signIn({ name, password, address, ...(before !== undefined && { before }) })
        if (!signed) return false
        reply.setCookie(cookies.session, signed.token, { ...cookies.options, expires: new Date(signed.until) })
        reply.clearCookie(cookies.forms, cookies.options) // what was known before somebody signed in is good for nothing after
        return true
      },
      countAsk: () => limiters.ask(request),
      countTry: () => limiters.signIn(request, signOf(asking.get(request)?.viewer.name ?? '')),
      async isStillIn() {
        const known = await findAsking(request, options, true).catch(() => undefined)
        const needs = request.routeOptions.config.route?.needs ?? 'admin'
        return needs === 'nothing' || (known !== undefined && mayDo(known.viewer.role, needs))
      },
      async signOut() {
        const token = request.cookies[cookies.session]
        if (token !== undefined) await accounts.signOut(token, request.ip)
        reply.clearCookie(cookies.session, cookies.options).clearCookie(cookies.forms, cookies.options)
      },
    }),
  }
}

/** What the tokens of forms are bound to: another session's are worth nothing. */
export function bindingOf(known: Known | undefined): string {
  return known?.session ?? 'nobody'
}

/** The token that came with the request: in the header, or, of a form, in its field. */
export function formTokenOf(request: FastifyRequest): string {
  const header = request.headers['x-csrf-token']
  if (typeof header === 'string') return header
  const { body } = request
  if (request.routeOptions.config.route?.kind === 'api') return '' // a plain form elsewhere could send a field
  return typeof body === 'object' && body !== null && '_csrf' in body && typeof body._csrf === 'string'
    ? body._csrf
    : ''
}

function sessionOf(known: Known | undefined): Pick<Sitting, 'session'> {
  return known?.session === undefined ? {} : { session: known.session }
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']
export const FOREIGN = 'This desk does not answer to that name.\n'
const NOBODY = { name: '', role: 'reader' } as const

async function findAsking(
  request: FastifyRequest,
  options: GuardOptions,
  isWaiting = false,
): Promise<Asking | undefined> {
  const { accounts, listening, cookies } = options
  const isShared = await accounts.isShared()
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    const known = await accounts.byToken(bearer)
    if (known) return { ...known, isShared, isByToken: true }
    const cure = 'make a new one with "readout token add", or on the page of your account'
    throw makeRefusal('TOKEN_REFUSED', { detail: `it is none of this desk, or it is over or revoked; ${cure}` })
  }
  if (!isShared) {
    if (!isLoopback(listening.host) || listening.publicAddress !== undefined) return undefined
    if (FORWARDED.every((name) => request.headers[name] === undefined)) return { viewer: accounts.alone, isShared }
    const cure = 'make an account first ("readout account add NAME --role admin")'
    throw makeRefusal('NOT_ALLOWED', { detail: `this came through a proxy, so it may be anybody; ${cure}` })
  }
  const cookie = request.cookies[cookies.session]
  const known = cookie === undefined ? undefined : await accounts.bySession(cookie, isWaiting)
  return known && { ...known, isShared }
}

function letIn(known: Known | undefined, { needs, isInBrowser }: Route): void {
  if (needs === 'nothing') return
  if (!known)
    throw makeRefusal('SIGN_IN_WANTED', { detail: 'this desk wants to know who asks: sign in, or send a token' })
  if (!mayDo(known.viewer.role, needs)) {
    throw makeRefusal('NOT_ALLOWED', { detail: `this needs the role ${needs}; you have the role ${known.viewer.role}` })
  }
  if (!isInBrowser || known.session !== undefined) return
  throw makeRefusal('NOT_ALLOWED', { detail: 'this is for those who are signed in in a browser' })
}

// A form elsewhere can send no such thing.
function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? 'application/json') // none: there is no body
}

function isReading({ method }: Route): boolean {
  return method === 'GET'
}
