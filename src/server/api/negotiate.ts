// One address, several forms: by `?as=` or by what the asker takes (RFC 9110, 12). Pages send whoever wants another form than
// HTML on to the API, which answers in it.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { WithEditions } from '../../desk/views/api-edition.ts'
import { type Exchanged, exchange, FORMS, type Form } from '../../desk/views/api-exchange.ts'
import { makeRefusal } from '../problem.ts'
import type { Asked, Route } from '../route.ts'
import { unlessKnown } from './unless-known.ts'

/** The media type that each form is sent as. */
export const MEDIA: Readonly<Record<Form, string>> = {
  schema: 'application/ld+json',
  annotation: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  prov: 'application/prov+json',
  bibtex: 'application/x-bibtex',
  csl: 'application/vnd.citationstyles.csl+json',
}

/** What a route takes that gives other forms as well. */
export function formQuery(noun: Exchanged) {
  const as = z.enum(FORMS[noun] as readonly [Form, ...Form[]]).optional()
  return z.object({ as: as.meta({ description: 'Another form than JSON, in place of an Accept header' }) })
}

/** The media types that a thing has beside JSON. */
export function mediaOf(noun: Exchanged): string[] {
  return FORMS[noun].map((form) => MEDIA[form])
}

/** What is asked for: a thing, in which form, with the tag that changes when it may have. */
export interface Formed<T> {
  readonly noun: Exchanged
  readonly id: string
  readonly tag: string | undefined
  /** That of its JSON, where that changes less often than its other forms. */
  readonly jsonTag?: string
  make(): Promise<T>
}

interface Asking extends Pick<Asked, 'request' | 'reply' | 'origin'> {
  readonly query: { readonly as?: Form | undefined }
}

/** The thing as JSON; undefined where another form was wanted and sent, or is known already. */
export async function inForm<T>(
  desk: WithEditions,
  { noun, id, tag: always, jsonTag, make }: Formed<T>,
  asked: Asking,
): Promise<T | undefined> {
  const { request, reply, query, origin } = asked
  varyOnAccept(reply)
  const form = query.as ?? formOf(request, noun, 'application/json')
  const tag = form === undefined && jsonTag !== undefined ? jsonTag : always
  return await unlessKnown(asked, tag && `${tag}-${form ?? 'json'}`, async () => {
    if (form === undefined) return await make()
    const made = await exchange(desk, { noun, id, form, origin })
    const charset = form === 'bibtex' ? '; charset=utf-8' : ''
    await reply.type(`${MEDIA[form]}${charset}`).send(typeof made === 'string' ? made : JSON.stringify(made))
    return undefined
  })
}

/** The pages of these paths, which send whoever wants another form than HTML on to the API. */
export function withForms(routes: readonly Route[]): Route[] {
  return routes.map((route): Route => {
    const twin = TWINS[route.path]
    if (!twin || route.method !== 'GET') return route
    return {
      ...route,
      async answer(asked: Asked<never>) {
        const { request, reply } = asked as Pick<Asked, 'request' | 'reply'>
        varyOnAccept(reply)
        const { searchParams: query } = new URL(request.url, 'http://desk.invalid')
        const as = parseAs(query.get('as'), twin.noun)
        const form = as ?? formOf(request, twin.noun, 'text/html')
        const isJson =
          form === undefined && request.accepts().type(['text/html', 'application/json']) === 'application/json'
        if (form === undefined && !isJson) return await route.answer(asked)
        const { id, name, week } = request.params as Readonly<Record<string, string>>
        const on = forwarded(query, twin)
        if (form !== undefined) on.set('as', form)
        const to = `${twin.api}/${encodeURIComponent(id ?? name ?? week ?? '')}`
        reply.redirect(on.size > 0 ? `${to}?${on}` : to, 303)
        return undefined
      },
    }
  })
}

interface Twin {
  readonly noun: Exchanged
  readonly api: string
  /** What of the page's address says which state of the thing is meant, and the API takes as well. */
  readonly takes?: readonly string[]
  /** The same that the API does not take. Anything else is about the page alone: words to mark, notices. */
  readonly lacks?: readonly string[]
}

// Throws where another state was asked for than the API has: that of now would be taken for it.
function forwarded(query: URLSearchParams, { noun, api, takes = [], lacks = [] }: Twin): URLSearchParams {
  const lacking = lacks.find((name) => query.get(name))
  if (lacking !== undefined) {
    const detail = `with “${lacking}” a ${noun} comes as a page only; ask for text/html, or leave “${lacking}” out to have it as it is known now, as ${api} does`
    throw makeRefusal('REQUEST_INVALID', { detail })
  }
  const on = new URLSearchParams()
  for (const name of takes) {
    const value = query.get(name)
    if (value) on.set(name, value)
  }
  return on
}

const TWINS: Readonly<Record<string, Twin | undefined>> = {
  '/claim/:id': { noun: 'claim', api: '/api/claims', lacks: ['week', 'day'] },
  '/report/:name': { noun: 'report', api: '/api/reports' },
  '/said/:id': { noun: 'said', api: '/api/said' },
  '/edition/:week': { noun: 'edition', api: '/api/editions', takes: ['version'] },
  '/capture/:id': { noun: 'capture', api: '/api/captures' },
}

function parseAs(as: string | null, noun: Exchanged): Form | undefined {
  if (as === null) return undefined
  const found = FORMS[noun].find((form) => form === as)
  if (found) return found
  throw makeRefusal('REQUEST_INVALID', {
    detail: `“${as}” is no form that this comes in; there are ${FORMS[noun].join(', ')}`,
  })
}

// The plain form first: whoever takes anything gets that.
function formOf(request: FastifyRequest, noun: Exchanged, plain: string): Form | undefined {
  const forms = FORMS[noun]
  const chosen = request.accepts().type([plain, ...forms.map((form) => MEDIA[form])])
  return forms.find((form) => MEDIA[form] === chosen)
}

function varyOnAccept(reply: FastifyReply): void {
  reply.header('vary', 'Accept')
}
