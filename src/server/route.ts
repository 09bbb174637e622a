// A route as a value: what it answers to, who may ask, what it takes and gives. All routes are in one list (routes.ts), so that
// what must hold of every route (its role, its token, its schema) is tried on each of them.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Shell } from '../desk/shell.ts'
import type { Role, Viewer } from '../model/account.ts'
import type { Policy } from './guard/policy.ts'
import type { Sitting } from './guard/sitting.ts'

/**
 * `page`: HTML for people. `form`: what a page sends; it changes something and leads on to a page. `api`: JSON under /api.
 * `file`: anything else, such as the style or a download.
 */
export type RouteKind = 'page' | 'form' | 'api' | 'file'

/** What a route takes and gives; requests are checked against it, and so are the replies of the API. */
export interface RouteSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response?: Readonly<Record<number, z.ZodType>>
  /** For the document of the API. */
  readonly summary?: string
  readonly description?: string
  readonly operationId?: string
  readonly tags?: readonly string[]
  /** Media types that it can answer in beside JSON. */
  readonly also?: readonly string[]
  /** Header lines that it goes by. */
  readonly headers?: z.ZodType
}

/** A request that was let in and fits its schema. */
export interface Asked<S extends RouteSchema = RouteSchema> {
  readonly params: Fits<S['params']>
  readonly query: Fits<S['querystring']>
  readonly body: Fits<S['body']>
  readonly viewer: Viewer // for what needs nothing: maybe nobody, who is a reader without a name
  /** What the frame of a page shows, with the token for its forms. Taking it may set a cookie, so only pages take it. */
  readonly shell: Shell
  readonly sitting: Sitting
  readonly origin: string // the desk's own address, as its readers know it
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Fits<T> = T extends z.ZodType ? z.output<T> : undefined

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string // as fastify writes it: /claim/:id
  readonly kind: RouteKind
  /** The least role that may ask. `nothing`: anybody, also without an account (the way in, the style, the pulse). */
  readonly needs: Role | 'nothing'
  /** Only for who is signed in in a browser: a token does not do, so that a stolen one cannot make itself greater. */
  readonly isInBrowser?: true
  /**
   * The secret in its address is what lets in: no token of a form is asked for, and no page of the desk need have sent it, since mail
   * programs send it by themselves (RFC 8058). It may do no more than that secret stands for.
   */
  readonly isByLink?: true
  readonly schema: RouteSchema
  /** What the answer may load beside the desk's own files: `{ frameSrc: ["'self'"] }` for a page that shows a replay. */
  readonly policy?: Policy
  readonly bodyLimit?: number // bytes; 256 KiB unless told
  /** The body of the answer; undefined where the reply was sent already. */
  answer(asked: Asked<never>): Promise<unknown>
}

/** A route whose answer sees what its schema lets through. */
export function defineRoute<const S extends RouteSchema>(
  route: Omit<Route, 'schema' | 'answer'> & { readonly schema: S; answer(asked: Asked<S>): Promise<unknown> },
): Route {
  return route as unknown as Route
}
