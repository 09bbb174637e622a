// How a refusal is shown: to programs as problem details, to people as a page; who is not signed in is led to where they can.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Shell } from '../desk/shell.ts'
import { sendProblem, tellProblem } from './problem.ts'

export interface Refusals {
  /** A page that says why there is no other. */
  refused(problem: Refused, shell?: Shell): string
  /** For its frame; undefined where it is not known who asks. */
  shell(request: FastifyRequest, reply: FastifyReply): Shell | undefined
}

/** What a page says of a refusal. */
export interface Refused {
  readonly status: number
  readonly detail: string
}

/** Sends what an error means to whoever asked. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply, by: Refusals): FastifyReply {
  if (isForPrograms(request)) return sendProblem(error, request, reply)
  const { problem, headers } = tellProblem(error, request.url)
  const kind = request.routeOptions.config.route?.kind
  if (problem.code === 'SIGN_IN_WANTED' && (kind === 'page' || kind === 'form') && isForPeople(request)) {
    const back = kind === 'page' ? request.url : pathOf(request.headers.referer)
    return reply.redirect(`/sign-in?to=${encodeURIComponent(back)}`, 303)
  }
  const { status, title, detail = title } = problem
  reply.removeHeader('etag') // of what was asked for
  reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
  return reply.send(by.refused({ status, detail: sentenceOf(detail) }, by.shell(request, reply)))
}

// a program that wants another form of a page has no use for a form to sign in with
function isForPeople({ headers: { accept = '*/*' } }: FastifyRequest): boolean {
  return /text\/html|\*\/\*/.test(accept)
}

function isForPrograms(request: FastifyRequest): boolean {
  return request.routeOptions?.config?.route?.kind === 'api' || /^\/api(?:[/?]|$)/.test(request.url)
}

// the page that a form stood on; signing in leads back only to addresses of this desk
function pathOf(referer: string | undefined): string {
  const url = referer === undefined ? null : URL.parse(referer)
  return url ? url.pathname + url.search : '/'
}

// errors are written in small letters and without a stop, since they stand in lines of their own elsewhere
function sentenceOf(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}${/[.?!”"]$/.test(detail) ? '' : '.'}`
}
