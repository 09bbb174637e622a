// The routes over a desk's pages. Read-only: GET and HEAD, nothing changes, nothing runs in the browser.
import helmet from '@fastify/helmet'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Pages } from '../desk/pages.ts'
import type { Viewer } from '../model/account.ts'
import { ReadoutError } from '../model/errors.ts'
import { isAllowedHost } from './allowed-host.ts'
import type { Asked, Route } from './route.ts'
import { listRoutes } from './routes.ts'

export interface ServerOptions {
  /** The address that it listens on: names of this machine only, unless another was asked for. */
  readonly host: string
}

// Everything is named, and comes from here; no script stands in a page; the icon is an empty data address.
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ['data:'],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The server, not yet listening. */
export async function makeServer(pages: Pages, { host }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    // an address that cannot be decoded is refused before any hook runs, so it gets its headers here
    frameworkErrors: (_error, request, reply) => {
      const answer: FastifyReply = reply.headers(earlyHeaders())
      if (!isAllowedHost(request.headers.host, host)) return void answer.code(421).type('text/plain').send(FOREIGN)
      void answer.code(400).type(HTML).send(pages.missing('This address cannot be read.'))
    },
  })
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false, // plain HTTP on this machine
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (isAllowedHost(request.headers.host, host)) return
    await reply.code(421).type('text/plain').send(FOREIGN)
  })
  server.setNotFoundHandler((request, reply) => sendMissing(reply, pages, `Nothing is kept at ${pathOf(request)}.`))
  server.setErrorHandler((error, request, reply) => sendError(error, request, reply, pages))
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  addRoutes(server, listRoutes(pages))
  return server
}

// One person on the machine itself, until accounts are asked for.
const ALONE: Viewer = { name: 'the desk', role: 'admin' }

function addRoutes(server: FastifyInstance, routes: readonly Route[]): void {
  for (const route of routes) {
    const { params, querystring, body, response } = route.schema
    server.route({
      method: route.method,
      url: route.path,
      schema: {
        ...(params && { params }),
        ...(querystring && { querystring }),
        ...(body && { body }),
        ...(response && { response }),
      },
      async handler(request, reply) {
        const { params, query, body } = request
        const answer = await route.answer({ params, query, body, viewer: ALONE, request, reply } as Asked<never>)
        return answer === undefined ? reply : answer
      },
    })
  }
}

const FOREIGN = 'This desk answers to the names of its own machine only.\n'

/** What helmet sets on every other answer, for those that are given before its hook runs. */
function earlyHeaders(): Record<string, string> {
  const policy = Object.entries(POLICY).map(([name, values]) => `${kebab(name)} ${values.join(' ')}`)
  return {
    'content-security-policy': policy.join(';'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

const HTML = 'text/html; charset=utf-8'

function sendMissing(reply: FastifyReply, pages: Pages, what: string): FastifyReply {
  return reply.code(404).type(HTML).send(pages.missing(what))
}

// A week that is none is an address that is none. Whatever else fails is said without its inner workings.
function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, pages: Pages): FastifyReply {
  if (error instanceof ReadoutError) {
    const status = error.exitCode === 2 ? 404 : 500
    return reply.code(status).type(HTML).send(pages.missing(error.message))
  }
  const status = statusOf(error)
  const what = status < 500 ? `${pathOf(request)} is not an address of this desk.` : 'This page could not be made.'
  return reply.code(status).type(HTML).send(pages.missing(what))
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 600 ? status : 500
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/'
}
