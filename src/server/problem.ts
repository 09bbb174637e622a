// Every refusal of the API in one form: problem details, RFC 9457. The code says what happened, the detail says it of this
// request, and nothing tells of the inner workings.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { StaleDetails } from '../desk/fingerprint-of.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import type { Problem } from './schemas/problem.ts'

export const PROBLEM_JSON = 'application/problem+json'

/** What a request can be refused for, beside the errors of the desk itself: the status and the title of each. */
export const REFUSALS = {
  REQUEST_INVALID: [400, 'The request does not fit'],
  SIGN_IN_WANTED: [401, 'Sign in, or send a token'],
  TOKEN_REFUSED: [401, 'The token is none, ended or withdrawn'],
  NOT_ALLOWED: [403, 'This role may not do that'],
  CSRF_REFUSED: [403, 'The form token is missing or old'],
  NOTHING_THERE: [404, 'Nothing is there'],
  METHOD_NOT_ALLOWED: [405, 'This address takes other methods'],
  PRECONDITION_FAILED: [412, 'It is not the version that was looked at'],
  TOO_LARGE: [413, 'The request is too large'],
  TYPE_NOT_TAKEN: [415, 'This type is not taken'],
  HOST_FOREIGN: [421, 'This desk does not answer to that name'],
  TOO_MANY: [429, 'Too many requests'],
  HEADERS_TOO_LARGE: [431, 'The header lines are too large'],
  WENT_WRONG: [500, 'Something went wrong here'],
  BUSY: [503, 'The desk cannot do that now'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

export type RefusalCode = keyof typeof REFUSALS

/** What a refusal may say beside its code. */
export interface RefusalParts {
  readonly detail?: string
  readonly errors?: Problem['errors']
  readonly now?: Problem['now']
  readonly meanwhile?: Problem['meanwhile']
  readonly headers?: Readonly<Record<string, string>>
}

/** An error to throw: answered as this refusal. */
export function makeRefusal(code: RefusalCode, parts: RefusalParts = {}): Error {
  return Object.assign(new Error(parts.detail ?? REFUSALS[code][1]), { refusal: { code, ...parts } })
}

/** Answers with the problem that an error is. Whatever is not known says only that something went wrong. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = tellProblem(error, request.url.split('?')[0] ?? '/')
  return reply
    .removeHeader('etag') // of what was asked for
    .code(problem.status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type(PROBLEM_JSON)
    .send(JSON.stringify(problem).replaceAll('<', '\\u003c')) // it tells what was asked: nobody may take it for a page
}

/** The problem that an error is, with the header lines that go with it. */
export function tellProblem(
  error: unknown,
  instance: string,
): { problem: Problem; headers: Readonly<Record<string, string>> } {
  const { code, detail, errors, now, meanwhile, headers = {} } = refusalOf(error)
  const [status, title] =
    code in REFUSALS ? REFUSALS[code as RefusalCode] : (DESK_ERRORS[code as ErrorCode] ?? WENT_WRONG)
  const own = status === 401 && !('www-authenticate' in headers) ? { 'www-authenticate': BEARER, ...headers } : headers
  const problem = {
    type: `/api/problems#${code}`,
    title,
    status,
    code,
    ...(detail !== undefined && { detail }),
    instance,
    ...(errors && { errors }),
    ...(now !== undefined && { now }),
    ...(meanwhile && { meanwhile }),
  }
  return { problem, headers: own }
}

const WENT_WRONG = REFUSALS.WENT_WRONG
const BEARER = 'Bearer realm="readout"'

/** Errors of the desk that a request can meet. Those that are not here are faults of ours or of the machine: 500. */
export const DESK_ERRORS: Readonly<Partial<Record<ErrorCode, readonly [number, string]>>> = {
  USAGE: [400, 'The request does not fit'],
  CURSOR_UNKNOWN: [400, 'The cursor is none of this list'],
  WHO_AMBIGUOUS: [400, 'The name is that of several'],
  CLAIM_UNKNOWN: [404, 'No such claim'],
  ATTRIBUTION_UNKNOWN: [404, 'No such attribution'],
  DECISION_UNKNOWN: [404, 'No such decision'],
  STORY_UNKNOWN: [404, 'No such story'],
  REPORT_UNKNOWN: [404, 'No such report'],
  CAPTURE_UNKNOWN: [404, 'No such capture'],
  REPORT_REMOVED: [410, 'It was removed'],
  REMOVAL_REFUSED: [409, 'It cannot be removed so'],
  SOURCE_UNKNOWN: [404, 'No such source'],
  JOB_UNKNOWN: [404, 'No such job was laid aside'],
  ENTITY_UNKNOWN: [404, 'No such person or body'],
  WHO_UNKNOWN: [404, 'No such person or body'],
  ACCOUNT_UNKNOWN: [404, 'No such account'],
  WEEK_UNKNOWN: [404, 'No such week'],
  WATCH_UNKNOWN: [404, 'No such watch'],
  EDITION_UNKNOWN: [404, 'No such edition, or no such version of it'],
  EDITION_STALE: [409, 'The edition was edited meanwhile'],
  EDITION_REFUSED: [409, 'It cannot be issued so'],
  EDIT_REFUSED: [409, 'It cannot be edited so'],
  DECISION_STALE: [409, 'It was changed meanwhile'],
  DECISION_REFUSED: [409, 'It cannot be decided so'],
  ACCOUNT_REFUSED: [409, 'It cannot be done so'],
  SIGN_IN_FAILED: [401, 'Name and password do not go together'],
  TOKEN_UNKNOWN: [404, 'No such token'],
  TOO_MANY_REQUESTS: [429, 'Too many requests'],
  MAIL_NOT_SET: [409, 'Mail is not set up'],
  MAIL_REFUSED: [409, 'It cannot be done so'],
  DELIVERY_UNKNOWN: [404, 'No such delivery'],
  INTAKE_STOPPED: [503, 'Nothing is taken in now'],
  SUBSCRIBER_UNKNOWN: [404, 'No such subscriber'],
}

interface Told extends RefusalParts {
  readonly code: string
}

function refusalOf(error: unknown): Told {
  if (isRefusal(error)) return error.refusal
  if (hasZodFastifySchemaValidationErrors(error)) return tellMisfits(error)
  if (error instanceof ReadoutError) {
    if (DESK_ERRORS[error.code]) return { code: error.code, detail: error.message, ...staleness(error) }
    return BUSY.has(error.code) ? { code: 'BUSY', detail: CANNOT_NOW } : { code: 'WENT_WRONG', detail: OURS }
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('FST_CSRF')) {
    return { code: 'CSRF_REFUSED', detail: OLD_FORM }
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return BY_STATUS[status] ?? { code: 'WENT_WRONG', detail: OURS }
}

const OLD_FORM = 'the form was open too long, or this desk did not make it; load its page again and send it anew'
const BUSY: ReadonlySet<ErrorCode> = new Set(['DESK_BUSY', 'STORE_FAILED', 'STORE_AWAY'])
const CANNOT_NOW = 'the desk is busy, or may not be written; try again, and if it stays so ask who keeps it'
const OURS = 'the fault is not in the request; who keeps the desk finds more in what the server printed'

// What fastify itself refuses before a route is asked.
const BY_STATUS: Readonly<Record<number, Told>> = {
  400: { code: 'REQUEST_INVALID', detail: 'the request cannot be read' },
  404: { code: 'NOTHING_THERE' },
  405: { code: 'METHOD_NOT_ALLOWED' },
  413: { code: 'TOO_LARGE', detail: 'send less at once' },
  415: { code: 'TYPE_NOT_TAKEN', detail: 'send application/json' },
  429: { code: 'TOO_MANY' },
  431: { code: 'HEADERS_TOO_LARGE' },
}

function isRefusal(error: unknown): error is Error & { readonly refusal: Told } {
  return error instanceof Error && 'refusal' in error
}

/** What was ruled between looking and deciding, and the version as it is now. */
export function staleness({ code, details }: ReadoutError): Pick<Problem, 'now' | 'meanwhile'> {
  if (code !== 'DECISION_STALE') return {}
  const { now, meanwhile } = details as StaleDetails
  return { now, meanwhile: [...meanwhile] }
}

interface Misfits {
  readonly validationContext?: string | undefined
  readonly validation: readonly { readonly instancePath: string; readonly message?: string | undefined }[]
}

/** Which fields do not fit, and how: `query/limit: …`. */
function tellMisfits({ validation, validationContext = 'request' }: Misfits): Told {
  const place = PLACES[validationContext] ?? validationContext
  const errors = validation.map(({ instancePath, message }) => ({
    field: `${place}${instancePath === '/' ? '' : instancePath}`,
    message: message ?? 'does not fit',
  }))
  const [first] = errors
  return { code: 'REQUEST_INVALID', detail: first ? `${first.field}: ${first.message}` : 'it does not fit', errors }
}

const PLACES: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' }
